import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { startBrowser } from './browser.ts';
import { createScratchFolder, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { writeLanguageTalk } from './talks.ts';

const scratch = createScratchFolder();
const address = pathToFileURL(scratch.path('gallery', 'index.html')).href;
/** The first slides alone: the page around them is the same. */
const ofFew = pathToFileURL(scratch.path('few', 'index.html')).href;
let browser: Browser;
let page: Page;
let requests: string[] = [];
let problems: string[] = [];

/** Two themes whose faces, tokens and rules would be seen in each other. */
const THEMES: Readonly<Record<string, string>> = {
  'loud/theme.yaml': `name: loud
tokens: { color: { paper: "#ffe14d" }, font: { sans: "'Libre Franklin', sans-serif" } }
fonts: [{ family: Libre Franklin, package: "@fontsource/libre-franklin", faces: ["400", "900"] }]
`,
  'loud/theme.css': ':root { --loud: 1 } .slide .heading { font: 700 60px var(--font-sans); rotate: 1deg }',
  'night/theme.yaml': 'name: night\nscheme: dark\ntokens: { color: { paper: "#101418" } }\n',
};

beforeAll(async () => {
  mkdirSync(scratch.path('talk'));
  writeLanguageTalk(scratch.path('talk'));
  for (const [name, text] of Object.entries(THEMES)) {
    const file = join(scratch.path('talk'), 'templates', name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  // A theme of a talk has its fonts from packages that are installed beside it.
  symlinkSync(join(SHIPPED_TALK, 'node_modules'), join(scratch.path('talk'), 'node_modules'), 'junction');
  const gallery = ['theme', 'gallery', '--talk', scratch.path('talk'), '-o'];
  await rostrum([...gallery, scratch.path('gallery')]);
  await rostrum([...gallery, scratch.path('few'), '--slides', '1-5']);
  browser = await startBrowser();
  page = await browser.newPage();
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(request.url()));
  page.on('request', (request) => requests.push(request.url()));
}, 120_000);

afterAll(async () => {
  await browser.close();
  scratch.remove();
});

beforeEach(() => show('', 1280, 'light'));

/** Opens the page anew, at one of its places, on a screen of a width that is light or dark. */
async function show(place: string, width: number, scheme: string, gallery = address): Promise<void> {
  problems = [];
  requests = [];
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto('about:blank');
  await page.goto(gallery + place);
}

/** What a script in the page says of the tree of a theme, `tree`. */
function inTree(theme: string, expression: string): Promise<unknown> {
  return page.evaluate(
    `(() => { const tree = document.getElementById(${JSON.stringify(theme)}).querySelector('.tree').shadowRoot; return ${expression}; })()`,
  );
}

const styleOf = (theme: string, selector: string, property: string): Promise<unknown> =>
  inTree(theme, `getComputedStyle(tree.querySelector('${selector}')).${property}`);

describe('a gallery', () => {
  test('opens from a file, asks for nothing that is not beside it, and has nothing to say', async () => {
    await page.evaluate('document.fonts.ready.then(() => true)');
    expect(
      requests.filter((url) => !url.startsWith(address.replace('index.html', '')) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('shows every slide in every theme, drawn, as large as its box', async () => {
    const themes = (await page.$$eval('.theme', (all) => all.map(({ id }) => id))) as string[];
    expect(themes.slice(0, 1)).toEqual(['horizon']);
    const names = await page.$$eval('.names li', ({ length }) => length);
    expect(names).toBeGreaterThan(40);
    for (const theme of themes) {
      expect(await inTree(theme, `tree.querySelectorAll('.box > .page > .slide').length`)).toBe(names);
      expect(
        await inTree(
          theme,
          `(() => { const box = tree.querySelector('.box'); const page = box.firstElementChild;
            return Math.abs(box.getBoundingClientRect().width - page.getBoundingClientRect().width) < 1; })()`,
        ),
      ).toBe(true);
    }
  });

  test('keeps the tokens and rules of a theme in it', async () => {
    expect(await styleOf('loud', '.slide-points', 'backgroundColor')).toBe('rgb(255, 225, 77)');
    expect(await styleOf('base', '.slide-points', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await styleOf('loud', '.slide-points .heading', 'rotate')).toBe('1deg');
    expect(await styleOf('base', '.slide-points .heading', 'rotate')).toBe('none');
    expect(await page.evaluate(`getComputedStyle(document.body).getPropertyValue('--color-paper')`)).toBe('');
    expect(await page.evaluate(`getComputedStyle(document.body).getPropertyValue('--loud')`)).toBe('');
  });

  test('sets each theme in its own faces, where two have a family of the same name', async () => {
    const loud = String(await styleOf('loud', '.slide-points .heading', 'fontFamily'));
    const base = String(await styleOf('base', '.slide-points .body', 'fontFamily'));
    const familyOf = (stack: string): string => stack.split(',')[0]?.replaceAll('"', '') ?? '';
    expect(familyOf(base)).toBe('Libre Franklin');
    expect(familyOf(loud)).not.toBe('Libre Franklin');
    const weights = (await page.evaluate(
      `[...document.fonts].map(({ family, weight }) => family.replaceAll('"', '') + ' ' + weight)`,
    )) as string[];
    expect(weights).toContain(`${familyOf(loud)} 900`);
    expect(weights).not.toContain('Libre Franklin 900');
    await page.evaluate('document.fonts.ready.then(() => true)');
    const drawn = await page.evaluate(`document.fonts.check('900 20px "${familyOf(loud)}"')`);
    expect(drawn).toBe(true);
  });

  test('has the scheme of each theme, until one is asked for', async () => {
    const grounds = async (): Promise<readonly unknown[]> => [
      await styleOf('base', '.slide-points', 'backgroundColor'),
      await styleOf('night', '.slide-points', 'backgroundColor'),
    ];
    expect(await grounds()).toEqual(['rgb(255, 255, 255)', 'rgb(16, 20, 24)']);
    await page.click('[value="dark"]');
    const [base, night] = await grounds();
    expect(base).not.toBe('rgb(255, 255, 255)');
    expect(night).toBe('rgb(16, 20, 24)');
    await page.click('[value="light"]');
    const [light, nightInLight] = await grounds();
    expect(light).toBe('rgb(255, 255, 255)');
    expect(nightInLight).not.toBe('rgb(16, 20, 24)');
  });

  test('shows one theme alone, or one slide in all themes, and gives the way back', async () => {
    const shownThemes = () =>
      page.$$eval('.theme', (all) => all.filter((one) => getComputedStyle(one).display !== 'none').map(({ id }) => id));
    const shownSlides = () =>
      inTree(
        'horizon',
        `[...tree.querySelectorAll('.cell')].filter((one) => getComputedStyle(one).display !== 'none').length`,
      );
    const [themes, slides] = [await shownThemes(), await shownSlides()];
    await page.click('#loud h2 a');
    expect(await shownThemes()).toEqual(['loud']);
    await page.click('.all');
    expect(await shownThemes()).toEqual(themes);
    await page.click('.names li:nth-child(3) a');
    expect(await shownThemes()).toEqual(themes);
    expect(await shownSlides()).toBe(1);
    await page.click('.all');
    expect(await shownSlides()).toBe(slides);
  });

  test.each([320, 390])('goes down and not sideways on a screen of %i px', async (width) => {
    await show('', width, 'light');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const boxOf = (theme: string) =>
      inTree(
        theme,
        `(({ left, top, right }) => ({ left, top, right }))(tree.querySelector('.box').getBoundingClientRect())`,
      );
    const [first, second] = (await Promise.all(['horizon', 'base'].map(boxOf))) as DOMRect[];
    expect(second?.left).toBe(first?.left);
    expect(second?.top).toBeGreaterThan(first?.top ?? 0);
    expect(first?.right).toBeLessThanOrEqual(width);
  });
});

describe('axe finds nothing in a gallery', () => {
  test('of a whole talk', async () => {
    expect(await findViolations(page)).toEqual([]);
  });

  test.each([
    ['', 1280, 'dark'],
    ['#loud', 1280, 'light'],
    ['#/3', 1280, 'dark'],
    ['', 390, 'light'],
    ['#/3', 390, 'dark'],
  ])('at "%s", on a screen of %i px that is %s', async (place, width, scheme) => {
    await show(place, width, scheme, ofFew);
    expect(await findViolations(page)).toEqual([]);
  });
});
