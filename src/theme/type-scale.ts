import type { Theme } from './types.ts';

/** The sizes that the text of a slide can have, and the least that a room reads. */
export interface TypeScale {
  /** In px, from the smallest to the largest; the first one is step 1. */
  readonly stepsPx: readonly number[];
  /** Smaller text is a finding. */
  readonly floorPx: number;
}

/** The scale of a theme: its tokens `type.1`, `type.2` and so on, in order of size, and `size.floor`. */
export function typeScale({ tokens }: Pick<Theme, 'tokens'>): TypeScale {
  const stepsPx = Object.values(tokens.type ?? {})
    .map(Number.parseFloat)
    .filter((size) => size > 0)
    .sort((one, other) => one - other);
  return { stepsPx, floorPx: Number.parseFloat(tokens.size?.floor ?? '') || 0 };
}

/** The largest step that is no larger than a size; the first one when all are. */
export function stepAt({ stepsPx }: TypeScale, sizePx: number): number {
  return Math.max(1, stepsPx.filter((size) => size <= sizePx).length);
}

/** The CSS that gives each slide the text size of its step. */
export function typeScaleCss(theme: Pick<Theme, 'tokens'>): string {
  return typeScale(theme)
    .stepsPx.map((size, index) => `.type-${index + 1}>.slide{--text:${size}px}\n`)
    .join('');
}
