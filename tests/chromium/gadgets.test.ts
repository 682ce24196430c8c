import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { createScratchFolder, rostrum, type ScratchFolder } from './rostrum.ts';
import { type Site, serveFolder } from './site.ts';
import { HIDDEN, SPOKEN, writeStockSite } from './stock.ts';

/** The same talk as an outline: its notes and its hidden slide are for the speaker alone. */
const OUTLINE = `## One\n\n- Shown\n\nNote:\n${SPOKEN}\n\n## ${HIDDEN} {.hidden}\n\n## Two\n\n- Shown\n\n## Three\n\n- Shown\n`;

let scratch: ScratchFolder;
let browser: Browser;
const sites: Site[] = [];
/** The addresses of the pages of stock reveal.js, of the deck, and of an empty page elsewhere. */
let stock = '';
let deck = '';
let outside = '';

beforeAll(async () => {
  scratch = createScratchFolder();
  writeStockSite(scratch.path('stock'));
  writeFileSync(scratch.path('talk.md'), OUTLINE);
  const [started] = await Promise.all([
    startBrowser(),
    rostrum(['build', scratch.path('talk.md'), '-o', scratch.path('deck')]),
  ]);
  browser = started;
  mkdirSync(scratch.path('outside'));
  writeFileSync(
    scratch.path('outside', 'index.html'),
    '<!doctype html><title>Outside</title><link rel="icon" href="data:,">',
  );
  for (const name of ['stock', 'deck', 'outside']) sites.push(await serveFolder(scratch.path(name)));
  [stock = '', deck = '', outside = ''] = sites.map(({ address }) => address);
});

afterAll(async () => {
  await browser.close();
  await Promise.all(sites.map((site) => site.close()));
  scratch.remove();
});

const READY = 'html.is-ready, .reveal.ready';
const atSlide = (target: Page | Frame): Promise<unknown> => target.evaluate('document.querySelector(".present")?.id');

/** Opens a page in a tab, gives what a test of it says, and closes the tab with those that it has opened. */
async function visit<T>(address: string, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.goto(address);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Comes true when a page runs what was slipped in; false when it has shown all that it has and is at rest. */
async function hasRun(page: Page): Promise<boolean> {
  await page.waitForSelector(READY);
  // Some things run on the first slide, some on one that is moved to.
  await page.keyboard.press('ArrowRight');
  await page.waitForNetworkIdle({ idleTime: 200 });
  return page.evaluate('window.ran === 1') as Promise<boolean>;
}

/** What a window hears from the deck in answer to messages; the deck is framed by it, or opened by it. */
async function hear(address: string, way: 'frame' | 'window', messages: readonly object[]) {
  return visit(outside, async (page) => {
    await page.evaluate('window.heard = []; addEventListener("message", ({ data }) => heard.push(String(data)))');
    const target = await (way === 'frame' ? frameOf(page, address) : windowOf(page, address));
    await target.waitForSelector(READY);
    const send = async (message: unknown): Promise<unknown> =>
      page.evaluate(`(frames[0] ?? window.other).postMessage(${JSON.stringify(message)}, "*")`);
    for (const message of messages) await send(JSON.stringify(message));
    // A message of the test's own is answered after all those before it.
    await target.evaluate(
      'addEventListener("message", ({ data, source }) => data === "last" && source.postMessage("done", "*"))',
    );
    await send('last');
    await page.waitForFunction('heard.includes("done")');
    return { heard: ((await page.evaluate('heard')) as readonly string[]).join('\n'), slide: await atSlide(target) };
  });
}

async function frameOf(page: Page, address: string): Promise<Frame> {
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement("iframe"), { src: "${address}", width: 800, height: 500 }))`,
  );
  return page.waitForFrame((frame) => frame.url().startsWith(address.replace(/\?.*/, '')));
}

async function windowOf(page: Page, address: string): Promise<Page> {
  const opening = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.evaluate(`window.other = window.open("${address}")`);
  const popup = await opening;
  if (popup === null) throw new Error('the window did not open');
  return popup;
}

const call = (method: string, ...args: readonly unknown[]) => ({ method, args });
const HEARTBEAT = { namespace: 'reveal-notes', type: 'heartbeat' };

/** A way into a deck: whether it works on a page with this address. */
interface Gadget {
  readonly name: string;
  /** Which page of stock reveal.js it is shown to have force on; that with the speaker's notes unless said. */
  readonly page?: 'index' | 'quiet';
  works(address: string): Promise<boolean>;
}

const queries: readonly Gadget[] = [
  {
    name: 'an address of a script for the speaker’s window, and the key S',
    works: (address) =>
      visit(`${address}?url=${encodeURIComponent('javascript:parent.opener.ran=1//')}`, async (page) => {
        await page.waitForSelector(READY);
        await page.keyboard.press('s');
        await page.evaluate('new Promise(requestAnimationFrame)');
        const popup = page
          .browserContext()
          .targets()
          .find((target) => target.opener() !== undefined);
        if (popup === undefined) return false;
        await page.waitForFunction('window.ran === 1');
        return true;
      }),
  },
  {
    name: '?showNotes, which shows the notes',
    works: (address) =>
      visit(`${address}?showNotes=true`, async (page) => {
        await page.waitForSelector(READY);
        return ((await page.evaluate('document.body.innerText')) as string).includes(SPOKEN);
      }),
  },
  {
    name: '?showHiddenSlides, which brings back what is hidden',
    works: (address) =>
      visit(`${address}?showHiddenSlides=true`, async (page) => {
        await page.waitForSelector(READY);
        return ((await page.evaluate('document.documentElement.outerHTML')) as string).includes(HIDDEN);
      }),
  },
  {
    name: '?postMessage, which opens what its author has closed',
    page: 'quiet',
    works: async (address) => (await hear(`${address}?postMessage=true`, 'frame', [call('slide', 1)])).slide === 'two',
  },
  {
    name: '?plugins, which stops the deck',
    works: (address) =>
      visit(`${address}?plugins=x`, async (page) => {
        await page.waitForNetworkIdle({ idleTime: 200 });
        return (await page.$(READY)) === null;
      }),
  },
  {
    name: '?parallaxBackgroundImage, which asks another server for a picture',
    works: (address) =>
      visit(address, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(`${address}?parallaxBackgroundImage=${encodeURIComponent('http://127.0.0.1:9/x.png')}`);
        await page.waitForSelector(READY);
        // What is asked for counts. When it is refused is up to the machine.
        await page.waitForNetworkIdle({ idleTime: 200, timeout: 5_000 }).catch(() => undefined);
        return asked.some((url) => url.startsWith('http://127.0.0.1:9/'));
      }),
  },
];

const messages: readonly Gadget[] = (['frame', 'window'] as const).flatMap((way): readonly Gadget[] => {
  const by = way === 'frame' ? 'a page that frames it' : 'a page that opens it';
  const hearsNotes = async (address: string) => (await hear(address, way, [HEARTBEAT])).heard.includes(SPOKEN);
  return [
    { name: `${by} asks for the notes`, works: hearsNotes },
    { name: `${by} asks for the notes of a deck that takes no orders`, page: 'quiet', works: hearsNotes },
    {
      name: `${by} moves it`,
      works: async (address) => (await hear(address, way, [call('slide', 1)])).slide === 'two',
    },
  ];
});

/** Stock tells its events to the page around it only. */
const events: Gadget = {
  name: 'a page that frames it asks for its events and for answers',
  works: async (address) => {
    const calls = [call('getSlidesAttributes'), call('next')];
    return (await hear(`${address}?postMessageEvents=true`, 'frame', calls)).heard.includes('"namespace":"reveal"');
  },
};

describe.each([
  ['the address', queries],
  ['messages', [...messages, events]],
])('by %s', (_, gadgets) => {
  test.each(gadgets.map((gadget) => [gadget.name, gadget] as const))(
    '%s: stock gives way, the deck does not',
    async (_, gadget) => {
      expect(await gadget.works(`${stock}${gadget.page ?? 'index'}.html`)).toBe(true);
      expect(await gadget.works(`${deck}index.html`)).toBe(false);
    },
  );
});

/** What an author of an outline might try, and the page of stock reveal.js on which the same runs. */
const CONTENTS: readonly (readonly [string, string, string])[] = [
  [
    'a frame in the background, by an attribute',
    'background',
    '## One {data-background-iframe="javascript:parent.ran=1"}\n\n- a',
  ],
  [
    'a frame in the background, by a name without data',
    'background',
    '## One {background-iframe="javascript:parent.ran=1"}\n\n- a',
  ],
  [
    'a frame in the background, in HTML',
    'background',
    '## One\n\n<section data-background-iframe="javascript:parent.ran=1">a</section>',
  ],
  ['a frame that loads late', 'frame', '## One\n\n<iframe data-src="javascript:parent.ran=1"></iframe>'],
  ['notes in an attribute', 'notes', '## One {data-notes="<img src=x onerror=window.ran=1>"}\n\n- a'],
  ['notes with HTML', 'notes', '## One\n\n- a\n\nNote:\n<img src=x onerror=window.ran=1>'],
  [
    'an attribute in a comment',
    'comment',
    '## One\n\n<!-- .slide: data-background-iframe="javascript:parent.ran=1" -->\n\n- a',
  ],
];

describe('by what an outline says', () => {
  test.each(CONTENTS)('%s runs on stock, and is refused or harmless in a deck', async (name, page, outline) => {
    expect(await visit(`${stock}${page}.html`, hasRun)).toBe(true);
    expect(await build(name, outline, hasRun)).not.toBe(true);
  });

  test('a link to a script runs on stock, and is refused or harmless in a deck', async () => {
    const press = async (target: Page): Promise<boolean> => {
      await target.waitForSelector(READY);
      await target.evaluate('[...document.links].find(({ textContent }) => textContent === "press")?.click()');
      return hasRun(target);
    };
    expect(await visit(`${stock}link.html`, press)).toBe(true);
    expect(await build('link', '## One\n\n[press](javascript:window.ran=1)', press)).not.toBe(true);
  });

  /** Builds a deck of an outline and looks at it; `null` when the outline is refused. */
  async function build(name: string, outline: string, look: (page: Page) => Promise<boolean>): Promise<boolean | null> {
    const folder = scratch.path(name.replace(/\W+/g, '-'));
    mkdirSync(folder);
    writeFileSync(`${folder}/talk.md`, outline);
    const isBuilt = await rostrum(['build', `${folder}/talk.md`, '-o', `${folder}/deck`]).then(
      () => true,
      () => false,
    );
    return isBuilt ? visit(pathToFileURL(`${folder}/deck/index.html`).href, look) : null;
  }
});

/** What a hole elsewhere could do to a page: in a deck its policy still stands before it. */
const INJECTIONS: readonly (readonly [string, string])[] = [
  [
    'a script',
    'document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" }))',
  ],
  ['a picture with a handler', 'document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=window.ran=1>")'],
  [
    'a frame',
    'document.body.append(Object.assign(document.createElement("iframe"), { src: "javascript:parent.ran=1" }))',
  ],
  [
    'a link that is pressed',
    'document.body.append(Object.assign(document.createElement("a"), { href: "javascript:window.ran=1" })); document.body.lastChild.click()',
  ],
];

test.each(INJECTIONS)('%s that gets into the page runs on stock, and not in a deck', async (_, code) => {
  const inject = async (page: Page): Promise<boolean> => {
    await page.waitForSelector(READY);
    await page.evaluate(`{ ${code} }`);
    return hasRun(page);
  };
  expect(await visit(`${stock}index.html`, inject)).toBe(true);
  expect(await visit(`${deck}index.html`, inject)).toBe(false);
});

test('the number of a slide that is no number stops stock, and not the deck', async () => {
  const typed = async (page: Page): Promise<boolean> => {
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.waitForSelector(READY);
    await page.keyboard.press('g');
    await page.keyboard.type('((');
    await page.keyboard.press('Enter');
    await page.waitForNetworkIdle({ idleTime: 600 });
    return errors.length > 0;
  };
  expect(await visit(`${stock}index.html`, typed)).toBe(true);
  expect(await visit(`${deck}index.html`, typed)).toBe(false);
});

test.each([
  '#/((',
  '#/%',
  '#/__proto__',
  '#/constructor',
  '#/-1',
  '#/99',
  '#/0/0/0',
  '#/<img src=x onerror=window.ran=1>',
  '#javascript:ran=1',
])('an address that ends with %s opens the deck all the same, and runs nothing', async (hash) => {
  await visit(`${deck}index.html${hash}`, async (page) => {
    expect(await hasRun(page)).toBe(false);
    expect(await atSlide(page)).toMatch(/^(?:one|two|three)$/);
  });
});
