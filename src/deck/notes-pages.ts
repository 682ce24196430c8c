import { type Checked, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { Html } from '../text/html.ts';
import type { NotesView } from '../view/notes.ts';
import { type NoteKind, viewNotesPrint } from '../view/notes-print.ts';
import { printShapes } from '../view/print-contract.ts';
import { type PageParts, type PrintablePage, printableSheets } from './deck.ts';
import { forPaper } from './paper.ts';
import { type Paper, paperCss, roomOn, zoomIn } from './paper-size.ts';
import { slideFrame } from './print-page.ts';
import { drawSlides } from './slides.ts';

/** How much of a sheet's height its slide takes at most, so that notes begin beside it on wide paper too. */
const MOST_OF_HEIGHT = 0.55;

/**
 * The page to print the notes from: for each slide a sheet with the slide above its notes, which run on to as many
 * sheets as they need. Findings and errors as `renderDeck`, and those of the template.
 */
export function renderNotes(
  host: Host,
  parts: PageParts & { readonly notes: NotesView },
  paper: Paper,
  kinds: ReadonlySet<NoteKind>,
): Checked<PrintablePage> {
  const { view, theme, templates, notes } = parts;
  const room = roomOn(paper);
  const drawings = forPaper(drawSlides(view, templates)).map((slide) => new Html(slideFrame(slide)));
  const data = viewNotesPrint(view, notes, drawings, kinds, theme.words.print);
  const sheets = templates.drawPrint('notes', data, printShapes.notes);
  stopOnErrors(sheets.findings);
  const zoom = zoomIn({ ...room, height: room.height * MOST_OF_HEIGHT });
  return printableSheets(host, parts, sheets.value, paperCss(paper, zoom), room);
}
