import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf, textOfPages } from '../print/read-pdf.ts';
import { startBrowser } from './browser.ts';
import { chooseView } from './choose-view.ts';
import { openDeck, RELOADED } from './deck-tab.ts';
import { createScratchFolder, HARBOUR_TALK, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { writeLanguageTalk, writeLongTalk } from './talks.ts';

const TELEPHONE = { width: 320, height: 640 };
const DESK = { width: 1280, height: 720 };
const LONG = 1_000;

const scratch = createScratchFolder();
let browser: Browser;
const deckOf = (name: string): string => `${pathToFileURL(scratch.path(name, 'deck')).href}/index.html`;

beforeAll(async () => {
  for (const name of ['language', 'long']) mkdirSync(scratch.path(name));
  writeLanguageTalk(scratch.path('language'));
  writeLongTalk(scratch.path('long'), LONG);
  const talks = { shipped: SHIPPED_TALK, harbour: HARBOUR_TALK, language: '', long: '' };
  for (const [name, talk] of Object.entries(talks)) {
    await rostrum(['build', talk || scratch.path(name), '-o', scratch.path(name, 'deck')]);
  }
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

/** A page in the reading view, as a telephone gets it. */
const openReading = (name: string, hash = '', viewport = TELEPHONE) =>
  openDeck(browser, deckOf(name) + hash, { viewport });

/** Opens a deck without scripts. */
async function openPlain(name: string, hash = ''): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(TELEPHONE);
  await page.setJavaScriptEnabled(false);
  await page.goto(deckOf(name) + hash);
  return page;
}

/** The view, the slide at the top of what is read, and the address. */
const readState = (page: Page) =>
  page.evaluate(`({
    isReading: document.documentElement.classList.contains('is-reading'),
    top: [...document.querySelectorAll('.slides > section')].find((slide) => slide.getBoundingClientRect().bottom > 40)?.id,
    hash: decodeURIComponent(location.hash),
  })`);
const settle = (page: Page, hash: string) => page.waitForFunction(`location.hash === ${JSON.stringify(hash)}`);
/** Scrolls as a person does who looks for a slide: until it stands there, for slides that come near push it away. */
const scrollTo = (page: Page, id: string) =>
  page.evaluate(`(async () => {
    const slide = document.querySelector('#${id}');
    for (let still = 0; still < 5; still++) {
      if (Math.abs(slide.getBoundingClientRect().top) > 1) still = 0;
      slide.scrollIntoView();
      await new Promise(requestAnimationFrame);
    }
  })()`);

/** All slides laid out, whether they are in sight or not. */
const LAY_OUT = `(async () => {
  for (const slide of document.querySelectorAll('.slides > section')) slide.style.contentVisibility = 'visible';
  for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
})()`;
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
  'p { margin-bottom: 2em !important }';

describe('the reading view at 320 px, as at 400 %', () => {
  test.each(['shipped', 'harbour', 'language'])('does not scroll sideways in the talk %s', async (name) => {
    const { page, problems } = await openReading(name);
    await page.evaluate(LAY_OUT);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width);
    expect(problems).toEqual([]);
    await page.close();
    const plain = await openPlain(name);
    expect(await plain.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width);
    await plain.close();
  });

  test('loses nothing when the reader spaces its text', async () => {
    const { page } = await openReading('language');
    await page.evaluate(`document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet(), {})];
      document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(SPACED)})`);
    await page.evaluate(LAY_OUT);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width);
    const cut = await page.evaluate(`[...document.querySelectorAll('main *')]
      .filter((element) => !element.closest('svg, .visually-hidden, .katex') && element.tagName !== 'SECTION')
      .filter((element) => getComputedStyle(element).overflowY === 'hidden' && !element.querySelector('svg'))
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(({ tagName, className }) => tagName + '.' + className)`);
    expect(cut).toEqual([]);
    await page.close();
  });

  test('lets the keyboard into boxes that scroll, and into no others', async () => {
    const { page } = await openReading('language', '', DESK);
    await chooseView(page, 'reading');
    await page.setViewport(TELEPHONE);
    await page.evaluate(LAY_OUT);
    const boxes = () =>
      page.evaluate(`[...document.querySelectorAll('main :is(pre, .table, .scroll-box, .chart, .formula)')].map((box) =>
        [box.scrollWidth > box.clientWidth + 1, box.tabIndex === 0, (box.ariaLabel ?? '') !== ''])`) as Promise<
        (readonly boolean[])[]
      >;
    const narrow = await boxes();
    expect(narrow.some(([isWide]) => isWide)).toBe(true);
    for (const [isWide, isStop, isNamed] of narrow) expect([isStop, isNamed]).toEqual([isWide, isWide]);
    await page.setViewport(DESK);
    await page.waitForFunction(`document.querySelector('main [tabindex="0"]') === null`);
    await page.close();
  });
});

test('every word of every slide stands in it, with and without scripts', async () => {
  const { page } = await openReading('harbour');
  const READ = `[...document.querySelectorAll('.slides > section')].map((slide) =>
    (slide.style.contentVisibility = 'visible') && slide.id + ': ' + slide.innerText.replace(/\\s+/g, ' ').trim())`;
  const read = await page.evaluate(READ);
  const plain = await openPlain('harbour');
  expect(await plain.evaluate('getComputedStyle(document.querySelector(".slides > section")).display')).toBe('block');
  expect(await plain.evaluate(READ)).toEqual(read);
  expect(JSON.stringify(read)).toContain('handout only');
  await page.close();
  await plain.close();
});

describe('changing the view', () => {
  test('keeps the place and its steps both ways', async () => {
    const { page, press, place, problems } = await openReading('harbour', '', DESK);
    await press('ArrowRight');
    const before = await press('ArrowRight');
    expect(before.step).toBeGreaterThan(0);
    await chooseView(page, 'reading');
    expect(await readState(page)).toMatchObject({ isReading: true, top: before.slide, hash: before.hash });
    await chooseView(page, 'slides');
    expect(await place()).toEqual(before);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('keeps the place that was scrolled to, at the end of the column too', async () => {
    const { page, place } = await openReading('long', '#s500', DESK);
    await chooseView(page, 'reading');
    expect(await readState(page)).toMatchObject({ top: 's500' });
    await scrollTo(page, 's700');
    await settle(page, '#/s700');
    await chooseView(page, 'slides');
    expect((await place()).slide).toBe('s700');
    await page.keyboard.press('End');
    expect((await place()).slide).toBe(`s${LONG}`);
    await page.keyboard.press('ArrowLeft');
    await chooseView(page, 'reading');
    await chooseView(page, 'slides');
    expect((await place()).slide).toBe(`s${LONG - 1}`);
    await page.close();
  });

  test('takes the focus to the slide, from a button that goes and from a link on the slide', async () => {
    const { page } = await openReading('long', '#s3', DESK);
    await chooseView(page, 'reading');
    expect(await page.evaluate('document.activeElement.id')).toBe('s3');
    // The button of the smaller bar goes with the view.
    await page.click('.bar-present');
    await page.waitForSelector('html.is-slides section.present');
    expect(await page.evaluate('document.activeElement.id')).toBe('s3');
    await page.focus('section.present a');
    // A window enlarged four times.
    await page.setViewport(DESK);
    await page.evaluate('sessionStorage.clear()');
    await page.reload();
    await page.waitForSelector('html.is-ready section.present');
    await page.focus('section.present a');
    await page.setViewport(TELEPHONE);
    await page.waitForSelector('html.is-reading');
    await page.waitForFunction('document.activeElement.id === "s3"');
    await page.close();
  });
});

describe('the address', () => {
  test('follows what is read, without entries in the history', RELOADED, async () => {
    const { page } = await openReading('long');
    const entries = await page.evaluate('history.length');
    for (const slide of ['s40', 's41', 's200']) {
      await scrollTo(page, slide);
      await settle(page, `#/${slide}`);
    }
    expect(await page.evaluate('history.length')).toBe(entries);
    await page.reload();
    await page.waitForSelector('html.is-ready');
    await page.waitForFunction('Math.abs(document.querySelector("#s200").getBoundingClientRect().top) < 400');
    expect(await readState(page)).toMatchObject({ hash: '#/s200' });
    await page.close();
  });

  test.each(['#/s640', '#s640', '#/640'])('with %s opens the view there', async (hash) => {
    const { page, problems } = await openReading('long', hash);
    await page.waitForFunction('Math.abs(document.querySelector("#s640").getBoundingClientRect().top) < 2');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('goes with links inside the talk, and back', async () => {
    const { page } = await openReading('long', '#s300');
    await page.waitForFunction('Math.abs(document.querySelector("#s300").getBoundingClientRect().top) < 2');
    // Not by a click: slides that come near get their height, and what a mouse is led to moves.
    await page.focus(`#s300 a[href="#s${LONG}"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.querySelector("#s${LONG}").getBoundingClientRect().top < innerHeight`);
    await page.goBack();
    await page.waitForFunction('Math.abs(document.querySelector("#s300").getBoundingClientRect().top) < 400');
    await page.goForward();
    await page.waitForFunction(`document.querySelector("#s${LONG}").getBoundingClientRect().top < innerHeight`);
    await page.close();
  });

  test('leads to slides without scripts', async () => {
    const page = await openPlain('long', '#s900');
    expect(await page.evaluate('Math.abs(document.querySelector("#s900").getBoundingClientRect().top) < 2')).toBe(true);
    await page.click('#s900 a[href="#s1"]');
    expect(await page.evaluate('scrollY < 400')).toBe(true);
    await page.close();
  });
});

/** The paper of a deck, with all of its fonts. */
async function printed(page: Page, format: 'A4' | 'letter') {
  await page.waitForFunction('[...document.fonts].every(({ status }) => status === "loaded")');
  return openPdf(await page.pdf({ format }));
}

describe('printing', () => {
  test('the slides gives the words of all of them, on paper of its own size, and comes back to the same step', async () => {
    const { page, press, place, problems } = await openReading('harbour', '', DESK);
    await press('ArrowRight');
    const before = await press('ArrowRight');
    const words = await page.evaluate('[...document.querySelectorAll("h1, h2")].map(({ textContent }) => textContent)');
    const pdf = await printed(page, 'A4');
    const text = (await textOfPages(pdf)).join(' ').replace(/\s+/g, '');
    for (const word of [...(words as string[]), 'Safe home', 'Then it is dark again', 'Green, whoever looks']) {
      expect(text).toContain(word.replace(/\s+/g, ''));
    }
    expect(text).toContain('(https://example.com/rules?part=c&page=2)');
    expect(text).toContain('handoutonly');
    expect((await pdf.getPage(1)).view.map(Math.floor)).toEqual([0, 0, 595, 841]);
    await page.waitForSelector('html.is-slides section.present');
    expect(await place()).toEqual(before);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('on a telephone stays in the reading view, where it was', async () => {
    const { page } = await openReading('harbour', '#proverb');
    await page.waitForFunction('Math.abs(document.querySelector("#proverb").getBoundingClientRect().top) < 2');
    const pdf = await printed(page, 'letter');
    expect((await textOfPages(pdf)).join(' ')).toContain('Safe home');
    await page.waitForFunction('Math.abs(document.querySelector("#proverb").getBoundingClientRect().top) < 2');
    expect(await readState(page)).toEqual({ isReading: true, top: 'proverb', hash: '#proverb' });
    await page.close();
  });

  test('opens answers that are shut', async () => {
    const { page } = await openReading('language');
    const pdf = await printed(page, 'A4');
    const answer = 'html details > :not(summary)';
    const hidden = (await page.$eval(answer, ({ textContent }) => textContent)) ?? '';
    expect(hidden).not.toBe('');
    expect((await textOfPages(pdf)).join('').replace(/\s+/g, '')).toContain(hidden.replace(/\s+/g, ''));
    await page.close();
  });
});

test('the view stays when the script of the deck fails', async () => {
  const page = await browser.newPage();
  await page.setViewport(DESK);
  await page.evaluateOnNewDocument('delete window.ResizeObserver; Element.prototype.append = undefined');
  await page.goto(deckOf('harbour'));
  await page.waitForFunction('document.querySelector(".slides > section:last-child")?.checkVisibility()');
  expect(await page.evaluate('getComputedStyle(document.querySelector("main")).position')).toBe('static');
  await page.close();
});

/** The contrast of each colour of text with each ground that it stands on, those below 4.5:1 (WCAG 2.2, 1.4.3). */
const FIND_FAINT = `(() => {
  const context = document.createElement('canvas').getContext('2d');
  const luminance = (token) => {
    context.fillStyle = getComputedStyle(document.body).getPropertyValue('--color-' + token);
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((channel) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const texts = ['ink', 'muted', 'accent', 'accent-text', 'display', 'code-keyword', 'code-text', 'code-value',
    ...[1, 2, 3, 4, 5, 6].map((number) => 'series-' + number)];
  const pairs = [...texts.flatMap((text) => [[text, 'paper'], [text, 'wash']]),
    ['on-ground', 'ground'], ['on-ground-muted', 'ground'], ['ink', 'mark'], ['muted', 'mark'],
    ['code-keyword', 'mark'], ['code-text', 'mark'], ['code-value', 'mark']];
  return pairs
    .map(([text, ground]) => [text, ground, ...[luminance(text), luminance(ground)].sort((one, other) => other - one)])
    .map(([text, ground, light, dark]) => [text, ground, (light + 0.05) / (dark + 0.05)])
    .filter(([, , contrast]) => contrast < 4.5);
})()`;

test.each(['language', 'long'])('in the dark every colour of the talk %s can be read', async (name) => {
  const { page } = await openReading(name);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
  expect(await page.evaluate(FIND_FAINT)).toEqual([]);
  await page.close();
});
