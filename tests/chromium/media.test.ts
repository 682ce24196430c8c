import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck, RELOADED, type TabOptions, waitForStart } from './deck-tab.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';
import { serveFolder } from './site.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/language', import.meta.url));
const NAMES = ['media', 'zoom', 'before-after', 'image-map', 'transitions', 'background-video', 'kiosk'] as const;
const PHONE = { width: 390, height: 844, hasTouch: true, isMobile: true };

const scratch = createScratchFolder();
const browsers: Browser[] = [];
beforeAll(async () => {
  const builds = NAMES.map((name) => rostrum(['build', join(FIXTURES, name, 'talk.md'), '-o', scratch.path(name)]));
  await Promise.all([...builds, startBrowser().then((browser) => browsers.push(browser))]);
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  scratch.remove();
});

const addressOf = (name: (typeof NAMES)[number], hash = '') =>
  `${pathToFileURL(scratch.path(name, 'index.html')).href}${hash}`;

async function open(
  name: (typeof NAMES)[number],
  options: TabOptions & { readonly hash?: string } = {},
): Promise<DeckTab> {
  const [browser] = browsers;
  if (!browser) throw new Error('the browser is not ready');
  return openDeck(browser, addressOf(name, options.hash), options);
}

/** Opens a deck for a test, and finds at its end that nothing went wrong in it. */
async function withDeck(
  name: (typeof NAMES)[number],
  options: TabOptions & { readonly hash?: string },
  use: (page: Page, tab: DeckTab) => Promise<void>,
): Promise<void> {
  const tab = await open(name, options);
  await use(tab.page, tab);
  expect(tab.problems).toEqual([]);
  await tab.close();
}

/** What the page says of its videos and recordings that stand in the document. */
const readPlayers = (page: Page) =>
  page.$$eval('[data-media]', (players) => players.map((player) => !(player as unknown as { paused: boolean }).paused));

describe('a video', () => {
  test.each(['file', 'http'])('shows its captions by %s', async (scheme) => {
    const site = await serveFolder(scratch.path('media'));
    const [browser] = browsers;
    if (!browser) throw new Error('the browser is not ready');
    const tab = await openDeck(browser, scheme === 'http' ? site.address : addressOf('media'));
    await tab.page.evaluate('document.querySelector("video").play()');
    const cues = '[...document.querySelector("video").textTracks[0].activeCues ?? []].map(({ text }) => text).join()';
    await tab.page.waitForFunction(`${cues} === "A lamp comes from the left."`);
    expect(await tab.page.evaluate('document.querySelector("video").textTracks[0].mode')).toBe('showing');
    expect(tab.problems).toEqual([]);
    await tab.close();
    await site.close();
  });

  test('is paused when its slide is left, and keeps the keys that it knows', async () => {
    await withDeck('media', {}, async (page, tab) => {
      await page.focus('video');
      await page.keyboard.press(' ');
      await page.waitForFunction('!document.querySelector("video").paused');
      expect((await tab.place()).slide).toBe('a-lamp-passes-the-mole');
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('ArrowRight');
      await tab.arrive('the-horn-is-heard-for-two-miles');
      expect(await readPlayers(page)).not.toContain(true);
    });
  });

  test('goes on after a reload where it was', RELOADED, async () => {
    await withDeck('media', {}, async (page) => {
      await page.evaluate('document.querySelector("video").play()');
      await page.waitForFunction('document.querySelector("video").currentTime > 0.2');
      await page.evaluate('document.querySelector("video").pause()');
      await page.reload();
      await waitForStart(page);
      expect(await page.evaluate('document.querySelector("video").currentTime')).toBeGreaterThan(0.2);
    });
  });

  test('begins by itself only when it is muted, and not for who asked for less motion', async () => {
    await withDeck('media', { moves: true, hash: '#/slide-3' }, async (page) => {
      await page.waitForFunction('!document.querySelector(".present video").paused');
    });
    await withDeck('media', { hash: '#/slide-3' }, async (page) => {
      expect(await readPlayers(page)).not.toContain(true);
    });
  });

  test('and a recording have room for their controls where they are read', async () => {
    await withDeck('media', { viewport: PHONE }, async (page) => {
      const heights = await page.$$eval('[data-media]', (players) =>
        players.map((player) => player.getBoundingClientRect().height),
      );
      expect(Math.min(...heights)).toBeGreaterThan(30);
    });
  });

  test('stops another one that plays, when both are read', async () => {
    await withDeck('media', { viewport: PHONE }, async (page) => {
      await page.evaluate('document.querySelector("video").play()');
      await page.evaluate('document.querySelector("audio").play()');
      await page.waitForFunction('document.querySelector("video").paused');
      expect(await readPlayers(page)).toEqual([false, true, false]);
    });
  });
});

describe('a picture to look at closely', () => {
  const scale = 'new DOMMatrix(getComputedStyle(document.querySelector(".zoom-ground img")).transform).a';

  test('opens by keyboard, grows, shrinks and moves by keys, and gives the focus back', async () => {
    await withDeck('zoom', {}, async (page, tab) => {
      await page.focus('.present .zoom-button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open]');
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('+');
      expect(await page.evaluate(scale)).toBe(1.25);
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(scale.replace('.a', '.e'))).toBe(-60);
      await page.keyboard.press('-');
      await page.keyboard.press('-');
      expect(await page.evaluate(scale)).toBe(1);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { hidden: true });
      expect(await page.evaluate('document.activeElement.className')).toContain('zoom-button');
      expect((await tab.place()).slide).toBe('a-tower-stands-at-the-mole');
    });
  });

  test('grows under the wheel and under two fingers', async () => {
    await withDeck('zoom', {}, async (page) => {
      await page.click('.present .zoom-button');
      await page.mouse.move(400, 300);
      await page.mouse.wheel({ deltaY: -100 });
      await page.waitForFunction(`${scale} === 1.25`);
      await page.keyboard.press('0');
      const session = await page.createCDPSession();
      const touch = (type: string, distance: number) =>
        session.send('Input.dispatchTouchEvent', {
          type: type as 'touchStart',
          touchPoints: distance === 0 ? [] : [-1, 1].map((side, id) => ({ x: 640 + side * distance, y: 360, id })),
        });
      await touch('touchStart', 100);
      await touch('touchMove', 150);
      await touch('touchMove', 200);
      await touch('touchEnd', 0);
      await page.waitForFunction(`${scale} > 1.5`);
    });
  });

  test('is named by what it shows', async () => {
    await withDeck('zoom', {}, async (page) => {
      const { children = [] } = (await page.accessibility.snapshot()) ?? {};
      const names = JSON.stringify(children);
      expect(names).toContain('Look closely: A tower on a mole with a lamp at its top');
    });
  });
});

describe('two pictures of the same place', () => {
  const slider = '.comparison-slider';
  const share = `document.querySelector("[data-before-after]").style.getPropertyValue("--share")`;

  test('are compared by keys, which move no slide, and stay so after a reload', RELOADED, async () => {
    await withDeck('before-after', {}, async (page, tab) => {
      await page.focus(slider);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(share)).toBe('52%');
      expect((await tab.place()).slide).toBe('at-night-the-lamp-is-all-there-is');
      expect(await page.$eval(slider, (element) => element.getAttribute('aria-valuetext'))).toBe('52 % By day');
      await page.reload();
      await waitForStart(page);
      expect(await page.evaluate(share)).toBe('52%');
    });
  });

  test('are compared by a finger', async () => {
    await withDeck('before-after', { viewport: PHONE }, async (page) => {
      const box = await (await page.$(slider))?.boundingBox();
      await page.touchscreen.tap((box?.x ?? 0) + (box?.width ?? 0) * 0.9, (box?.y ?? 0) + 20);
      await page.waitForFunction(`Number.parseFloat(${share}) > 80`);
    });
  });

  test('both say what they show', async () => {
    await withDeck('before-after', {}, async (page) => {
      const tree = JSON.stringify(await page.accessibility.snapshot());
      for (const name of ['The tower under a grey sky', 'The tower in the dark, with its lamp']) {
        expect(tree).toContain(name);
      }
      expect(tree).toContain('"name":"By day or By night: how much of each is seen"');
    });
  });
});

describe('an image map', () => {
  const openNotes = (page: Page) =>
    page.$$eval('.map-opened:not([hidden])', (notes) => notes.map((note) => note.textContent.trim()));

  test('opens one note at a time, in the order of the list, and Escape closes it', RELOADED, async () => {
    await withDeck('image-map', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('1The mole');
      await page.keyboard.press('Enter');
      expect(await openNotes(page)).toEqual(['Red, on a white tower.']);
      expect(await findViolations(page)).toEqual([]);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('2The headland');
      await page.keyboard.press(' ');
      expect(await openNotes(page)).toEqual(['White, one flash in five seconds.']);
      await page.reload();
      await waitForStart(page);
      expect(await openNotes(page)).toEqual(['White, one flash in five seconds.']);
      await page.focus('.map-button[aria-expanded=true]');
      await page.keyboard.press('Escape');
      expect(await openNotes(page)).toEqual([]);
    });
  });

  test('has its marks at their places, however wide it is', async () => {
    await withDeck('image-map', {}, async (page) => {
      const shares = await page.evaluate(`(() => {
        const ground = document.querySelector('.map-ground img').getBoundingClientRect();
        return [...document.querySelectorAll('.map-mark')].map((mark) => {
          const { x, y } = mark.getBoundingClientRect();
          return [Math.round(((x - ground.x) / ground.width) * 100), Math.round(((y - ground.y) / ground.height) * 100)];
        });
      })()`);
      expect(shares).toEqual([
        [48, 40],
        [31, 80],
        [82, 76],
      ]);
    });
  });

  test('is a picture with a list where it is read', async () => {
    await withDeck('image-map', { viewport: PHONE }, async (page) => {
      expect(await page.$$eval('.map-list > li', (items) => items.length)).toBe(3);
      expect(await page.$eval('.map-list', (list) => list.checkVisibility())).toBe(true);
      expect(await page.$eval('.map-button', (button) => button.checkVisibility())).toBe(false);
    });
  });
});

describe('slides that move', () => {
  const running = 'document.getAnimations().length';
  const moved = 'document.getAnimations().some(({ effect }) => effect.target.dataset.id === "lamp")';

  test('let what is on both go from place to place, forwards and backwards, and leave no style', async () => {
    await withDeck('transitions', { moves: true }, async (page) => {
      for (const key of ['ArrowRight', 'ArrowLeft'] as const) {
        await page.keyboard.press(key);
        expect(await page.evaluate(moved)).toBe(true);
        await page.waitForFunction(`${running} === 0`);
      }
      expect(
        await page.$$eval('[data-id], h2, p', (all) => all.filter((one) => one.hasAttribute('style')).length),
      ).toBe(0);
    });
  });

  test('do not move for who asked for less motion', async () => {
    await withDeck('transitions', {}, async (page, tab) => {
      for (const slide of ['the-lamp-is-lit', 'dawn']) {
        await page.keyboard.press('ArrowRight');
        expect(await page.evaluate(running)).toBe(0);
        expect((await tab.place()).slide).toBe(slide);
      }
    });
  });
});

describe('a video behind a slide', () => {
  const isPaused = 'document.querySelector("[data-backdrop]").paused';

  test('plays, and stops at a button that is kept', RELOADED, async () => {
    await withDeck('background-video', { moves: true }, async (page) => {
      await page.waitForFunction(`!${isPaused}`);
      await page.click('.backdrop-button');
      expect(await page.evaluate(isPaused)).toBe(true);
      await page.reload();
      await waitForStart(page);
      expect(await page.evaluate(isPaused)).toBe(true);
    });
  });

  test('stands still for who asked for less motion, until they start it', async () => {
    await withDeck('background-video', {}, async (page) => {
      expect(await page.evaluate(isPaused)).toBe(true);
      await page.click('.backdrop-button');
      await page.waitForFunction(`!${isPaused}`);
    });
  });
});

describe('a talk that goes on by itself', () => {
  const name = '.kiosk-button';
  const label = (page: Page) => page.$eval(name, (button) => button.getAttribute('aria-label'));

  test('is stopped and started by a button and by a key, and stays so after a reload', RELOADED, async () => {
    await withDeck('kiosk', { moves: true }, async (page) => {
      expect(await label(page)).toBe('Stop the slides');
      await page.click(name);
      expect(await label(page)).toBe('Let the slides run');
      await page.reload();
      await waitForStart(page);
      expect(await label(page)).toBe('Let the slides run');
      await page.keyboard.press('a');
      expect(await label(page)).toBe('Stop the slides');
    });
  });

  test('stands still for who asked for less motion', async () => {
    await withDeck('kiosk', {}, async (page) => {
      expect(await label(page)).toBe('Let the slides run');
    });
  });

  test('goes on when its time has come, and from the last slide to the first', async () => {
    const [browser] = browsers;
    const page = await browser?.newPage();
    if (!page) throw new Error('the browser is not ready');
    // The clock of the page is wound by hand.
    await page.evaluateOnNewDocument(`
      const timers = new Map();
      const { setTimeout } = window;
      let now = 0;
      window.setTimeout = (run, after = 0) => { if (after < 1000) return setTimeout(run, after); timers.set(timers.size + 1, { run, at: now + after }); return -timers.size; };
      window.clearTimeout = (id) => { const timer = timers.get(-id); if (timer) timer.run = () => {}; };
      window.wind = (seconds) => {
        now += seconds * 1000;
        for (const timer of [...timers.values()]) if (timer.at <= now) { const { run } = timer; timer.run = () => {}; run(); }
      };`);
    await page.goto(addressOf('kiosk'));
    await waitForStart(page);
    const place = () =>
      page.evaluate(
        '[document.querySelector("section.present").id, document.querySelectorAll(".present .visible").length]',
      );
    const seen: unknown[] = [];
    for (const seconds of [19, 1, 20, 39, 1]) {
      await page.evaluate(`window.wind(${seconds})`);
      seen.push(await place());
    }
    expect(seen).toEqual([
      ['three-lights-bring-a-ship-home', 0],
      ['three-lights-bring-a-ship-home', 1],
      ['home-is-where-the-light-is', 0],
      ['home-is-where-the-light-is', 0],
      ['three-lights-bring-a-ship-home', 0],
    ]);
    await page.close();
  });
});

describe('without a script', () => {
  test.each([
    ['media', 'the players and captions', '.media video track', '.media-paper'],
    ['before-after', 'both pictures', '.picture + .picture img', '.comparison-slider'],
    ['image-map', 'the numbers and the list', '.map-ground .map-number', '.map-button'],
    ['zoom', 'the picture', '.picture img', '.zoom-button'],
  ] as const)('%s has %s', async (name, _, seen, unseen) => {
    const [browser] = browsers;
    const page = await browser?.newPage();
    if (!page) throw new Error('the browser is not ready');
    await page.setJavaScriptEnabled(false);
    await page.goto(addressOf(name));
    expect(await page.$$(seen)).not.toEqual([]);
    for (const element of await page.$$(unseen)) expect(await element.isVisible()).toBe(false);
    await page.close();
  });
});
