import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

const TALK: Readonly<Record<string, string>> = {
  'slides/talk.yaml': 'title: Lights\ntime: 3m\n',
  'slides/00.md': `# Lights

Note: said-aloud $x^2$ 安

![seen by one](media/own.svg)

::: {.private}
private
:::

## Left out of it {.hidden}

hidden

## The rest

- shown

::: {.handout}
handed out
:::
`,
  'slides/media/own.svg': '<svg xmlns="http://www.w3.org/2000/svg"><desc>drawn</desc></svg>',
};

function writeTalk(changes: Readonly<Record<string, string>> = {}): string {
  const folder = folders.make();
  for (const [path, text] of Object.entries({ ...TALK, ...changes })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('a deck for the speaker', () => {
  let talk = '';
  let built: Awaited<ReturnType<typeof rostrum>>;
  beforeAll(async () => {
    talk = writeTalk();
    built = await rostrum(['build', '--speaker'], talk);
  });

  test('is built apart, as two pages and their assets', () => {
    expect([built.code, built.stderr]).toEqual([0, '']);
    expect(built.stdout).toMatch(
      /^Made dist\/speaker\/index\.html: 2 slides, .*\nMade dist\/speaker\/speaker\.html: .*\nOpen .* press S .*\n$/,
    );
    const names = [...filesBelow(join(talk, 'dist')).keys()];
    expect(names.filter((name) => !name.startsWith('speaker/assets/'))).toEqual([
      'speaker/index.html',
      'speaker/speaker.html',
    ]);
  });

  test('has in its pages every asset, and in each page what it needs of them', () => {
    const files = filesBelow(join(talk, 'dist', 'speaker'));
    const inPage = (name: string) => new Set((files.get(name) ?? '').match(/assets\/[\w.-]+/g));
    const both = new Set([...inPage('index.html'), ...inPage('speaker.html')]);
    expect([...both].sort()).toEqual([...files.keys()].filter((name) => name.startsWith('assets/')).sort());
    for (const name of ['own', 'KaTeX_Math-Italic', 'biz-udpgothic']) {
      expect([...inPage('speaker.html')].join()).toContain(name);
    }
  });

  test('keeps notes to one page, and hidden slides to none', () => {
    const files = filesBelow(join(talk, 'dist', 'speaker'));
    const holds = (word: string) => [...files].filter(([, bytes]) => bytes.includes(word)).map(([path]) => path);
    expect(holds('said-aloud')).toEqual(['speaker.html']);
    expect(holds('seen by one')).toEqual(['speaker.html']);
    expect(holds('>private<')).toEqual(['speaker.html']);
    expect(holds('Left out of it')).toEqual([]);
  });

  test('says of itself that it is for the speaker, and asks search engines to pass by', () => {
    for (const name of ['index.html', 'speaker.html']) {
      const page = readFileSync(join(talk, 'dist', 'speaker', name), 'utf8');
      expect(page).toMatch(/<meta name="generator" content="Rostrum [^"]* for the speaker">/);
      expect(page).toContain('<meta name="robots" content="noindex">');
    }
  });

  test('changes nothing of the deck for the audience, which has no trace of it', async () => {
    const alone = writeTalk();
    await rostrum(['build'], alone);
    await rostrum(['build'], talk);
    const deck = filesBelow(join(talk, 'dist', 'deck'));
    expect(deck).toEqual(filesBelow(join(alone, 'dist', 'deck')));
    for (const [path, bytes] of deck) {
      expect(path).not.toMatch(/own|KaTeX/);
      expect([path, /said-aloud|>private<|>drawn<|KaTeX_|for the speaker|BroadcastChannel/.exec(bytes)?.[0]]).toEqual([
        path,
        undefined,
      ]);
    }
  });

  test('is the same in every byte when it is built again', async () => {
    const before = filesBelow(join(talk, 'dist', 'speaker'));
    await rostrum(['build', '--speaker'], talk);
    expect(filesBelow(join(talk, 'dist', 'speaker'))).toEqual(before);
  });

  test('of a talk in one file is built beside it', async () => {
    const folder = writeTalk({ 'talk.md': '# A\n\nNote: b\n' });
    const { code } = await rostrum(['build', 'talk.md', '--speaker'], folder);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'talk-speaker', 'speaker.html'))).toBe(true);
  });

  test.each([
    ['a picture that is not there', '![a](media/none.svg)', 'missing-picture'],
    ['a link to no slide', '[a](#none)', 'unknown-slide'],
  ])('is not built of notes with %s, which no other build looks at', async (_, notes, rule) => {
    const folder = writeTalk({ 'slides/00.md': `# A\n\nNote:\n${notes}\n` });
    const speaker = await rostrum(['build', '--speaker'], folder);
    expect(speaker.code).toBe(1);
    expect(speaker.stderr).toMatch(new RegExp(`^slides/00\\.md:4:.*\\(${rule}\\)`));
    expect((await rostrum(['build'], folder)).code).toBe(0);
  });
});

describe('decks for the speaker and for the audience', () => {
  test.each([
    ['in the folder of the audience', ['-o', 'public'], ['--speaker', '-o', 'public']],
    ['in the folder of the speaker', ['--speaker', '-o', 'public'], ['-o', 'public']],
    ['below the folder of the audience', ['-o', 'public'], ['--speaker', '-o', 'public/own/notes']],
    ['above the folder of the speaker', ['--speaker'], ['-o', 'dist']],
  ])('are not built %s', async (_, first, second) => {
    const folder = writeTalk();
    expect((await rostrum(['build', ...first], folder)).code).toBe(0);
    const before = filesBelow(folder);
    const { code, stderr } = await rostrum(['build', ...second], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('(other-deck)');
    expect(stderr).toContain('hint: choose another folder with -o');
    expect(filesBelow(folder)).toEqual(before);
  });

  test('do not write over a page of somebody else', async () => {
    const folder = writeTalk({ 'own/speaker.html': '<p>mine</p>' });
    const { code, stderr } = await rostrum(['build', '--speaker', '-o', 'own'], folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('(foreign-page)')]);
    expect(readFileSync(join(folder, 'own/speaker.html'), 'utf8')).toBe('<p>mine</p>');
  });
});
