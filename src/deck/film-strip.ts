import { SLIDE_HEIGHT, SLIDE_WIDTH } from './slide-size.ts';

/**
 * A page with a slide and a strip under it has the form of A4 on its side, which it fills when it is printed; in CSS px, that
 * are a whole number of points.
 */
export const FILM_HEIGHT = 904;

/** The room for small pictures in the strip, and the space between them, in CSS px. */
const ROOM = { width: SLIDE_WIDTH - 2 * 24, height: FILM_HEIGHT - SLIDE_HEIGHT - 2 * 24 };
const GAP = 16;

/**
 * How much smaller than the slide so many small pictures are drawn, at least one: as large as they can be in the strip, in one row or
 * in several.
 */
export function stripZoom(count: number): number {
  const zooms = Array.from({ length: count }, (_, index) => {
    const rows = index + 1;
    const columns = Math.ceil(count / rows);
    const width = (ROOM.width - (columns - 1) * GAP) / columns;
    const height = (ROOM.height - (rows - 1) * GAP) / rows;
    return Math.min(width / SLIDE_WIDTH, height / SLIDE_HEIGHT);
  });
  return Math.floor(Math.max(...zooms) * 10_000) / 10_000;
}

/** The CSS for pages with strips, of which there are some with each of these counts of small pictures. */
export function filmCss(counts: readonly number[]): string {
  const zooms = [...new Set(counts)].toSorted((one, other) => one - other);
  return `@page{size:${SLIDE_WIDTH}px ${FILM_HEIGHT}px;margin:0}
.film{width:${SLIDE_WIDTH}px;height:${FILM_HEIGHT}px;overflow:hidden;break-after:page}
.film:last-child{break-after:auto}
.film>.page,.film-state>.page{break-after:auto}
.film-strip{display:flex;flex-wrap:wrap;gap:${GAP}px;align-content:center;box-sizing:border-box;height:${FILM_HEIGHT - SLIDE_HEIGHT}px;padding:0 24px}
.film-state{position:relative;width:calc(${SLIDE_WIDTH}px*var(--state-zoom));height:calc(${SLIDE_HEIGHT}px*var(--state-zoom));overflow:hidden}
.film-state>.page{zoom:var(--state-zoom)}
.film-state::after{position:absolute;inset:0;box-sizing:border-box;border:1px solid var(--color-rule);content:""}
${zooms.map((count) => `.film-strip-${count}{--state-zoom:${stripZoom(count)}}\n`).join('')}`;
}
