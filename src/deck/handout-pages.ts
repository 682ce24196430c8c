import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type PublishedFile, viewHandoutPrint } from '../view/handout-print.ts';
import type { Printable } from './deck.ts';
import { gridCss, handoutGrid, type SlidesPerSheet } from './handout-grid.ts';
import { type Paper, paperCss, roomOn } from './paper-size.ts';
import { printableSheets, type SheetParts } from './sheets.ts';

/** How a handout is asked for. */
export interface HandoutRequest {
  readonly perSheet: SlidesPerSheet;
  readonly hasLines: boolean;
  readonly hasNotes: boolean;
}

/**
 * The page to print the handout from: a cover, sheets with several slides each, and at the end the answers to
 * questions, the sources and all links in full. Findings and errors as `renderDeck`.
 */
export function renderHandout(
  host: Host,
  parts: SheetParts,
  paper: Paper,
  { perSheet, hasLines, hasNotes }: HandoutRequest,
  published: PublishedFile | null,
): Checked<Printable> {
  const { view, theme, frames } = parts;
  const grid = handoutGrid(perSheet, paper, hasLines || hasNotes, view.size);
  const form = { perSheet, side: grid.side, hasLines, hasNotes };
  const data = viewHandoutPrint(view, frames, form, published, theme.words.print);
  return printableSheets(host, parts, 'handout', data, paperCss(paper, grid.zoom) + gridCss(grid), roomOn(paper));
}
