import { type Checked, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { Html } from '../text/html.ts';
import { viewArticlePrint } from '../view/article-print.ts';
import type { NotesView } from '../view/notes.ts';
import { printShapes } from '../view/print-contract.ts';
import { type PageParts, type PrintablePage, printableSheets } from './deck.ts';
import { forPaper } from './paper.ts';
import { type Paper, paperCss, roomOn, zoomIn } from './paper-size.ts';
import { slideFrame } from './print-page.ts';
import { drawSlides } from './slides.ts';

/** How wide and high a figure is at most, in parts of the room. */
const FIGURE = { width: 0.72, height: 0.42 };

/**
 * The page to print the article from: the talk as a text, its slides as figures, its notes as prose. Findings and
 * errors as `renderDeck`, and those of the template.
 */
export function renderArticle(
  host: Host,
  parts: PageParts & { readonly notes: NotesView },
  paper: Paper,
): Checked<PrintablePage> {
  const { view, theme, templates, notes } = parts;
  const room = roomOn(paper);
  const drawings = forPaper(drawSlides(view, templates)).map((slide) => new Html(slideFrame(slide)));
  const sheets = templates.drawPrint(
    'article',
    viewArticlePrint(view, notes, drawings, theme.words.print),
    printShapes.article,
  );
  stopOnErrors(sheets.findings);
  const zoom = zoomIn({ width: room.width * FIGURE.width, height: room.height * FIGURE.height });
  return printableSheets(host, parts, sheets.value, paperCss(paper, zoom), room);
}
