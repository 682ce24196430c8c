import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { Html } from '../text/html.ts';
import { paperTokensCss } from '../theme/tokens.ts';
import type { DrawnPrint, PrintData } from '../view/print-contract.ts';
import { type PageParts, type Printable, packPageFonts, slidesCss } from './deck.ts';
import { forPaper, paperHtml } from './paper.ts';
import type { Room } from './paper-size.ts';
import { printPage, slideFrame } from './print-page.ts';
import { drawSlides } from './slides.ts';
import { hoistFrom } from './styles.ts';

/** What sheets of paper are made of: what every page is, and the slides in their frames. */
export interface SheetParts extends PageParts {
  readonly frames: readonly Html[];
}

/** The slides as HTML in frames, in order, which all kinds of paper show. */
export function frameSlides({ view, templates }: PageParts): readonly Html[] {
  return forPaper(drawSlides(view, templates)).map((slide) => new Html(slideFrame(slide)));
}

/**
 * The page to print sheets of paper from: a kind of print drawn by its template, and the CSS that makes sheets of their
 * size, with the room that they leave. Findings and errors as `renderDeck`.
 */
export function printableSheets<K extends DrawnPrint>(
  host: Host,
  parts: PageParts,
  kind: K,
  data: PrintData<K>,
  sizeCss: string,
  room: Room,
): Checked<Printable> {
  const { view, theme, templates, packed, math } = parts;
  const sheets = templates.drawPrint(kind, data);
  const fonts = packPageFonts(host, parts, [sheets]);
  const hoisted = hoistFrom([paperHtml(sheets)]);
  const css = [
    fonts.value,
    math.css,
    paperTokensCss(theme, view.size),
    slidesCss(theme),
    theme.printCss,
    sizeCss,
    hoisted.css,
  ].join('');
  const html = printPage(view.talk, hoisted.texts, css);
  const { width: widthPx, height: heightPx } = room;
  const value = { parts: [html], assets: packed.box.files, widthPx, heightPx, pageCounts: null };
  return { value, findings: fonts.findings };
}
