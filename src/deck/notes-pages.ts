import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { NoteKind } from '../view/note-kinds.ts';
import type { NotesView } from '../view/notes.ts';
import { viewNotesPrint } from '../view/notes-print.ts';
import type { Printable } from './deck.ts';
import { type Paper, paperCss, roomOn, zoomIn } from './paper-size.ts';
import { printableSheets, type SheetParts } from './sheets.ts';

/** How much of a sheet's height its slide takes at most, so that notes begin beside it on wide paper too. */
const MOST_OF_HEIGHT = 0.55;

/**
 * The page to print the notes from: for each slide a sheet with the slide above its notes, which run on to as many
 * sheets as they need. Findings and errors as `renderDeck`.
 */
export function renderNotes(
  host: Host,
  parts: SheetParts & { readonly notes: NotesView },
  paper: Paper,
  kinds: ReadonlySet<NoteKind>,
): Checked<Printable> {
  const { view, theme, frames, notes } = parts;
  const room = roomOn(paper);
  const data = viewNotesPrint(view, notes, frames, kinds, theme.words.print);
  const zoom = zoomIn({ ...room, height: room.height * MOST_OF_HEIGHT }, view.size);
  return printableSheets(host, parts, 'notes', data, paperCss(paper, zoom), room);
}
