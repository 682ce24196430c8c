import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { readFonts } from './fonts.ts';
import { findLostContent, findMotion, readFit } from './in-page.ts';
import { setUpStage, talkNames } from './stage.ts';
import { walk } from './walk.ts';

vi.setConfig({ testTimeout: 30_000 });

const stage = setUpStage(talkNames);
const BUNDLED = ['BIZ UDPGothic', 'JetBrains Mono', 'Libre Franklin', 'Newsreader'];

describe.each(talkNames)('the deck of the %s talk', (name) => {
  test('loses and covers nothing, at any step of any slide', async () => {
    const tab = await openDeck(stage.browser, stage.address(name, 'http'));
    const lost: string[] = [];
    await walk(tab, 'ArrowRight', async (placeName) => {
      const found = await tab.page.evaluate(findLostContent);
      lost.push(...found.map((line) => `${placeName}: ${line}`));
    });
    expect(lost).toEqual([]);
    await tab.close();
  });

  test('is set in the fonts that come with it, and in no other', async () => {
    const tab = await openDeck(stage.browser, stage.address(name, 'file'));
    const foreign: string[] = [];
    await walk(tab, 'ArrowRight', async (placeName) => {
      const fonts = await readFonts(tab.page, 'section.present, section.present *');
      const others = fonts.filter(({ family, isBundled }) => !isBundled || !BUNDLED.includes(family));
      foreign.push(...others.map(({ family }) => `${placeName}: ${family}`));
    });
    expect(foreign).toEqual([]);
    await tab.close();
  });

  test('has pictures whose text is set in the same fonts', async () => {
    const drawings = readdirSync(join(stage.deck(name), 'assets')).filter((file) => file.endsWith('.svg'));
    expect(drawings).not.toEqual([]);
    const page = await stage.browser.newPage();
    for (const drawing of drawings) {
      await page.goto(`${stage.address(name, 'http')}assets/${drawing}`);
      const fonts = await readFonts(page, 'text, tspan');
      expect(fonts.filter(({ family, isBundled }) => !isBundled || !BUNDLED.includes(family))).toEqual([]);
      expect(fonts, drawing).not.toEqual([]);
    }
    await page.close();
  });
});

test('text that sticks out of the slide, or lies on other text, is seen by these tests', async () => {
  const tab = await openDeck(stage.browser, `${stage.address('harbour', 'http')}#home`);
  expect(await tab.page.evaluate(findLostContent)).toEqual([]);
  await tab.page.evaluate('document.querySelector("section.present .heading").style.fontSize = "700px"');
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
  ['a telephone', { width: 390, height: 844, isMobile: true, hasTouch: true }, { width: 390, height: 219 }],
  ['a telephone on its side', { width: 844, height: 390, isMobile: true, hasTouch: true }, { width: 693, height: 390 }],
])('the slide fills %s as far as its shape allows', async (_, viewport, { width, height }) => {
  const tab = await openDeck(stage.browser, `${stage.address('shipped', 'http')}`, { viewport });
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

test('nothing moves for who asked the system for less motion', async () => {
  const address = stage.address('shipped', 'http');
  const calm = await openDeck(stage.browser, address, { prefersReducedMotion: true });
  expect(await calm.page.evaluate(findMotion)).toEqual([]);
  expect(await calm.page.$('.reveal.none')).not.toBeNull();
  const lively = await openDeck(stage.browser, address);
  expect(await lively.page.evaluate(findMotion)).not.toEqual([]);
  await calm.close();
  await lively.close();
});
