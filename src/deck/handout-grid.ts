import type { SlideSize } from '../text/slide-size.ts';
import { type Paper, type Room, roomOn, zoomIn } from './paper-size.ts';

/** How many slides a sheet of the handout can have. */
export const SLIDES_PER_SHEET = [1, 2, 3, 4, 6, 9] as const;
export type SlidesPerSheet = (typeof SLIDES_PER_SHEET)[number];

/** How the slides of a handout stand on a sheet, in CSS px. */
export interface HandoutGrid {
  readonly columns: number;
  readonly rows: number;
  /** The height of a cell, with its number, its slide and what is written there. */
  readonly cellHeight: number;
  readonly zoom: number;
  /** Where room is left for lines or notes: beside the slide, under it, or nowhere. */
  readonly side: 'beside' | 'below' | 'none';
}

/** Columns and rows on upright paper; on its side they change places. */
const GRIDS: Readonly<Record<SlidesPerSheet, readonly [columns: number, rows: number]>> = {
  1: [1, 1],
  2: [1, 2],
  3: [1, 3],
  4: [2, 2],
  6: [2, 3],
  9: [3, 3],
};
/** The running head over the cells, the space between cells, and the number over a slide: as in the CSS of prints. */
const HEAD_PX = 28;
const GAP_PX = 20;
const LABEL_PX = 16;
/** What a slide takes of its cell at most when something is to be written there. */
const MOST_OF_WIDTH = 0.56;
const MOST_OF_HEIGHT = 0.62;

/** The grid for slides on this paper; with a side, slides are as large as they can be with room beside or under them. */
export function handoutGrid(perSheet: SlidesPerSheet, paper: Paper, hasSide: boolean, size: SlideSize): HandoutGrid {
  const room = roomOn(paper);
  const [across, down] = GRIDS[perSheet];
  const [columns, rows] = paper.isLandscape ? [down, across] : [across, down];
  const cellWidth = (room.width - (columns - 1) * GAP_PX) / columns;
  const cellHeight = Math.floor((room.height - HEAD_PX - (rows - 1) * GAP_PX) / rows) - 1;
  const cell: Room = { width: cellWidth, height: cellHeight - LABEL_PX };
  const grid = { columns, rows, cellHeight };
  if (!hasSide) return { ...grid, zoom: zoomIn(cell, size), side: 'none' };
  const beside = zoomIn({ ...cell, width: cell.width * MOST_OF_WIDTH }, size);
  const below = zoomIn({ ...cell, height: cell.height * MOST_OF_HEIGHT }, size);
  return beside > below ? { ...grid, zoom: beside, side: 'beside' } : { ...grid, zoom: below, side: 'below' };
}

/** The CSS of a grid: its numbers, for the CSS of prints to use. */
export function gridCss({ columns, cellHeight }: HandoutGrid): string {
  return `:root{--columns:${columns};--cell-height:${cellHeight}px}\n`;
}
