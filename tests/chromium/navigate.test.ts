import type { CDPSession } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { readOutlines } from './outlines.ts';
import { readFolder } from './rostrum.ts';
import { schemes, setUpStage, talkNames } from './stage.ts';
import { placesOf, walk } from './walk.ts';

const stage = setUpStage(talkNames);

/** Those of `parts` that do not follow one another in `text`, spaces aside. */
function missingFrom(text: string, parts: readonly string[]): readonly string[] {
  const squeezed = text.replace(/\s+/g, '');
  let from = 0;
  return parts.filter((part) => {
    const at = squeezed.indexOf(part.replace(/\s+/g, ''), from);
    if (at !== -1) from = at;
    return at === -1;
  });
}

describe.each(talkNames)('the deck of the %s talk', (name) => {
  test.each(schemes)('shows every slide and every step by arrow keys, there and back, over %s', async (scheme) => {
    const tab = await openDeck(stage.browser, stage.page(name, scheme), { moves: scheme === 'http' });
    const places = placesOf(await tab.slides());
    expect(await walk(tab, 'ArrowRight')).toEqual(places);
    expect(await walk(tab, 'ArrowLeft')).toEqual(places.toReversed());
    expect(tab.problems).toEqual([]);
    const files = [...readFolder(stage.deck(name)).keys()].map((path) => stage.folder(name, scheme) + path);
    const own = [stage.page(name, scheme), ...files];
    expect(tab.requests.filter((address) => !own.includes(address))).toEqual([]);
    if (scheme === 'http') expect(stage.site(name).missed).toEqual([]);
    await tab.close();
  });

  test('holds the headings, lists and links of the outlines, in order', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const slides = await tab.slides();
    const outlines = readOutlines(stage.talk(name));
    const text = slides.map((slide) => slide.text).join('\n');
    const headings = outlines.headings.map((heading) => heading.text);
    expect(headings.length).toBeGreaterThan(10);
    expect(missingFrom(text, headings)).toEqual([]);
    expect(missingFrom(text, outlines.items)).toEqual([]);
    expect(slides.flatMap(({ links }) => links)).toEqual(outlines.links);
    await tab.close();
  });
});

test('the steps of a talk come as they are written: by item, column, event, pause and by hand', async () => {
  const tab = await openDeck(stage.browser, stage.page('harbour', 'http'));
  expect(placesOf(await tab.slides())).toEqual([
    'harbour',
    ...['lights', 'lights+1', 'lights+2', 'lights+3'],
    'slide-3',
    'reading-the-lights',
    ...['sides', 'sides+1', 'sides+2'],
    ...['watch', 'watch+1', 'watch+2', 'watch+3'],
    'signals',
    'flash',
    ...['pause', 'pause+1', 'pause+2'],
    ...['order', 'order+1', 'order+2'],
    '東京湾-the-café-quay',
    'coming-home',
    'proverb',
    'tower',
    'slide-15',
    'home',
    'where-this-comes-from',
    'end',
  ]);
  await tab.close();
});

/** Draws a finger over the screen, from left to right or back, as a telephone reports it. */
async function swipe(session: CDPSession, fromX: number, toX: number): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 300 }] });
  await touch('touchStart', fromX);
  for (let part = 1; part <= 4; part += 1) await touch('touchMove', fromX + ((toX - fromX) * part) / 4);
  await touch('touchEnd');
}

test('Home and End lead to the first and the last slide, space and page keys to the next', async () => {
  const tab = await openDeck(stage.browser, stage.page('shipped', 'http'));
  const ids = (await tab.slides()).map(({ id }) => id);
  expect((await tab.press('End')).slide).toBe(ids.at(-1));
  expect((await tab.press('Home')).slide).toBe(ids[0]);
  expect((await tab.press('Space')).slide).toBe(ids[1]);
  expect((await tab.press('PageDown')).slide).toBe(ids[2]);
  expect((await tab.press('PageUp')).slide).toBe(ids[1]);
  await tab.close();
});

test('a finger drawn over the screen turns to the next slide and back', async () => {
  const viewport = { width: 844, height: 390, isMobile: true, hasTouch: true };
  const tab = await openDeck(stage.browser, stage.page('shipped', 'http'), { viewport });
  const [first, second] = await tab.slides();
  const session = await tab.page.createCDPSession();
  await swipe(session, 620, 160);
  await tab.arrive(second?.id ?? '');
  await swipe(session, 160, 620);
  await tab.arrive(first?.id ?? '');
  expect(tab.problems).toEqual([]);
  await tab.close();
});
