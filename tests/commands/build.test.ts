import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURES, Folders, filesBelow, PROGRAM, rostrum, runCommand } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** What must never leave the speaker's own machine, in the words of the talk below. */
const SECRETS = ['spoken-only', 'hidden-slide', 'private-block', 'article-only', 'commented-out', 'hidden-picture'];
const TALK: Readonly<Record<string, string>> = {
  'slides/talk.yaml':
    'title: "Lights & <marks>"\nspeaker: Ada\nlang: en-GB\ndate: 2025-01-19\ndescription: About\npicture: media/a.svg\naddress: https://example.org/talk\n',
  'slides/article.md': '# article-only\n',
  'slides/00-opening.md': `# Lights & marks

Note:
spoken-only

- spoken-only {.step}

<!--
## commented-out

commented-out
-->

## Three lights {#three .steps}

- Red, [see](#code)
- Green

::: {.private}
private-block ![private-block](media/hidden-picture.svg)
:::

::: {.handout}
handout-only
:::

## hidden-slide {.hidden}

hidden-slide ![hidden-slide](media/hidden-picture.svg)
`,
  'slides/01-rest.md': `# The rest

## Code {#code}

\`\`\`js
const a = '<b>';
\`\`\`

:::: columns
::: column
One

Note: spoken-only
:::
::: column
Two
:::
::::

## A picture

![What it shows](media/a.svg "安保")
`,
  'slides/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Newsreader">a</text></svg>',
  'slides/media/hidden-picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><desc>hidden-picture</desc></svg>',
};

function writeTalk(folder: string, files = TALK): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

let talk = '';
let built: Awaited<ReturnType<typeof rostrum>>;
let deck: ReadonlyMap<string, string>;

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('run "npm run build" first: these tests run the built program');
  talk = writeTalk(folders.make());
  built = await rostrum(['build'], talk);
  deck = filesBelow(join(talk, 'dist'));
});

describe('a deck', () => {
  test('is built into dist/deck/, and the last lines say what was made and how to open it', () => {
    expect(built.stderr).toBe('');
    expect(built.stdout).toMatch(
      /^Made dist\/deck\/index\.html: 5 slides, in \d+\.\d s\.\nOpen dist\/deck\/index\.html by a double click, or put its folder on any web server\.\n$/,
    );
    expect(built.code).toBe(0);
  });

  test('is a page and its assets, each named by the hash of its content, and nothing else', () => {
    expect([...deck.keys()].filter((path) => !path.startsWith('deck/assets/'))).toEqual(['deck/index.html']);
    const page = deck.get('deck/index.html') ?? '';
    for (const [path, content] of deck) {
      if (path === 'deck/index.html') continue;
      const [, hash] = /^deck\/assets\/[\w.-]+-([0-9a-f]{10})\.(?:svg|woff2)$/.exec(path) ?? [];
      expect(createHash('sha256').update(Buffer.from(content, 'latin1')).digest('hex').slice(0, 10)).toBe(hash);
      expect(page).toContain(path.replace('deck/', ''));
    }
    for (const [address] of page.matchAll(/assets\/[\w.-]+/g)) expect([...deck.keys()]).toContain(`deck/${address}`);
  });

  test('asks nothing of a network', () => {
    const page = Buffer.from(deck.get('deck/index.html') ?? '', 'latin1').toString();
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '');
    const loaded = [
      ...markup.matchAll(
        /(?:src|srcset|poster|data)="([^"]*)"|<link\b[^>]*href="([^"]*)"|url\(([^)]*)\)|@import\s+(\S+)/g,
      ),
    ];
    const addresses = loaded.map(([, one, two, three, four]) => one ?? two ?? three ?? four ?? '');
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) expect(address).toMatch(/^(?:assets\/[\w.-]+|data:.*|["']?data:.*)$/);
  });

  test('has a policy whose hashes are those of its style and script', () => {
    const page = Buffer.from(deck.get('deck/index.html') ?? '', 'latin1').toString();
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
    for (const [name, count] of [
      ['style', 3],
      ['script', 2],
    ] as const) {
      const elements = [...page.matchAll(new RegExp(`<${name}(?! type)[^>]*>([\\s\\S]*?)</${name}>`, 'g'))];
      const texts = elements.map(([, text = '']) => text);
      expect(texts).toHaveLength(count);
      expect(texts.join().length).toBeGreaterThan(1000);
      expect(texts.join()).not.toContain('\r');
      const hashes = texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      expect(policy).toContain(`${name}-src ${hashes.join(' ')};`);
    }
    const [body = ''] = page.match(/<body[\s\S]*<\/main>/) ?? [];
    expect(body).not.toMatch(/\sstyle=|\son\w+=|<script|javascript:/i);
  });

  test.each(SECRETS)('holds "%s" in no byte and no name of any file', (secret) => {
    const source = [...filesBelow(join(talk, 'slides'))].flat().join();
    expect(source).toContain(secret);
    for (const [path, content] of deck) {
      expect(path).not.toContain(secret);
      expect(content).not.toContain(secret);
    }
  });

  test('is the same in every byte when it is built again, here or elsewhere', async () => {
    const again = await rostrum(['build'], talk);
    expect(again.code).toBe(0);
    expect(filesBelow(join(talk, 'dist'))).toEqual(deck);
    const elsewhere = writeTalk(folders.make());
    await rostrum(['build', elsewhere, '-o', join(elsewhere, 'public')], FIXTURES);
    const moved = new Map([...deck].map(([path, content]) => [path.replace('deck/', ''), content]));
    expect(filesBelow(join(elsewhere, 'public'))).toEqual(moved);
  });

  test('loses the assets that it no longer names, and keeps what others put beside it', async () => {
    const folder = writeTalk(folders.make());
    await rostrum(['build'], folder);
    writeFileSync(join(folder, 'dist', 'deck', 'CNAME'), 'e.org');
    writeFileSync(join(folder, 'dist', 'deck', 'assets', 'mine.svg'), '<svg/>');
    writeFileSync(join(folder, 'slides', 'media', 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await rostrum(['build'], folder);
    const names = [...filesBelow(join(folder, 'dist', 'deck')).keys()];
    expect(names.filter((path) => /assets\/a-/.test(path))).toHaveLength(1);
    expect(names).toContain('CNAME');
    expect(names).toContain('assets/mine.svg');
  });
});

describe('--json', () => {
  test('prints one object and nothing else', async () => {
    const folder = writeTalk(folders.make(), {
      'slides/00.md': '# A\n\n## B 𓀀\n\n![](c.svg)',
      'slides/c.svg': '<svg/>',
    });
    const { code, stdout, stderr } = await rostrum(['build', '--json'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
    const { milliseconds, ...object } = JSON.parse(stdout);
    expect(object).toEqual({
      ok: true,
      command: 'build',
      outputs: ['dist/deck/index.html'],
      slides: 2,
      findings: [
        {
          rule: 'missing-alt',
          severity: 'warning',
          file: 'slides/00.md',
          line: 5,
          column: 1,
          message: expect.any(String),
          hint: expect.any(String),
        },
        {
          rule: 'unbundled-character',
          severity: 'warning',
          message: expect.stringContaining('𓀀'),
          hint: expect.any(String),
        },
      ],
    });
    expect(Object.keys(milliseconds)).toEqual(['start', 'read', 'parse', 'fit', 'render', 'write', 'total']);
    for (const time of Object.values(milliseconds)) expect(time).toBeTypeOf('number');
  });
});

test('warnings are told, and the deck is built', async () => {
  const folder = writeTalk(folders.make(), { 'slides/00.md': '# A\n\n<div>\n' });
  const { code, stdout, stderr } = await rostrum(['build'], folder);
  expect(stderr).toMatch(/^slides\/00\.md:3:1: warning: .*\(raw-html\)\n[\s\S]*\n\n1 warning\n$/);
  expect(stdout).toContain('Made dist/deck/index.html: 1 slide, in');
  expect(code).toBe(0);
});

describe('a talk in one file', () => {
  test('is built beside itself', async () => {
    const folder = writeTalk(folders.make(), {
      'talks/my.talk.md': '---\ntitle: A\n---\n\n# B\n\n![c](d.svg)',
      'talks/d.svg': '<svg/>',
    });
    const { code, stdout, stderr } = await rostrum(['build', 'talks/my.talk.md'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Made talks/my.talk-deck/index.html: 1 slide');
    expect(existsSync(join(folder, 'talks/my.talk-deck/index.html'))).toBe(true);
  });

  test('is built where -o says', async () => {
    const folder = writeTalk(folders.make(), { 'a.md': '# B' });
    await rostrum(['build', 'a.md', '--output', 'public/deck'], folder);
    expect([...filesBelow(folder).keys()]).toContain(join('public', 'deck', 'index.html'));
    expect(existsSync(join(folder, 'a-deck'))).toBe(false);
  });
});

describe('templates of the talk', () => {
  test('change a layout, add one, and change the looks', async () => {
    const folder = writeTalk(folders.make(), {
      'slides/talk.yaml': 'theme: mine',
      'slides/00.md': '# A\n\n## B {.gallery}\n\nc',
      'templates/layouts/gallery.hbs': '<div class="slide slide-gallery">GALLERY {{slide.body}}</div>',
      'templates/mine/theme.yaml': 'name: mine\nextends: horizon\ntokens: {color: {accent: "#00ff01"}}',
      'templates/mine/layouts/title.hbs': '<div class="slide slide-title">MINE {{slide.heading}}</div>',
    });
    const { code, stderr } = await rostrum(['build'], folder);
    expect([code, stderr]).toEqual([0, '']);
    const page = readFileSync(join(folder, 'dist/deck/index.html'), 'utf8');
    expect(page).toContain('MINE A');
    expect(page).toContain('GALLERY <p>c</p>');
    expect(page).toContain('--color-accent:#00ff01');
  });
});

describe('a deck that cannot be written is an error, and what was there stays', () => {
  test('where another page stands that Rostrum did not make', async () => {
    const folder = writeTalk(folders.make());
    mkdirSync(join(folder, 'public'));
    writeFileSync(join(folder, 'public/index.html'), '<title>My home page</title>');
    const { code, stderr } = await rostrum(['build', '-o', 'public'], folder);
    expect(stderr).toContain('public/index.html is there already and was not made by Rostrum (foreign-page)');
    expect(code).toBe(1);
    expect([...filesBelow(join(folder, 'public'))]).toEqual([['index.html', '<title>My home page</title>']]);
  });

  test('where a file stands in place of a folder', async () => {
    const folder = writeTalk(folders.make());
    writeFileSync(join(folder, 'dist'), 'a file');
    const { code, stderr } = await rostrum(['build'], folder);
    expect(stderr).toContain(
      'error: dist/deck could not be written: a file stands where a folder should be (cannot-write)',
    );
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'dist'), 'utf8')).toBe('a file');
  });

  test('where a folder stands in place of the page', async () => {
    const folder = writeTalk(folders.make());
    mkdirSync(join(folder, 'dist/deck/index.html/inside'), { recursive: true });
    const { code, stderr } = await rostrum(['build'], folder);
    expect(stderr).toContain('could not be written: a folder stands where the file should be (cannot-write)');
    expect(code).toBe(1);
    expect([...filesBelow(join(folder, 'dist')).keys()].filter((path) => path.includes('.tmp'))).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('where there is no room for the page', async () => {
    const folder = folders.make(talk);
    const before = filesBelow(join(folder, 'dist'));
    writeFileSync(join(folder, 'slides/02-more.md'), '# More\n');
    // A limit to the size of files breaks a write off in its middle, as a full disk does.
    const limited = `ulimit -f 64; exec "${process.execPath}" "${PROGRAM}" build`;
    const { code, stderr } = await runCommand('/bin/sh', ['-c', limited], folder);
    expect(stderr).toContain('(cannot-write)');
    expect(code).toBe(1);
    expect(filesBelow(join(folder, 'dist'))).toEqual(before);
  });
});

test('who closes the pipe is not told of it', async () => {
  const piped = `"${process.execPath}" "${PROGRAM}" build --help | true; "${process.execPath}" "${PROGRAM}" theme list --json | head -c 1`;
  const { stdout, stderr } = await runCommand('/bin/sh', ['-c', piped], folders.make());
  expect([stdout, stderr]).toEqual(['{', '']);
});

test('the talks that ship and that tests use are built without a finding', async () => {
  const root = join(FIXTURES, '..', '..');
  const shipped = folders.make();
  cpSync(join(root, 'slides'), join(shipped, 'slides'), { recursive: true });
  for (const folder of [shipped, folders.make(join(FIXTURES, 'harbour'))]) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const { code, stderr } = await rostrum(['build'], folder);
    expect([code, stderr]).toEqual([0, '']);
  }
});
