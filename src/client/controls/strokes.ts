/** What one draws with; each is a colour of the theme. */
export const PENS = ['accent', 'ink', 'light'] as const;
export type Pen = (typeof PENS)[number];

/** One line, drawn without lifting the pen: x and y of each point in px of the slide. */
export interface Stroke {
  readonly pen: Pen;
  readonly points: readonly number[];
}

/** The width of every line, in px of the slide. */
export const STROKE_WIDTH = 6;

/** The path of a line: curves through the middles between its points, so that a hand's corners are round. */
export function strokePath({ points }: Stroke): string {
  const [x = 0, y = 0] = points;
  if (points.length < 4) return `M${x} ${y}h.01`;
  let path = `M${x} ${y}`;
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [cornerX = 0, cornerY = 0, nextX = 0, nextY = 0] = points.slice(at, at + 4);
    path += `Q${cornerX} ${cornerY} ${(cornerX + nextX) / 2} ${(cornerY + nextY) / 2}`;
  }
  const [lastX = 0, lastY = 0] = points.slice(-2);
  return `${path}L${lastX} ${lastY}`;
}

/** Strokes as they were kept; what is no stroke is left out. */
export function readStrokes(kept: unknown): readonly Stroke[] {
  return Array.isArray(kept) ? kept.filter(isStroke) : [];
}

function isStroke(value: unknown): value is Stroke {
  if (typeof value !== 'object' || value === null) return false;
  const { pen, points } = value as Partial<Stroke>;
  return (
    PENS.some((name) => name === pen) &&
    Array.isArray(points) &&
    points.length >= 2 &&
    points.every((point) => Number.isFinite(point))
  );
}
