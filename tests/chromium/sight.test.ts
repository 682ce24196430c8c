import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { type DrawnFont, readFonts } from './fonts.ts';
import { findLostContent, findMotion, readFit, readSteps } from './in-page.ts';
import { setUpStage, talkNames } from './stage.ts';
import { walk } from './walk.ts';

const stage = setUpStage(talkNames);
/** Font files name themselves with their cut: `Libre Franklin Thin`. */
const BUNDLED = /^(?:BIZ UDPGothic|JetBrains Mono|Libre Franklin|Newsreader|Noto Emoji)\b/;
/** For reveal.js `.slide` is a transition, on an element that is no slide; `.hljs` is highlight.js's name for code. */
const SHARED_CLASSES = ['slide', 'hljs'];
const isForeign = ({ family, isBundled }: DrawnFont): boolean => !isBundled || !BUNDLED.test(family);

describe.each(talkNames)('the deck of the %s talk', (name) => {
  /** What was seen on one walk through the deck, by place. */
  const lost: string[] = [];
  const foreign: string[] = [];
  const mistimed: string[] = [];

  beforeAll(async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'file'));
    const places = await walk(tab, 'ArrowRight', async (placeName, place) => {
      const note = (list: string[], lines: readonly string[]) =>
        list.push(...lines.map((line) => `${placeName}: ${line}`));
      note(lost, await tab.page.evaluate(findLostContent));
      const fonts = await readFonts(
        tab.page,
        'section.present :is(p, h1, h2, h3, li, td, th, pre, a, em, strong, code, span)',
      );
      note(
        foreign,
        fonts.filter(isForeign).map(({ family }) => family),
      );
      const steps = await tab.page.evaluate(readSteps);
      note(
        mistimed,
        steps.filter(([step, isSeen]) => isSeen !== Number(step) <= place.step).map(([step]) => `step ${step}`),
      );
    });
    expect(places.length).toBeGreaterThan(20);
    await tab.close();
  });

  test('loses and covers nothing, at any step of any slide', () => {
    expect(lost).toEqual([]);
  });

  test('hides each step until its click and keeps it after', () => {
    expect(mistimed).toEqual([]);
  });

  test('is set in the fonts that come with it, and in no other', () => {
    expect(foreign).toEqual([]);
  });

  test('has pictures whose text is set in the same fonts', async () => {
    const drawings = readdirSync(join(stage.deck(name), 'assets')).filter((file) => file.endsWith('.svg'));
    expect(drawings).not.toEqual([]);
    const page = await stage.browser.newPage();
    for (const drawing of drawings) {
      await page.goto(`${stage.folder(name, 'http')}assets/${drawing}`);
      const fonts = await readFonts(page, 'text, tspan');
      expect(fonts.filter(isForeign), drawing).toEqual([]);
      expect(fonts, drawing).not.toEqual([]);
    }
    await page.close();
  });
});

test('no class of a slide is one of reveal.js', async () => {
  const require = createRequire(import.meta.url);
  const theirs = new Set(
    [...readFileSync(require.resolve('reveal.js/reveal.css'), 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(
      ([, name = '']) => name,
    ),
  );
  for (const name of talkNames) {
    const page = readFileSync(join(stage.deck(name), 'index.html'), 'utf8').replace(/^.*<main[^>]*>|<\/main>.*$/gs, '');
    const classes = [...page.matchAll(/class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
    expect(classes.filter((own) => theirs.has(own) && !SHARED_CLASSES.includes(own))).toEqual([]);
  }
});

test('text that sticks out of the slide, or lies on other text, is seen by these tests', async () => {
  const tab = await openDeck(stage.browser, `${stage.page('harbour', 'http')}#home`);
  expect(await tab.page.evaluate(findLostContent)).toEqual([]);
  await tab.page.evaluate(
    'document.querySelector("section.present .heading").style.cssText = "white-space: nowrap; max-width: none; font-size: 200px"',
  );
  expect(await tab.page.evaluate(findLostContent)).toContainEqual(
    expect.stringMatching(/sticks out by \d+ px at the right/),
  );
  await tab.page.evaluate('document.querySelector("section.present .heading").style.cssText = "margin-top: 560px"');
  expect(await tab.page.evaluate(findLostContent)).toContainEqual(expect.stringMatching(/lie on top of each other/));
  await tab.close();
});

test.each([
  ['a large screen', { width: 1920, height: 1080 }, { width: 1920, height: 1080 }],
  ['an old projector', { width: 1024, height: 768 }, { width: 1024, height: 576 }],
])('the slide fills %s as far as its shape allows', async (_, viewport, { width, height }) => {
  const tab = await openDeck(stage.browser, stage.page('shipped', 'http'), { viewport });
  const fit = await tab.page.evaluate(readFit);
  // reveal.js rounds the scale to two decimals: up to 6.4 px of 1280, 3.6 px of 720.
  expect(Math.abs(fit.width - width)).toBeLessThanOrEqual(7);
  expect(Math.abs(fit.height - height)).toBeLessThanOrEqual(4);
  for (const edge of [fit.left, fit.top, fit.right, fit.bottom]) expect(edge).toBeGreaterThanOrEqual(-4);
  expect(Math.abs(fit.left - fit.right)).toBeLessThanOrEqual(1);
  expect(Math.abs(fit.top - fit.bottom)).toBeLessThanOrEqual(1);
  expect(fit.scrolls).toBe(false);
  expect(tab.problems).toEqual([]);
  await tab.close();
});

test('on a telephone on its side the slide leaves a strip to the control bar', async () => {
  const viewport = { width: 844, height: 390, isMobile: true, hasTouch: true };
  const tab = await openDeck(stage.browser, stage.page('shipped', 'http'), { viewport });
  const fit = await tab.page.evaluate(readFit);
  const bar = await tab.page.evaluate('document.querySelector(".bar").getBoundingClientRect().top');
  expect(390 - fit.bottom).toBeLessThanOrEqual(Number(bar) + 1);
  // 344 px of 720, rounded to a scale of 0.48.
  expect(Math.abs(fit.height - 345.6)).toBeLessThanOrEqual(4);
  expect(Math.abs(fit.left - fit.right)).toBeLessThanOrEqual(1);
  expect(fit.scrolls).toBe(false);
  await tab.close();
});

test('nothing moves for who asked the system for less motion', async () => {
  const address = stage.page('shipped', 'http');
  const calm = await openDeck(stage.browser, address);
  expect(await calm.page.evaluate(findMotion)).toEqual([]);
  expect(await calm.page.$('.reveal.none')).not.toBeNull();
  const lively = await openDeck(stage.browser, address, { moves: true });
  expect(await lively.page.evaluate(findMotion)).not.toEqual([]);
  await calm.close();
  await lively.close();
});
