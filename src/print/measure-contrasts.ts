import { PNG } from 'pngjs';
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import type { DrawnText } from './measure-texts.ts';
import { contrastOn, type Ground } from './text-contrast.ts';

/** A line of text, and the contrast that it has with its ground. */
export interface TextContrast extends DrawnText {
  readonly contrast: number;
}

/** Pictures of half the size show the same grounds in a quarter of the time. */
const SCALE = 0.5;
/** A browser draws no picture that is much higher than this. */
const PART_PX = 8000;

/** The little of the browser's document that is used here. */
declare const document: {
  readonly documentElement: { readonly scrollHeight: number };
  adoptedStyleSheets: readonly unknown[];
};
declare class CSSStyleSheet {
  replaceSync(css: string): void;
}

/**
 * The contrast of texts of a loaded page, by the pixels that they stand on: those of a picture of the page with its texts
 * made invisible. So gradients, pictures and drawings count as what they look like. The page is of no other use then.
 */
export async function measureContrasts(
  page: Page,
  widthPx: number,
  texts: readonly DrawnText[],
): Promise<readonly TextContrast[]> {
  const heightPx = await page.evaluate(hideTexts);
  const contrasts: TextContrast[] = [];
  for (let top = 0; top < heightPx; top += PART_PX) {
    const ground = await takeGround(page, widthPx, top, Math.min(PART_PX, heightPx - top));
    const inPart = texts.filter(({ y }) => y >= top && y < top + PART_PX);
    contrasts.push(...inPart.map((text) => ({ ...text, contrast: contrastOn(ground, text) })));
  }
  return contrasts;
}

async function takeGround(page: Page, width: number, top: number, height: number): Promise<Ground> {
  const clip = { x: 0, y: top, width, height, scale: SCALE };
  const bytes = await page.screenshot({ type: 'png', clip, captureBeyondViewport: true, optimizeForSpeed: true });
  const { data, width: dots, height: rows } = PNG.sync.read(Buffer.from(bytes));
  return { data, width: dots, height: rows, scale: SCALE, top };
}

/** Runs inside the page: makes all texts invisible, and gives the height of the page, in px. */
function hideTexts(): number {
  const style = new CSSStyleSheet();
  style.replaceSync(
    '* { color: transparent !important; text-decoration: none !important } svg :is(text, tspan) { fill: transparent !important }',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return document.documentElement.scrollHeight;
}
