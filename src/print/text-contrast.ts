import { wcagContrast } from 'culori';
import type { DrawnText } from './measure-texts.ts';

/** A picture of a part of a page: four bytes for each dot, red, green, blue and opacity, in rows. */
export interface Ground {
  readonly data: Uint8Array;
  /** In dots. */
  readonly width: number;
  readonly height: number;
  /** How many dots a px has. */
  readonly scale: number;
  /** Where it begins in the page, in px. */
  readonly top: number;
}

/** What counts is the ground of all but this share of a text's rectangle: the line of a chart may lie behind a number. */
const WORST_SHARE = 0.1;

/** The contrast (WCAG 2.2) of a text with what it stands on: the dots of a picture of the page without its texts. */
export function contrastOn(ground: Ground, { color, x, y, width, height }: DrawnText): number {
  const [red, green, blue, opacity] = color;
  const ratios = [...dotsUnder(ground, { x, y: y - ground.top, width, height })].map(([dot, count]) => {
    const under = [dot >> 16, (dot >> 8) & 255, dot & 255] as const;
    const seen = [red, green, blue].map((channel, at) => channel * opacity + (under[at] ?? 0) * (1 - opacity));
    return { ratio: wcagContrast(rgb(seen), rgb(under)), count };
  });
  const sorted = ratios.sort((one, other) => one.ratio - other.ratio);
  let left = WORST_SHARE * sorted.reduce((sum, { count }) => sum + count, 0);
  for (const { ratio, count } of sorted) {
    left -= count;
    if (left < 0) return ratio;
  }
  return sorted.at(-1)?.ratio ?? Number.POSITIVE_INFINITY;
}

/** How often each colour stands under a rectangle, in px of the picture's part of the page. */
function dotsUnder(
  { data, width, height, scale }: Ground,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  // Dots at the edge belong to what is beside it too.
  const [top, bottom] = [
    Math.max(0, Math.ceil(scale * box.y)),
    Math.min(Math.floor(scale * (box.y + box.height)), height),
  ];
  const [left, right] = [
    Math.max(0, Math.ceil(scale * box.x)),
    Math.min(Math.floor(scale * (box.x + box.width)), width),
  ];
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = 4 * (row * width + column);
      const dot = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      counts.set(dot, (counts.get(dot) ?? 0) + 1);
    }
  }
  return counts;
}

function rgb([red = 0, green = 0, blue = 0]: readonly number[]) {
  return { mode: 'rgb' as const, r: red / 255, g: green / 255, b: blue / 255 };
}
