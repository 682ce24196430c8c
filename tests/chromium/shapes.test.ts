import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { openDeck } from './deck-tab.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, readFolder, rostrum } from './rostrum.ts';

const OUTLINE = `# Lights

## Three lights lead the way in {#three}

- Red {.step}
- Green {.step}

## A dark one {background="#10203a"}

Light words.

## A light one {background="#f6f8fa"}

Dark words.
`;

const scratch = createScratchFolder();
const browsers: Browser[] = [];
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  scratch.remove();
});

beforeAll(async () => {
  browsers.push(await startBrowser());
  for (const [name, fields] of [
    ['standard', 'size: 4:3'],
    ['tall', 'size: 9:16'],
    ['dark', 'scheme: dark'],
    ['light', 'scheme: light'],
  ]) {
    mkdirSync(scratch.path(`${name}`, 'slides'), { recursive: true });
    writeFileSync(scratch.path(`${name}`, 'slides', 'talk.yaml'), `title: Lights\n${fields}\n`);
    writeFileSync(scratch.path(`${name}`, 'slides', '00.md'), OUTLINE);
    await rostrum(['build', scratch.path(`${name}`)]);
  }
});

const deckOf = (name: string): string => pathToFileURL(scratch.path(name, 'dist', 'deck', 'index.html')).href;

async function openSlide(name: string, slide: string) {
  const [browser] = browsers;
  if (!browser) throw new Error('the browser has not started');
  return openDeck(browser, `${deckOf(name)}#/${slide}`, { viewport: { width: 1280, height: 720 } });
}

/** Width and height of an element. */
const sizeOf = (selector: string): string => `(() => {
  const { width, height } = document.querySelector('${selector}').getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
})()`;

describe.each([
  ['standard', 1104, 828],
  ['tall', 720, 1280],
])('slides of the shape %s', (name, widthPx, heightPx) => {
  // reveal.js rounds how much it enlarges slides to two decimals.
  const scale = Math.round((100 * 720) / heightPx) / 100;

  test('fill the height of a window of 16:9', async () => {
    const tab = await openSlide(name, 'three');
    expect(await tab.page.evaluate(sizeOf('.present .slide'))).toEqual(
      [widthPx, heightPx].map((length) => Math.round(length * scale)),
    );
    await tab.press('o');
    await tab.page.waitForSelector('.slide-picture');
    const [across = 0, down = 1] = (await tab.page.evaluate(sizeOf('.slide-picture'))) as readonly number[];
    expect(across / down).toBeCloseTo(widthPx / heightPx, 1);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('are pages of that size, alone, in a film, and as pictures', async () => {
    const talk = ['--talk', scratch.path(name)];
    await rostrum(['print', 'slides', ...talk, '-o', scratch.path(`${name}.pdf`)]);
    await rostrum(['print', 'slides', '--steps=film', ...talk, '-o', scratch.path(`${name}-film.pdf`)]);
    await rostrum(['print', 'slides', '--png', '--slides', '2', ...talk, '-o', scratch.path(`${name}-png`)]);
    for (const [file, more] of [
      [`${name}.pdf`, 0],
      [`${name}-film.pdf`, 184],
    ] as const) {
      const { pages } = await readPdf(scratch.path(file));
      expect(pages).toHaveLength(4);
      for (const { widthPt, heightPt } of pages) {
        expect(widthPt).toBeCloseTo(0.75 * widthPx, 0);
        expect(heightPt).toBeCloseTo(0.75 * (heightPx + more), 0);
      }
    }
    const [picture] = [...readFolder(scratch.path(`${name}-png`)).values()];
    const { width: dotsAcross, height: dotsDown } = PNG.sync.read(picture ?? Buffer.alloc(0));
    expect([dotsAcross, dotsDown]).toEqual([2 * widthPx, 2 * heightPx]);
  });
});

describe('the scheme of a talk', () => {
  const TEXT = `getComputedStyle(document.querySelector('.present .slide')).color.match(/[\\d.]+/g).map(Number)`;
  /** Black and white, to which a colour is nearer. */
  const toneOf = ([red = 0, green = 0, blue = 0]: readonly number[]): string =>
    0.2 * red + 0.7 * green + 0.1 * blue < 128 ? 'dark' : 'light';

  test.each([
    ['light', 'three', 'dark on light'],
    ['light', 'a-dark-one', 'light on dark'],
    ['light', 'a-light-one', 'dark on light'],
    ['dark', 'three', 'light on dark'],
    ['dark', 'a-dark-one', 'light on dark'],
    ['dark', 'a-light-one', 'dark on light'],
  ])('%s: the text and the ground of the slide %s', async (name, slide, tones) => {
    const tab = await openSlide(name, slide);
    const text = (await tab.page.evaluate(TEXT)) as readonly number[];
    const { data } = PNG.sync.read(Buffer.from(await tab.page.screenshot()));
    expect(`${toneOf(text)} on ${toneOf([...data.subarray(0, 3)])}`).toBe(tones);
    await tab.close();
  });
});
