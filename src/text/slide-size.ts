/** The size of every slide of a talk, in CSS px, each a multiple of 4: a whole number of points on paper. */
export interface SlideSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The size of slides where a talk names no other: 16:9. */
export const WIDE_SIZE: SlideSize = { widthPx: 1280, heightPx: 720 };

/** Whatever their shape, slides have this much room, so that about as much fits on them in the same type. */
const AREA = WIDE_SIZE.widthPx * WIDE_SIZE.heightPx;
/** Beyond these a theme has no room for a heading beside a margin, or under one. */
const NARROWEST = 1 / 2;
const WIDEST = 3;
/** Shapes whose steps are larger are rounded, side by side: exact ones would miss the area by far. */
const COARSEST_STEP = 1 / 8;

const SHAPE = /^(\d{1,5}) ?[:x×] ?(\d{1,5})$/;

/**
 * The size of slides of a shape: `16:9`, `4:3`, `1:1`, or a size in px such as `1920x1080`, of which the shape alone counts,
 * because a deck is as large as its screen. `null` when the text names none between 1:2 and 3:1.
 */
export function slideSizeOf(text: string): SlideSize | null {
  const [, across = '', down = ''] = SHAPE.exec(text.trim()) ?? [];
  const [width, height] = [Number(across), Number(down)];
  if (width === 0 || height === 0) return null;
  const ratio = width / height;
  if (ratio < NARROWEST || ratio > WIDEST) return null;
  const divisor = greatestDivisor(width, height);
  const step = { width: (4 * width) / divisor, height: (4 * height) / divisor };
  const count = Math.sqrt(AREA / (step.width * step.height));
  if (count >= 1 / COARSEST_STEP)
    return { widthPx: step.width * Math.round(count), heightPx: step.height * Math.round(count) };
  return { widthPx: inFours(Math.sqrt(AREA * ratio)), heightPx: inFours(Math.sqrt(AREA / ratio)) };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

function inFours(length: number): number {
  return 4 * Math.round(length / 4);
}
