import { type Checked, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { Html } from '../text/html.ts';
import { type Published, viewHandoutPrint } from '../view/handout-print.ts';
import { printShapes } from '../view/print-contract.ts';
import { type PageParts, type PrintablePage, printableSheets } from './deck.ts';
import { gridCss, handoutGrid, type SlidesPerSheet } from './handout-grid.ts';
import { forPaper } from './paper.ts';
import { type Paper, paperCss, roomOn } from './paper-size.ts';
import { slideFrame } from './print-page.ts';
import { drawSlides } from './slides.ts';

/** How a handout is asked for. */
export interface HandoutRequest {
  readonly perSheet: SlidesPerSheet;
  readonly hasLines: boolean;
  readonly hasNotes: boolean;
}

/**
 * The page to print the handout from: a cover, sheets with several slides each, and at the end the answers to
 * questions, the sources and all links in full. Findings and errors as `renderDeck`, and those of the template.
 */
export function renderHandout(
  host: Host,
  parts: PageParts,
  paper: Paper,
  { perSheet, hasLines, hasNotes }: HandoutRequest,
  published: Published,
): Checked<PrintablePage> {
  const { view, theme, templates } = parts;
  const grid = handoutGrid(perSheet, paper, hasLines || hasNotes);
  const drawings = forPaper(drawSlides(view, templates)).map((slide) => new Html(slideFrame(slide)));
  const form = { perSheet, side: grid.side, hasLines, hasNotes };
  const data = viewHandoutPrint(view, drawings, form, published, theme.words.print);
  const sheets = templates.drawPrint('handout', data, printShapes.handout);
  stopOnErrors(sheets.findings);
  return printableSheets(host, parts, sheets.value, paperCss(paper, grid.zoom) + gridCss(grid), roomOn(paper));
}
