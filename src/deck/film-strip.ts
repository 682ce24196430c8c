import type { SlideSize } from '../text/slide-size.ts';

/**
 * The strip under a slide, in CSS px. With a slide of 16:9 the page has the form of A4 on its side, which it fills when it is
 * printed; and a whole number of points.
 */
const STRIP_HEIGHT = 184;
/** The space around the small pictures in it, and between them. */
const MARGIN = 24;
const GAP = 16;

/** The height of a page with a slide and a strip under it, in CSS px. */
export function filmHeight({ heightPx }: SlideSize): number {
  return heightPx + STRIP_HEIGHT;
}

/**
 * How much smaller than the slide so many small pictures are drawn, at least one: as large as they can be in the strip, in one row or
 * in several.
 */
export function stripZoom(count: number, { widthPx, heightPx }: SlideSize): number {
  const room = { width: widthPx - 2 * MARGIN, height: STRIP_HEIGHT - 2 * MARGIN };
  const zooms = Array.from({ length: count }, (_, index) => {
    const rows = index + 1;
    const columns = Math.ceil(count / rows);
    const width = (room.width - (columns - 1) * GAP) / columns;
    const height = (room.height - (rows - 1) * GAP) / rows;
    return Math.min(width / widthPx, height / heightPx);
  });
  return Math.floor(Math.max(...zooms) * 10_000) / 10_000;
}

/** The CSS for pages with strips, of which there are some with each of these counts of small pictures. */
export function filmCss(counts: readonly number[], size: SlideSize): string {
  const { widthPx, heightPx } = size;
  const pageHeight = filmHeight(size);
  const zooms = [...new Set(counts)].toSorted((one, other) => one - other);
  return `@page{size:${widthPx}px ${pageHeight}px;margin:0}
.film{width:${widthPx}px;height:${pageHeight}px;overflow:hidden;break-after:page}
.film:last-child{break-after:auto}
.film>.page,.film-state>.page{break-after:auto}
.film-strip{display:flex;flex-wrap:wrap;gap:${GAP}px;align-content:center;box-sizing:border-box;height:${STRIP_HEIGHT}px;padding:0 ${MARGIN}px}
.film-state{position:relative;width:calc(${widthPx}px*var(--state-zoom));height:calc(${heightPx}px*var(--state-zoom))}
.film-state>.page{zoom:var(--state-zoom)}
.film-state::after{position:absolute;inset:0;box-sizing:border-box;border:1px solid var(--color-rule);content:""}
.film-step{position:absolute;top:-10px;inset-inline-end:-8px;z-index:1;box-sizing:border-box;min-width:20px;padding:0 4px;border:2px solid var(--color-accent);border-radius:10px;background:var(--color-paper);color:var(--color-accent-text);font:600 12px/16px var(--font-sans);text-align:center}
${zooms.map((count) => `.film-strip-${count}{--state-zoom:${stripZoom(count, size)}}\n`).join('')}`;
}
