import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { viewArticlePrint } from '../view/article-print.ts';
import type { NotesView } from '../view/notes.ts';
import type { Printable } from './deck.ts';
import { type Paper, paperCss, roomOn, zoomIn } from './paper-size.ts';
import { printableSheets, type SheetParts } from './sheets.ts';

/** How wide and high a figure is at most, in parts of the room. */
const FIGURE = { width: 0.72, height: 0.42 };

/**
 * The page to print the article from: the talk as a text, its slides as figures, its notes as prose. Findings and
 * errors as `renderDeck`.
 */
export function renderArticle(
  host: Host,
  parts: SheetParts & { readonly notes: NotesView },
  paper: Paper,
): Checked<Printable> {
  const { view, theme, frames, notes } = parts;
  const room = roomOn(paper);
  const data = viewArticlePrint(view, notes, frames, theme.words.print);
  const zoom = zoomIn({ width: room.width * FIGURE.width, height: room.height * FIGURE.height }, view.size);
  return printableSheets(host, parts, 'article', data, paperCss(paper, zoom), room);
}
