import type { SlideSize } from '../text/slide-size.ts';

/** Sheets of paper by name, width and height in mm (ISO 216, JIS P 0138, ASME Y14.1). */
const SIZES_MM = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  B4: [257, 364],
  B5: [182, 257],
  Letter: [215.9, 279.4],
  Legal: [215.9, 355.6],
  Tabloid: [279.4, 431.8],
} as const;

/** The name of a size of paper. */
export type PaperName = keyof typeof SIZES_MM;
/** All of them, in the order in which they are told. */
export const PAPER_NAMES = Object.keys(SIZES_MM) as readonly PaperName[];

/** The paper that sheets are made for. */
export interface Paper {
  readonly name: PaperName;
  readonly isLandscape: boolean;
}

/** Space at the edges, in mm: at the bottom for the number of the page. Printers cannot print on the outer 4 to 6 mm. */
const MARGIN_MM = { top: 14, side: 15, bottom: 17 };
const PX_PER_MM = 96 / 25.4;

/** What a sheet leaves for what stands on it, in whole CSS px: a part of one more would be too wide for the page. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The room on a sheet. */
export function roomOn(paper: Paper): Room {
  const [width, height] = sizeOf(paper);
  return {
    width: Math.floor((width - 2 * MARGIN_MM.side) * PX_PER_MM),
    height: Math.floor((height - MARGIN_MM.top - MARGIN_MM.bottom) * PX_PER_MM),
  };
}

/** How much smaller a slide is drawn to be as large as a room lets it be: 1 for its own size. */
export function zoomIn({ width, height }: Room, { widthPx, heightPx }: SlideSize): number {
  return Math.min(width / widthPx, height / heightPx);
}

/**
 * The CSS that makes sheets of this paper: `@page`, the height of its room, and `--frame-zoom` for the frames of slides. CSS `zoom` is used and
 * no transformation, because text and tags of transformed boxes come apart in PDFs.
 */
export function paperCss(paper: Paper, zoom: number): string {
  const [width, height] = sizeOf(paper);
  const { top, side, bottom } = MARGIN_MM;
  return (
    `@page{size:${width}mm ${height}mm;margin:${top}mm ${side}mm ${bottom}mm}\n` +
    `:root{--room-height:${roomOn(paper).height}px;--frame-zoom:${Math.floor(zoom * 10_000) / 10_000}}\n`
  );
}

function sizeOf({ name, isLandscape }: Paper): readonly [number, number] {
  const [width, height] = SIZES_MM[name];
  return isLandscape ? [height, width] : [width, height];
}
