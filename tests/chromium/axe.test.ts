import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { startBrowser } from './browser.ts';
import { chooseView } from './choose-view.ts';
import { type DeckTab, openDeck, waitForStart } from './deck-tab.ts';
import { createScratchFolder, HARBOUR_TALK, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { walk } from './walk.ts';

const LANGUAGE = fileURLToPath(new URL('../fixtures/language', import.meta.url));
const fixtures = readdirSync(LANGUAGE).map((name) => [name, join(LANGUAGE, name, 'talk.md')] as const);
const talks = [['the shipped talk', SHIPPED_TALK], ['the harbour talk', HARBOUR_TALK], ...fixtures] as const;

const scratch = createScratchFolder();
let browser: Browser;
/** One tab for all decks. */
let tab: DeckTab | undefined;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  scratch.remove();
});

/** Runs in the page: what is far away in the column is laid out too. */
const layOutAll =
  'for (const section of document.querySelectorAll(".slides > section")) section.style.contentVisibility = "visible"';

/** Opens the deck of a talk, in its slides, in the tab that is there. */
async function open(name: string, talk: string): Promise<DeckTab> {
  const deck = scratch.path(name);
  await rostrum(['build', talk, '-o', deck]);
  const address = pathToFileURL(join(deck, 'index.html')).href;
  if (tab === undefined) {
    tab = await openDeck(browser, address);
  } else {
    // What the deck before it remembers, such as its view, is not for this one.
    await tab.page.evaluate('sessionStorage.clear()');
    await tab.page.goto(address);
    await waitForStart(tab.page);
  }
  return tab;
}

describe('axe finds nothing', () => {
  test.each(talks)('on any slide and step of %s, nor in its reading view', async (name, talk) => {
    const deck = await open(name, talk);
    const found: string[] = [];
    const note = async (where: string): Promise<void> => {
      const lines = await findViolations(deck.page);
      found.push(...lines.map((line) => `${where}: ${line}`));
    };
    await walk(deck, 'ArrowRight', note);
    await chooseView(deck.page, 'reading');
    await deck.page.evaluate(layOutAll);
    await note('reading');
    expect(found).toEqual([]);
  });
});

/** What can lie over a deck: how it comes, and what is there then. Escape takes it away. */
const OVERLAYS: readonly (readonly [string, (page: Page) => Promise<unknown>, string])[] = [
  ['the list of slides', (page) => page.keyboard.press('o'), 'dialog[open] img, dialog[open] li'],
  ['a search', (page) => page.keyboard.type('/treaty'), 'dialog[open] li'],
  ['a search that finds nothing', (page) => page.keyboard.type('/qqqq'), 'dialog[open]'],
  ['the sheet of keys', (page) => page.keyboard.press('?'), 'dialog[open]'],
  ['the menu', (page) => page.click('.bar-more'), '.menu:not([hidden])'],
  ['the number of a slide', (page) => page.keyboard.type('12'), '.bar.is-typing'],
  ['the pointer', (page) => page.keyboard.press('l'), '.laser'],
  ['the tools to draw', (page) => page.keyboard.press('d'), '.drawing-tools'],
  ['the black screen', (page) => page.keyboard.press('b'), 'dialog[open]'],
];

describe.each([
  ['a slide', OVERLAYS],
  ['the column', OVERLAYS.slice(0, 4)],
])('axe finds nothing over %s of the shipped talk', (place, overlays) => {
  beforeAll(async () => {
    const { page } = await open('overlays', SHIPPED_TALK);
    if (place === 'the column') await chooseView(page, 'reading');
  });

  test.each(overlays)('in %s', async (_, show, part) => {
    const page = tab?.page as Page;
    await show(page);
    await page.waitForSelector(part);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction((gone: string) => document.querySelector(gone) === null, {}, part);
  });
});

describe('axe finds nothing in the column of the shipped talk', () => {
  test.each([
    ['a telephone', { width: 320, height: 640 }, 'light'],
    ['a telephone in the dark', { width: 390, height: 844 }, 'dark'],
    ['a wide window in the dark', { width: 1280, height: 720 }, 'dark'],
  ])('on %s', async (_, viewport, scheme) => {
    const { page } = await open('columns', SHIPPED_TALK);
    await page.setViewport(viewport);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    if (viewport.width > 600) await chooseView(page, 'reading');
    await page.waitForSelector('html.is-reading');
    await page.evaluate(layOutAll);
    expect(await findViolations(page)).toEqual([]);
    await page.setViewport({ width: 1280, height: 720 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  });
});

test('axe sees what it is to see: a picture without words, on a slide and in the column', async () => {
  const deck = await open('seen', HARBOUR_TALK);
  await deck.page.evaluate(`(async () => {
    const picture = new Image(20, 20);
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC';
    document.querySelector('.present .slide').append(picture);
    await new Promise((done) => { picture.onload = picture.onerror = done; });
  })()`);
  expect(await findViolations(deck.page)).toContainEqual(expect.stringMatching(/^image-alt \(critical\)/));
  await chooseView(deck.page, 'reading');
  expect(await findViolations(deck.page)).toContainEqual(expect.stringMatching(/^image-alt \(critical\)/));
});
