import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, PROGRAM, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

const TALK: Readonly<Record<string, string>> = {
  'slides/talk.yaml':
    'title: "Lights & <marks>"\nlang: de\ntheme: harbour\npicture: media/share.svg\naddress: https://example.org/talk\n',
  'slides/article.md': '# article-only\n',
  'slides/00-opening.md': `# Lights & marks

Note:
spoken-only

## Three lights {#three}

- Red, [see](#picture)
- Green {.step}

::: {.private}
private-block
:::

::: {.handout}
handout-only
:::

## hidden-slide {.hidden}

## A picture {#picture}

![What it shows](media/a.svg)
`,
  'slides/media/share.svg': '<svg xmlns="http://www.w3.org/2000/svg"><desc>share</desc></svg>',
  'slides/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'templates/harbour/theme.yaml':
    'name: harbour\nabout: "Slate & <brass>"\nscheme: dark\ntokens: { color: { paper: "#102030" } }\n',
  'templates/harbour/theme.css': ':root { --harbour: 3px; }\n',
};

function writeTalk(more: Readonly<Record<string, string>> = {}): string {
  const folder = folders.make();
  for (const [path, text] of Object.entries({ ...TALK, ...more })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The columns of a page, each from its theme's section to the end of its tree. */
function columnsOf(page: string): readonly string[] {
  return page.match(/<section class="theme[\s\S]*?<\/template>/g) ?? [];
}

let talk = '';
let made: Awaited<ReturnType<typeof rostrum>>;
let files: ReadonlyMap<string, string>;
let page = '';

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('run "npm run build" first: these tests run the built program');
  talk = writeTalk();
  made = await rostrum(['theme', 'gallery', '--json'], talk);
  files = filesBelow(join(talk, 'dist'));
  page = readFileSync(join(talk, 'dist/gallery/index.html'), 'utf8');
});

describe('a gallery', () => {
  test('is made into dist/gallery/, and says which themes it has, that of the talk first', () => {
    const told = JSON.parse(made.stdout);
    expect(told).toMatchObject({
      ok: true,
      command: 'theme gallery',
      outputs: ['dist/gallery/index.html'],
      slides: 3,
      used: 'harbour',
    });
    const [first, ...others] = told.themes.map(({ name }: { name: string }) => name);
    expect(first).toBe('harbour');
    expect(others).toEqual([...others].sort());
    expect(others).toContain('base');
    expect(told.themes[0]).toEqual({
      name: 'harbour',
      about: 'Slate & <brass>',
      extends: '',
      path: 'templates/harbour',
      trust: '',
    });
    expect(made.code).toBe(0);
  });

  test('is a page and its assets, each named by the hash of its content, and nothing else', () => {
    expect([...files.keys()].filter((path) => !path.startsWith('gallery/assets/'))).toEqual(['gallery/index.html']);
    for (const [path, content] of files) {
      if (path === 'gallery/index.html') continue;
      const [, hash] = /-([0-9a-f]{10})\.(?:svg|woff2)$/.exec(path) ?? [];
      expect(createHash('sha256').update(Buffer.from(content, 'latin1')).digest('hex').slice(0, 10)).toBe(hash);
      expect(page).toContain(path.replace('gallery/', ''));
    }
  });

  test('has every slide once in each theme, with the name of the slide and nothing to reach in it', () => {
    const columns = columnsOf(page);
    expect(columns).toHaveLength(JSON.parse(made.stdout).themes.length);
    for (const column of columns) {
      expect(column.match(/role="img" aria-label="[^"]*"><div class="page[^>]* inert/g)).toHaveLength(3);
      expect(column).toContain('aria-label="Folie 2: Three lights"');
    }
    expect(columns[0]).toMatch(/^<section class="theme is-dark" id="harbour"/);
    expect(columns[0]).toContain('Slate &amp; &lt;brass&gt;');
    expect(columns.filter((column) => column.includes('class="current"'))).toEqual([columns[0]]);
  });

  test('keeps what one theme says of the root of its page in the tree of that theme', () => {
    expect(page).not.toMatch(/:root\s*\{\s*--(?:harbour|color)/);
    expect(page.match(/:host \{ --harbour: 3px; \}/g)).toHaveLength(1);
    expect(columnsOf(page)[0]).toContain('--harbour');
  });

  test('has no script, and a policy that names its styles by their hashes', () => {
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
    const hashes = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(columnsOf(page).length + 1);
    expect(policy).toContain(`style-src ${hashes.join(' ')};`);
    expect(policy).toContain("default-src 'none'; script-src 'none';");
    expect(page.replace(/<style>[\s\S]*?<\/style>/g, '')).not.toMatch(/\sstyle=/);
  });

  test.each(['spoken-only', 'hidden-slide', 'private-block', 'handout-only', 'article-only'])(
    'holds "%s" in no byte and no name of any file',
    (secret) => {
      expect([...filesBelow(join(talk, 'slides'))].flat().join()).toContain(secret);
      expect([...files].flat().join()).not.toContain(secret);
    },
  );

  test('names no folder of the machine', () => {
    for (const content of files.values()) expect(content).not.toContain(talk);
  });

  test('is the same, byte by byte, when it is made again', async () => {
    await rostrum(['theme', 'gallery'], talk);
    expect(filesBelow(join(talk, 'dist'))).toEqual(files);
  });
});

test('a gallery of some slides has these alone, with their numbers and no picture of the others', async () => {
  const folder = folders.make(talk);
  const run = await rostrum(['theme', 'gallery', '-o', 'some', '--slides', '2'], folder);
  expect(run.stdout).toMatch(
    /^Made some\/index\.html: 1 slide, in [\d.]+ s\.\nOpen some\/index\.html by a double click/,
  );
  expect(run.code).toBe(0);
  const some = filesBelow(join(folder, 'some'));
  expect(some.get('index.html')).toContain('Folie 2: Three lights');
  expect(some.get('index.html')).not.toContain('Folie 1:');
  expect([...some.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
});

test('a scheme that the talk asks for is the one that shows', async () => {
  const folder = writeTalk({ 'slides/talk.yaml': 'title: Lights\nscheme: light\n' });
  expect((await rostrum(['theme', 'gallery'], folder)).code).toBe(0);
  const text = readFileSync(join(folder, 'dist/gallery/index.html'), 'utf8');
  expect(text).toContain('value="light" checked');
  expect(text).not.toContain('value="own"');
  expect(text).not.toContain('theme is-dark');
});

test('a theme that cannot draw the talk is left out and named; that of the talk stops it', async () => {
  const broken = {
    'templates/torn/theme.yaml': 'name: torn\n',
    'templates/torn/layouts/points.hbs': '{{slide.hedding}}\n',
  };
  const folder = writeTalk(broken);
  const run = await rostrum(['theme', 'gallery', '--json'], folder);
  const told = JSON.parse(run.stdout);
  expect(run.code).toBe(0);
  expect(told.themes.map(({ name }: { name: string }) => name)).not.toContain('torn');
  const found = told.findings.map(({ rule, severity }: Record<string, string>) => `${rule} ${severity}`);
  expect(found).toContain('theme-left-out warning');
  expect(found).toContain('unknown-name warning');
  const own = writeTalk({ ...broken, 'slides/talk.yaml': 'title: Lights\ntheme: torn\n' });
  const stopped = await rostrum(['theme', 'gallery', '--json'], own);
  expect(JSON.parse(stopped.stdout)).toMatchObject({ ok: false, outputs: [] });
  expect(stopped.code).toBe(1);
  expect(existsSync(join(own, 'dist'))).toBe(false);
});

test('a theme that cannot be read is left out too', async () => {
  const folder = writeTalk({ 'templates/torn/theme.yaml': 'name: [torn\n' });
  const run = await rostrum(['theme', 'gallery', '--json'], folder);
  const told = JSON.parse(run.stdout);
  expect(run.code).toBe(0);
  expect(told.findings).toMatchObject([{ severity: 'warning', file: 'templates/torn/theme.yaml' }]);
  expect(told.themes.map(({ name }: { name: string }) => name)).not.toContain('torn');
});

test('a gallery does not take the place of a page that something else made', async () => {
  const folder = writeTalk({ 'dist/gallery/index.html': '<p>mine' });
  const run = await rostrum(['theme', 'gallery', '--json'], folder);
  expect(JSON.parse(run.stdout).findings).toMatchObject([{ rule: 'foreign-page' }]);
  expect(readFileSync(join(folder, 'dist/gallery/index.html'), 'utf8')).toBe('<p>mine');
});
