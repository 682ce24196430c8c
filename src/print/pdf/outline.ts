import type { PdfFile } from './file.ts';
import { type PdfRef, type PdfValue, pdfDict, pdfName, pdfText } from './syntax.ts';

/** A bookmark: a title, the slide that it leads to, from 0, and the bookmarks under it. */
export interface Bookmark {
  readonly title: string;
  readonly slideIndex: number;
  readonly children: readonly Bookmark[];
}

/**
 * Writes an outline (ISO 32000-1, 12.3.3), all of it open, and returns its root; `null` when there are no bookmarks.
 * Each item goes to the top of the page on which its slide begins, and leaves the reader's zoom as it is.
 */
export function writeOutline(file: PdfFile, bookmarks: readonly Bookmark[], pages: readonly PdfRef[]): PdfRef | null {
  if (bookmarks.length === 0) return null;
  const root = file.reserve();
  file.set(root.id, pdfDict({ Type: pdfName('Outlines'), ...writeItems(file, bookmarks, root, pages) }));
  return root;
}

/** Writes the items of one level, and returns what their parent says of them. */
function writeItems(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  parent: PdfRef,
  pages: readonly PdfRef[],
): Record<string, PdfValue> {
  const refs = bookmarks.map(() => file.reserve());
  for (const [index, bookmark] of bookmarks.entries()) {
    const [ref, previous, next] = [refs[index], refs[index - 1], refs[index + 1]];
    const page = pages[bookmark.slideIndex];
    if (!ref || !page) throw new RangeError(`the bookmark "${bookmark.title}" has no slide ${bookmark.slideIndex}`);
    const item = {
      Title: pdfText(bookmark.title),
      Parent: parent,
      Dest: [page, pdfName('XYZ'), 0, topOf(file, page), null],
      ...(previous ? { Prev: previous } : {}),
      ...(next ? { Next: next } : {}),
      ...writeItems(file, bookmark.children, ref, pages),
    };
    file.set(ref.id, pdfDict(item));
  }
  const [first, last] = [refs[0], refs.at(-1)];
  return first && last ? { First: first, Last: last, Count: countOf(bookmarks) } : {};
}

function countOf(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((count, { children }) => count + 1 + countOf(children), 0);
}

function topOf(file: PdfFile, page: PdfRef): PdfValue {
  const box = file.dict(page.id).get('MediaBox');
  return Array.isArray(box) ? (box[3] ?? null) : null;
}
