import { describe, expect, test, vi } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { readSlides, readSteps } from './in-page.ts';
import { readOutlines } from './outlines.ts';
import { readFolder } from './rostrum.ts';
import { schemes, setUpStage, talkNames } from './stage.ts';
import { placesOf, walk } from './walk.ts';

vi.setConfig({ testTimeout: 30_000 });

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
    const tab = await openDeck(stage.browser, stage.page(name, scheme));
    const places = placesOf(await tab.page.evaluate(readSlides));
    expect(await walk(tab, 'ArrowRight')).toEqual(places);
    expect(await walk(tab, 'ArrowLeft')).toEqual(places.toReversed());
    expect(tab.problems).toEqual([]);
    const files = [...readFolder(stage.deck(name)).keys()].map((path) => stage.folder(name, scheme) + path);
    const own = [stage.page(name, scheme), ...files];
    expect(tab.requests.filter((address) => !own.includes(address))).toEqual([]);
    expect(stage.site(name).missed).toEqual([]);
    await tab.close();
  });

  test('holds the headings, lists and links of the outlines, in order', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const slides = await tab.page.evaluate(readSlides);
    const outlines = readOutlines(stage.talk(name));
    const text = slides.map((slide) => slide.text).join('\n');
    expect(outlines.headings.length).toBeGreaterThan(10);
    expect(missingFrom(text, outlines.headings)).toEqual([]);
    expect(missingFrom(text, outlines.items)).toEqual([]);
    expect(slides.flatMap(({ links }) => links)).toEqual(outlines.links);
    await tab.close();
  });

  test('hides each step until its click and keeps it after', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'), { prefersReducedMotion: true });
    const wrong: string[] = [];
    await walk(tab, 'ArrowRight', async (placeName, place) => {
      for (const [step, isSeen] of await tab.page.evaluate(readSteps)) {
        if (isSeen !== Number(step) < place.step) wrong.push(`${placeName}: step ${step} seen: ${isSeen}`);
      }
    });
    expect(wrong).toEqual([]);
    await tab.close();
  });
});

test('the steps of a talk come as they are written: by item, column, event, pause and by hand', async () => {
  const tab = await openDeck(stage.browser, stage.page('harbour', 'http'));
  expect(await walk(tab, 'ArrowRight')).toEqual([
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
