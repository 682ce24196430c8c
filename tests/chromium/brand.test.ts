import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { openDeck } from './deck-tab.ts';
import { findTags, readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const OUTLINE = '# Tides\n\n## Twice a day\n\nThe moon.\n\n## Safe home {.closing}\n';
/** Eight times as wide as high, and three times as high as wide; one has no size of its own, one a small one. */
const WIDE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 10"><path d="M0 0h80v10H0z"/></svg>';
const TALL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="24" viewBox="0 0 8 24"><path d="M0 0h8v24H0z"/></svg>';

const scratch = createScratchFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

/** Writes a talk with a brand, and gives its folder. */
function writeTalk(theme: string): string {
  const files = {
    'slides/talk.yaml': `title: Tides\nspeaker: Ada Marlowe\ntheme: ${theme}\n`,
    'slides/00.md': OUTLINE,
    'templates/brand.yaml':
      'name: Acme Harbours\nlogo: { light: assets/wide.svg, dark: assets/tall.svg }\ncolors: ["#0a2f5c"]\n',
    'templates/assets/wide.svg': WIDE,
    'templates/assets/tall.svg': TALL,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(scratch.path(theme, path)), { recursive: true });
    writeFileSync(scratch.path(theme, path), text);
  }
  return scratch.path(theme);
}

interface ShownLogo {
  readonly file: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether it stands in the slide, whole, and on no word of it. */
  readonly isFree: boolean;
}

/** Runs in the page: the logos that are seen on the present slide. */
function readLogos(): readonly ShownLogo[] {
  const slide = document.querySelector('section.present .slide');
  const room = slide?.getBoundingClientRect();
  if (!slide || !room) return [];
  const texts = [...slide.querySelectorAll('h1, h2, p, .foot span')].map((element) => element.getBoundingClientRect());
  return [...slide.querySelectorAll<HTMLImageElement>('.logo')]
    .filter((logo) => logo.checkVisibility())
    .map((logo) => {
      const box = logo.getBoundingClientRect();
      const covers = texts.some(
        (text) => text.left < box.right && text.right > box.left && text.top < box.bottom && text.bottom > box.top,
      );
      const isInside = box.left >= room.left && box.right <= room.right && box.top >= room.top;
      const file = (logo.src.split('/').at(-1) ?? '').replace(/-.*/, '');
      return { file, widthPx: box.width, heightPx: box.height, isFree: isInside && !covers };
    });
}

describe.each([
  // On paper the logo for light grounds is seen, on the ground the one for dark ones.
  ['base', ['tall', 'wide', 'tall']],
  ['horizon', ['wide', 'wide', 'tall']],
])('the logo of a brand in the theme %s', (theme, expected) => {
  let folder: string;
  beforeAll(async () => {
    folder = writeTalk(theme);
    await rostrum(['build'], { folder });
  });

  test('is on the title, in the foot and at the end the one that can be seen there, and covers nothing', async () => {
    const deck = await openDeck(browser, pathToFileURL(`${folder}/dist/deck/index.html`).href);
    const seen: ShownLogo[] = [];
    for (const _ of expected) {
      seen.push(...(await deck.page.evaluate(readLogos)));
      await deck.press('ArrowRight');
    }
    expect(deck.problems).toEqual([]);
    expect(seen.map(({ file }) => file)).toEqual(expected);
    expect(seen.map(({ isFree }) => isFree)).toEqual([true, true, true]);
    // Whatever its shape, a logo is as high as its place, and no wider.
    expect(seen.map(({ heightPx }) => Math.round(heightPx))).toEqual([72, 28, 72]);
    for (const { widthPx, heightPx } of seen) expect(widthPx).toBeLessThanOrEqual(heightPx * 6.5);
    await deck.close();
  });

  test('has its name for who reads the PDF on the title alone', async () => {
    await rostrum(['print', 'slides', '-o', `${folder}/slides.pdf`], { folder });
    const { pages } = await readPdf(`${folder}/slides.pdf`);
    const figures = pages.map(({ tags }) => findTags(tags, 'Figure').map(({ alt }) => alt));
    expect(figures).toEqual([['Acme Harbours'], [], []]);
  });
});
