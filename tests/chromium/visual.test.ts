import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import { chooseView } from './choose-view.ts';
import { type DeckTab, openDeck } from './deck-tab.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';
import { setUpStage } from './stage.ts';
import { walk } from './walk.ts';

/** How slides are to look: a picture for each layout, and one of the column to read. */
const STORED = fileURLToPath(new URL('../fixtures/visual', import.meta.url));
/** The one layout that the harbour talk has no slide of. */
const BLANK = fileURLToPath(new URL('../fixtures/language/layout-blank/talk.md', import.meta.url));
/** Browsers draw the edges of letters a little differently: so much of a picture may differ, edges aside. */
const TOLERANCE = 0.005;
/** `npm run pictures:tests`: the pictures are stored instead of compared. */
const isRenewing = process.env.npm_lifecycle_event === 'pictures:tests';

const LAYOUTS = [
  'title',
  'section',
  'points',
  'statement',
  'quote',
  'compare',
  'timeline',
  'number',
  'figure',
  'table',
  'code',
  'sources',
  'closing',
  'blank',
];

const stage = setUpStage(['harbour']);
const pictures = new Map<string, Uint8Array>();

/** A picture of the slides alone: what lies over them, such as controls, has tests of its own. */
async function takePicture(page: Page): Promise<Uint8Array> {
  await page.evaluate(
    'for (const element of document.body.children) if (!element.classList.contains("reveal")) element.style.display = "none"',
  );
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page.screenshot();
}

/** Takes the picture of the first slide of each layout, with all its steps shown. */
async function takeLayouts(tab: DeckTab): Promise<void> {
  const slideOf = new Map<string, string>();
  await walk(tab, 'ArrowRight', async (_, { slide }) => {
    const state = await tab.page.evaluate('document.querySelector("section.present").dataset.state');
    const layout = String(state).replace('layout-', '');
    if (!slideOf.has(layout)) slideOf.set(layout, slide);
    if (slideOf.get(layout) === slide) pictures.set(layout, await takePicture(tab.page));
  });
}

beforeAll(async () => {
  const scratch = createScratchFolder();
  await rostrum(['build', BLANK, '-o', scratch.path()]);
  const viewport = { width: 1280, height: 720, deviceScaleFactor: 0.5 };
  const blank = await openDeck(stage.browser, pathToFileURL(scratch.path('index.html')).href, { viewport });
  await takeLayouts(blank);
  await blank.close();
  scratch.remove();
  const tab = await openDeck(stage.browser, stage.page('harbour', 'http'), { viewport });
  await takeLayouts(tab);
  await chooseView(tab.page, 'reading');
  await tab.page.evaluate('scrollTo(0, 0)');
  pictures.set('reading', await takePicture(tab.page));
  await tab.close();
});

test.each([...LAYOUTS, 'reading'])('%s looks as it is stored', (name) => {
  const taken = pictures.get(name);
  if (taken === undefined) throw new Error(`no slide has the layout "${name}"`);
  const stored = join(STORED, `${name}.png`);
  if (isRenewing) {
    mkdirSync(STORED, { recursive: true });
    writeFileSync(stored, taken);
    return;
  }
  if (!existsSync(stored)) throw new Error(`${name} has no stored picture: run "npm run pictures:tests"`);
  const [expected, actual] = [PNG.sync.read(readFileSync(stored)), PNG.sync.read(Buffer.from(taken))];
  expect([actual.width, actual.height]).toEqual([expected.width, expected.height]);
  const { width, height } = expected;
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: 0.15 });
  if (pixels / (width * height) <= TOLERANCE) return;
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-visual-'));
  writeFileSync(join(folder, `${name}.png`), taken);
  writeFileSync(join(folder, `${name}-difference.png`), PNG.sync.write(difference));
  expect.fail(
    `${name} differs in ${pixels} pixels, see ${folder}; when it is to look so, run "npm run pictures:tests"`,
  );
});
