import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

const OUTLINE = '# Tides\n\n## Twice a day\n\nThe moon.\n\n## Safe home {.closing}\n';
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';
const NAMED = '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Libre Franklin">Acme</text></svg>';
const BRAND = 'name: Acme & Sons\nlogo: { light: assets/day.svg, dark: assets/night.svg }\ncolors: ["#0a2f5c"]\n';

/** A talk in a folder of its own, with more files by their paths. */
function talkWith(files: Readonly<Record<string, string>>, theme = 'base'): string {
  const folder = folders.make();
  const all = { 'slides/talk.yaml': `title: Tides\ntheme: ${theme}\n`, 'slides/00.md': OUTLINE, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The elements of the slides in a page, without scripts and styles. */
function slidesOf(page: string): string {
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}

describe.each(['base', 'horizon'])('a deck in the theme %s', (theme) => {
  test('has the logos of its brand among its files, and says its name once', async () => {
    const folder = talkWith(
      { 'templates/brand.yaml': BRAND, 'templates/assets/day.svg': LOGO, 'templates/assets/night.svg': NAMED },
      theme,
    );
    expect(await rostrum(['build'], folder)).toMatchObject({ code: 0, stderr: '' });
    const files = filesBelow(join(folder, 'dist/deck'));
    const page = files.get('index.html') ?? '';
    const logos = [...page.matchAll(/<img [^>]*class="logo logo-(light|dark)" src="([^"]+)" alt="([^"]*)">/g)];
    expect(logos.map(([, kind, , alt]) => `${kind} ${alt}`)).toEqual([
      'light Acme &amp; Sons',
      'dark Acme &amp; Sons',
      ...['light ', 'dark ', 'light ', 'dark '],
    ]);
    for (const [, , src = ''] of logos) expect([...files.keys()]).toContain(src);
    // An image cannot use the fonts of the page around it.
    expect(files.get(logos[1]?.[2] ?? '')).toContain('@font-face');
    expect(page).toContain('--color-ground:#0a2f5c;');
    expect(page).toContain('--logo-ground-dark:block;');
  });

  test('has not one byte of a logo when it has no brand', async () => {
    const folder = talkWith({}, theme);
    expect((await rostrum(['build'], folder)).code).toBe(0);
    const page = readFileSync(join(folder, 'dist/deck/index.html'), 'utf8');
    expect(slidesOf(page)).not.toContain('logo');
    expect(page).toContain('<div class="foot" aria-hidden="true"><span>Tides</span><span>2</span></div>');
    expect(page).toMatch(/<div class="slide slide-closing density-low">\n {2}<(?:div class="opening"|svg)/);
  });
});

test('a deck in one file has its logo in it', async () => {
  const folder = talkWith({
    'templates/brand.yaml': 'name: Acme\nlogo: assets/a.svg\n',
    'templates/assets/a.svg': LOGO,
  });
  expect(await rostrum(['build', '--single-file'], folder)).toMatchObject({ code: 0, stderr: '' });
  const page = readFileSync(join(folder, 'dist/deck.html'), 'utf8');
  const address = `data:image/svg+xml;base64,${Buffer.from(LOGO).toString('base64')}`;
  expect(page.includes(`class="logo" src="${address}" alt="Acme">`)).toBe(true);
});

test('a brand gives templates of the talk its name and its logos', async () => {
  const folder = talkWith({
    'templates/brand.yaml': 'name: Acme\nlogo: assets/a.svg\n',
    'templates/assets/a.svg': LOGO,
    'templates/partials/foot.hbs':
      '<p class="own">{{brand.name}}{{#unless brand.darkLogo}}: {{brand.logo.src}}{{/unless}}</p>\n',
  });
  expect(await rostrum(['build'], folder)).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(folder, 'dist/deck/index.html'), 'utf8')).toMatch(
    /<p class="own">Acme: assets\/a-[0-9a-f]{10}\.svg<\/p>/,
  );
});

describe('a brand that is not right', () => {
  test.each([
    [
      'has no file of the logo',
      'logo: assets/b.svg',
      '2:7: error: there is no picture at assets/b.svg',
      'did you mean "assets/a.svg"?',
    ],
    [
      'has a logo outside',
      'logo: ../slides/talk.svg',
      '2:7: error: the picture "../slides/talk.svg" is outside',
      'copy it into templates/assets/',
    ],
    [
      'has a logo of the web',
      'logo: https://example.org/a.svg',
      '2:7: error: the picture',
      'save it into templates/assets/',
    ],
    ['has a logo that is no picture', 'logo: brand.yaml', '2:7: error: "brand.yaml" is not a picture', '.svg, .png'],
    [
      'has a font that is not installed',
      'fonts:\n  - { family: F, package: "@acme/f", faces: ["400"], for: text }',
      '3:5: error: the font package "@acme/f" is not installed',
      'npm install @acme/f',
    ],
    ['has a colour that is none', 'colors: [navi]', '2:10: error: "navi" is no colour of CSS', 'did you mean "navy"?'],
  ])('%s', async (_, yaml, message, hint) => {
    const folder = talkWith({
      'templates/brand.yaml': `name: Acme\n${yaml}\n`,
      'templates/assets/a.svg': LOGO,
      'slides/talk.svg': LOGO,
    });
    const { code, stderr } = await rostrum(['build'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain(`templates/brand.yaml:${message}`);
    expect(stderr).toContain(hint);
  });

  test('has colours that cannot be read: the deck is built, and it is said', async () => {
    const folder = talkWith({ 'templates/brand.yaml': 'name: Acme\ncolors: ["#fefefe"]\n' });
    const { code, stderr } = await rostrum(['build'], folder);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'templates/brand.yaml:2:9: info: the colours of the brand are used where they can be read',
    );
  });
});
