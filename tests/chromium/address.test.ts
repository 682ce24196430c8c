import { beforeAll, describe, expect, test } from 'vitest';
import { picturesOf, waitForPictures } from './deck-pictures.ts';
import { type DeckTab, openDeck, waitForStart } from './deck-tab.ts';
import type { Place } from './in-page.ts';
import { schemes, setUpStage } from './stage.ts';

const stage = setUpStage(['shipped', 'harbour']);
const slideOf = async (tab: DeckTab): Promise<string> => (await tab.place()).slide;

/** Switches that reveal.js would take from the address: what hides, what loads, what runs. */
const SWITCHES = [
  'showNotes=true',
  'showHiddenSlides=true',
  'url=javascript:alert(1)',
  'plugins=x',
  'postMessage=true',
  'parallaxBackgroundImage=http://127.0.0.1:9/x.png',
  'view=print',
  'view=scroll',
  'print-pdf',
  'keyboard=false&touch=false&controls=false',
  'autoSlide=10&loop=true',
  'embedded=true&width=100',
];

/** What a deck does and shows, as far as a query could change it. */
interface Behaviour {
  readonly address: string;
  readonly places: readonly Place[];
  readonly classes: unknown;
  /** What was asked for after the page itself. */
  readonly requests: readonly string[];
  readonly problems: readonly string[];
}

async function behave(page: string, query: string): Promise<Behaviour> {
  const tab = await openDeck(stage.browser, `${page}${query}#lights`);
  const places: Place[] = [await tab.place()];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft'] as const) places.push(await tab.press(key));
  // Whether the pointer has rested for a while is a matter of time, not of the address.
  const classes = await tab.page.evaluate(
    `[document.documentElement, document.body, document.querySelector(".reveal")].map(({ classList }) =>
      [...classList].filter((name) => name !== "is-idle"),
    )`,
  );
  // Faces and pictures that no slide has asked for yet are loaded when the page is idle.
  await tab.page.waitForFunction('[...document.fonts].every(({ status }) => status === "loaded")');
  await waitForPictures(tab, picturesOf(stage.deck('harbour')));
  const requests = tab.requests.filter((address) => address !== page && address !== page + query).sort();
  const behaviour = { address: tab.page.url(), places, classes, requests, problems: tab.problems };
  await tab.close();
  return behaviour;
}

describe.each(schemes)('over %s', (scheme) => {
  test('an address with the id of a slide opens that slide', async () => {
    const tab = await openDeck(stage.browser, `${stage.page('shipped', scheme)}#kishi`);
    expect(await slideOf(tab)).toBe('kishi');
    await tab.close();
  });

  test('an id in any script and an id nobody has do no harm', async () => {
    const page = stage.page('harbour', scheme);
    const tab = await openDeck(stage.browser, `${page}#${encodeURIComponent('東京湾-the-café-quay')}`);
    expect(await tab.place()).toMatchObject({ slide: '東京湾-the-café-quay', hash: '#/東京湾-the-café-quay' });
    await tab.close();
    const lost = await openDeck(stage.browser, `${page}#nobody`);
    expect(await slideOf(lost)).toBe('harbour');
    expect(lost.problems).toEqual([]);
    await lost.close();
  });

  test('the address follows the slide, and going back and forward follows the address', async () => {
    const tab = await openDeck(stage.browser, stage.page('shipped', scheme));
    const visited = [await tab.place(), await tab.press('ArrowRight'), await tab.press('ArrowRight')];
    for (const { slide, hash } of visited) expect(hash).toBe(`#/${slide}`);
    const [first = '', second = '', third = ''] = visited.map(({ slide }) => slide);
    expect(new Set([first, second, third]).size).toBe(3);
    await tab.page.goBack();
    await tab.arrive(second);
    await tab.page.goBack();
    await tab.arrive(first);
    await tab.page.goForward();
    await tab.arrive(second);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('going back from the first slide leaves the deck', async () => {
    const tab = await openDeck(stage.browser, stage.page('shipped', scheme));
    await tab.page.goBack();
    expect(tab.page.url()).toBe('about:blank');
    await tab.close();
  });

  test('a new address in the same tab moves the deck', async () => {
    const tab = await openDeck(stage.browser, stage.page('shipped', scheme));
    await tab.page.evaluate('location.hash = "#outcome"');
    await tab.arrive('outcome');
    await tab.close();
  });

  test('loading again keeps the place', async () => {
    const tab = await openDeck(stage.browser, `${stage.page('shipped', scheme)}#kishi`);
    const place = await tab.press('ArrowRight');
    await tab.page.reload();
    await waitForStart(tab.page);
    expect(await slideOf(tab)).toBe(place.slide);
    expect(place.slide).not.toBe('kishi');
    await tab.close();
  });

  test('links inside the talk lead to their slides, and back', async () => {
    const tab = await openDeck(stage.browser, stage.page('shipped', scheme));
    const slides = await tab.slides();
    const links = slides.flatMap(({ id, links }) =>
      links.filter((link) => link.startsWith('#')).map((link) => [id, link]),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const [from = '', link = ''] of links) {
      await tab.page.evaluate(`location.hash = "#${from}"`);
      await tab.arrive(from);
      await tab.page.click(`section.present a[href="${link}"]`);
      await tab.arrive(link.slice(1));
      await tab.page.goBack();
      await tab.arrive(from);
    }
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  // One by one from a server, all at once from a file.
  describe('a query', () => {
    const page = () => stage.page('harbour', scheme);
    let plain: Behaviour;
    beforeAll(async () => {
      plain = await behave(page(), '');
    });

    test.concurrent.each(scheme === 'http' ? SWITCHES : [SWITCHES.join('&')])('?%s changes nothing', async (query) => {
      expect(await behave(page(), `?${query}`)).toEqual(plain);
    });
  });
});

test('links out of the talk keep their address', async () => {
  const tab = await openDeck(stage.browser, stage.page('harbour', 'http'));
  const slides = await tab.slides();
  expect(slides.find(({ id }) => id === 'where-this-comes-from')?.links).toEqual([
    'https://example.com/rules?part=c&page=2',
    'mailto:office@example.com',
    '#lights',
    '#東京湾-the-café-quay',
  ]);
  await tab.close();
});

test('a page that frames the deck can neither move it nor learn from it', async () => {
  const deck = `${stage.page('shipped', 'http')}#kishi`;
  const page = await stage.browser.newPage();
  await page.setContent(`<title>Frame</title><iframe src="${deck}" width="640" height="360"></iframe>`);
  await page.evaluate('window.heard = []; addEventListener("message", (event) => heard.push(event.data))');
  const frame = await page.waitForFrame((candidate) => candidate.url().startsWith(stage.page('shipped', 'http')));
  await frame.waitForSelector('html.is-ready');
  const calls = [
    { method: 'slide', args: [3] },
    { method: 'next' },
    { method: 'getState' },
    { method: 'togglePause' },
    { method: 'configure', args: [{ showNotes: true }] },
  ];
  for (const call of calls) {
    await page.evaluate(`frames[0].postMessage(${JSON.stringify(JSON.stringify(call))}, "*")`);
  }
  // A message of the test's own, answered after all those before it have been heard.
  await frame.evaluate(
    'addEventListener("message", (event) => event.data === "last" && event.source.postMessage("done", "*"))',
  );
  await page.evaluate('frames[0].postMessage("last", "*")');
  await page.waitForFunction('heard.includes("done")');
  expect(await page.evaluate('heard')).toEqual(['done']);
  expect(await frame.evaluate('location.hash')).toBe('#/kishi');
  expect(await frame.$('.reveal.paused')).toBeNull();
  await page.close();
});
