import { wcagContrast } from 'culori';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';

/** A text as it is drawn, and the contrast (WCAG 2.2) of its colour with what it stands on. */
export interface TextContrast {
  readonly text: string;
  readonly contrast: number;
}

interface DrawnText {
  readonly text: string;
  /** Red, green, blue from 0 to 255, and how opaque it is, from 0 to 1. */
  readonly color: readonly [number, number, number, number];
  /** In px, from the top left corner of the box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What counts is the ground of all but this share of its rectangle: the line of a chart may lie behind a number. */
const WORST_SHARE = 0.1;
/** Pictures of half the size show the same grounds in a quarter of the time. */
const SCALE = 0.5;

/**
 * The contrast of every line of text in the boxes of a page, by the pixels that it stands on: those of a picture of the
 * box with its text made invisible. So gradients, pictures and drawings count as what they look like.
 */
export async function measureContrast(page: Page, selector: string): Promise<readonly TextContrast[]> {
  const boxes = await page.$$(selector);
  const texts = (await page.evaluate(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map(${READ_TEXTS})`,
  )) as readonly (readonly DrawnText[])[];
  await page.evaluate(HIDE_TEXT);
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: SCALE });
  const found: TextContrast[] = [];
  for (const [index, box] of boxes.entries()) {
    const ground = PNG.sync.read(Buffer.from(await box.screenshot({ optimizeForSpeed: true })));
    found.push(...(texts[index] ?? []).map((text) => ({ text: text.text, contrast: contrastOn(ground, text) })));
  }
  return found;
}

const HIDE_TEXT = `(() => {
  const style = new CSSStyleSheet();
  style.replaceSync('* { color: transparent !important; text-decoration: none !important } svg :is(text, tspan) { fill: transparent !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
})()`;

/** Runs in the page, for each box: the lines of text that can be seen in it. */
const READ_TEXTS = `(box) => {
    const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const channels = (color) => {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = color;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const frame = box.getBoundingClientRect();
    const texts = [];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (node.data.trim() === '' || element.closest('style, title, desc, .visually-hidden, .katex-mathml')) continue;
      const { color, fill, visibility } = getComputedStyle(element);
      if (visibility !== 'visible') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, width, height } of range.getClientRects()) {
        const isInside = left >= frame.left && top >= frame.top && left + width <= frame.right && top + height <= frame.bottom;
        if (width < 2 || height < 2 || !isInside) continue;
        const place = { x: left - frame.left, y: top - frame.top, width, height };
        texts.push({ text: node.data.trim(), color: channels(element.closest('svg') ? fill : color), ...place });
      }
    }
    return texts;
}`;

function contrastOn(ground: PNG, { color, x, y, width, height }: DrawnText): number {
  const [red, green, blue, alpha] = color;
  const counts = new Map<number, number>();
  for (let row = Math.floor(SCALE * y); row < Math.min(SCALE * (y + height), ground.height); row += 1) {
    for (let column = Math.floor(SCALE * x); column < Math.min(SCALE * (x + width), ground.width); column += 1) {
      const pixel = ground.data.readUIntBE(4 * (row * ground.width + column), 3);
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    }
  }
  const ratios = [...counts].map(([pixel, count]) => {
    const under = [pixel >> 16, (pixel >> 8) & 255, pixel & 255];
    const [r = 0, g = 0, b = 0] = [red, green, blue].map(
      (channel, at) => channel * alpha + (under[at] ?? 0) * (1 - alpha),
    );
    return { ratio: wcagContrast(rgb(r, g, b), rgb(under[0] ?? 0, under[1] ?? 0, under[2] ?? 0)), count };
  });
  const sorted = ratios.sort((one, other) => one.ratio - other.ratio);
  let left = WORST_SHARE * sorted.reduce((sum, { count }) => sum + count, 0);
  for (const { ratio, count } of sorted) {
    left -= count;
    if (left < 0) return ratio;
  }
  return sorted.at(-1)?.ratio ?? 1;
}

function rgb(red: number, green: number, blue: number) {
  return { mode: 'rgb' as const, r: red / 255, g: green / 255, b: blue / 255 };
}
