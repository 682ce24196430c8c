import { renderArticle } from '../deck/article-pages.ts';
import type { Printable } from '../deck/deck.ts';
import { renderHandout } from '../deck/handout-pages.ts';
import { renderNotes } from '../deck/notes-pages.ts';
import { frameSlides, type SheetParts } from '../deck/sheets.ts';
import { renderSlides } from '../deck/slide-pages.ts';
import type { PrintPage } from '../print/page-files.ts';
import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { loadQrCodes } from '../typeset/qr-codes.ts';
import type { PublishedFile } from '../view/handout-print.ts';
import type { PreparedTalk } from './prepare.ts';
import type { PrintKind } from './print-files.ts';
import type { PrintRequest } from './print-request.ts';

/** A talk on its way to paper, with what several kinds of print show, and what the cover of the handout does. */
export interface PrintableTalk extends PreparedTalk, SheetParts {
  readonly published: PublishedFile | null;
}

/** The talk with what the kinds of print that are asked for show of it. */
export async function printableTalk(prepared: PreparedTalk, kinds: readonly PrintKind[]): Promise<PrintableTalk> {
  const frames = kinds.some((kind) => kind !== 'slides') ? frameSlides(prepared) : [];
  const published = kinds.includes('handout') ? await publishedAt(prepared.talk.address) : null;
  return { ...prepared, frames, published };
}

/** Where the deck is, for who has the paper; `null` when the talk does not say. */
async function publishedAt(address: string): Promise<PublishedFile | null> {
  if (address === '') return null;
  const drawQrCode = await loadQrCodes(true);
  return { address, qrCode: drawQrCode(address) };
}

/** The pages to print a kind from. Findings and errors as `renderDeck`. */
export function renderKind(
  host: Host,
  printable: PrintableTalk,
  { paper, noteKinds, handout, steps }: Pick<PrintRequest, 'paper' | 'noteKinds' | 'handout' | 'steps'>,
  kind: PrintKind,
): Checked<Printable> {
  if (kind === 'slides') return renderSlides(host, printable, steps);
  if (kind === 'handout') return renderHandout(host, printable, paper, handout, printable.published);
  const { notes } = printable;
  if (notes === null) throw new Error('the notes of the talk were not prepared');
  if (kind === 'article') return renderArticle(host, { ...printable, notes }, paper);
  return renderNotes(host, { ...printable, notes }, paper, noteKinds);
}

/** The parts of a print, each as a page that is printed by itself. */
export function partsOf({ parts, assets, widthPx, heightPx }: Printable): readonly PrintPage[] {
  return parts.map((html) => ({ html, assets, widthPx, heightPx }));
}
