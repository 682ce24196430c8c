import { Stop } from '../text/finding.ts';
import { wrongPageCount } from './findings.ts';
import { articlePages } from './pdf/articles.ts';
import type { PdfFile } from './pdf/file.ts';
import { addXmp, type PdfMetadata, writeInfo } from './pdf/metadata.ts';
import { type Bookmark, writeOutline } from './pdf/outline.ts';
import { finishPages, pagesOf, type SlideName } from './pdf/pages.ts';
import { readPdf } from './pdf/read.ts';
import { isDict, isRef, type PdfDict, type PdfRef, type PdfValue, pdfDict, pdfName, pdfText } from './pdf/syntax.ts';
import { writePdf } from './pdf/write.ts';

/** What the browser does not know of a print. */
export interface PrintDetails extends PdfMetadata {
  /** The slides in order: their ids, and what a link to one is called in the language of the talk: `Slide 4: The treaty`. */
  readonly slides: readonly SlideName[];
  /** Whether each slide is a page, or an article (`<article>` of the page) that takes as many as it needs. */
  readonly slidesAre: 'pages' | 'articles';
  readonly bookmarks: readonly Bookmark[];
}

/** Chromium's own kinds of tag, as the standard ones that readers know (ISO 32000-1, 14.8.4). */
const ROLES = { Em: pdfName('Span'), Strong: pdfName('Span'), Aside: pdfName('Sect') };

/**
 * The finished PDF from the browser's: bookmarks, metadata, page labels, language, descriptions of links, and half the
 * size. Tags, text and drawing stay as they are. The same input gives the same bytes, whenever it was printed. Throws
 * a `Stop`: `wrong-page-count`, `unreadable-pdf`.
 */
export function finishPdf(bytes: Uint8Array, details: PrintDetails): Uint8Array {
  const file = readPdf(bytes);
  const pages = pagesOf(file);
  const starts = details.slidesAre === 'pages' ? pages.map((_, index) => index) : articlePages(file, pages);
  if (starts.length !== details.slides.length) {
    throw new Stop([wrongPageCount(details.slides.length, starts.length)]);
  }
  finishPages(file, pages, namesOfPages(pages.length, starts, details.slides), details.slides);
  const outline = writeOutline(file, details.bookmarks, pagesAt(pages, starts));
  const metadata = addXmp(file, details);
  writeInfo(file, details);
  mapRoles(file);
  const catalog = file.dict(file.root);
  file.extend(file.root, {
    Lang: pdfText(details.lang),
    Metadata: metadata,
    MarkInfo: merged(file.resolve(catalog.get('MarkInfo')), { Marked: true }),
    ViewerPreferences: merged(file.resolve(catalog.get('ViewerPreferences')), { DisplayDocTitle: true }),
    PageLabels: pdfDict({ Nums: [0, pdfDict({ S: pdfName('D') })] }),
    ...(outline ? { Outlines: outline, PageMode: pdfName('UseOutlines') } : {}),
  });
  return writePdf(file);
}

/** A page is called by the last slide that has begun on it or before. */
function namesOfPages(count: number, starts: readonly number[], slides: readonly SlideName[]): readonly string[] {
  return Array.from({ length: count }, (_, page) => slides[starts.findLastIndex((start) => start <= page)]?.name ?? '');
}

function pagesAt(pages: readonly PdfRef[], starts: readonly number[]): readonly PdfRef[] {
  return starts.flatMap((start) => pages[start] ?? []);
}

function mapRoles(file: PdfFile): void {
  const tree = file.dict(file.root).get('StructTreeRoot');
  if (!isRef(tree)) return;
  file.extend(tree.id, { RoleMap: merged(file.resolve(file.dict(tree.id).get('RoleMap')), ROLES) });
}

function merged(dict: PdfValue | undefined, entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return new Map([...(isDict(dict) ? dict : []), ...Object.entries(entries)]);
}
