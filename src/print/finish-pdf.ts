import { type Checked, Stop } from '../text/finding.ts';
import { notForAll, wrongPageCount } from './findings.ts';
import { articlePages } from './pdf/articles.ts';
import { checkTags } from './pdf/check-tags.ts';
import type { PdfFile } from './pdf/file.ts';
import { markDecoration } from './pdf/mark-pages.ts';
import { addXmp, type PdfMetadata, writeInfo } from './pdf/metadata.ts';
import { type Bookmark, writeOutline } from './pdf/outline.ts';
import { pageLabels } from './pdf/page-labels.ts';
import { finishPages, pagesOf, type SlideName } from './pdf/pages.ts';
import { readPdf } from './pdf/read.ts';
import { isDict, isRef, type PdfDict, type PdfRef, type PdfValue, pdfName, pdfText } from './pdf/syntax.ts';
import { TagTree } from './pdf/tag-tree.ts';
import { repairTags } from './pdf/tags.ts';
import { repairUnicode } from './pdf/unicode.ts';
import { writePdf } from './pdf/write.ts';

/** What the browser does not know of a print. */
export interface PrintDetails extends PdfMetadata {
  /** The slides in order: their ids, and what a link to one is called in the language of the talk: `Slide 4: The treaty`. */
  readonly slides: readonly SlideName[];
  /** Whether each slide is a page, or an article (`<article>` of the page) that takes as many as it needs. */
  readonly slidesAre: 'pages' | 'articles';
  /**
   * Of slides that are pages, how many each takes: one, where it is not told. The last of them is the one that
   * bookmarks lead to.
   */
  readonly pageCounts?: readonly number[] | undefined;
  readonly bookmarks: readonly Bookmark[];
}

/** Chromium's own kinds of tag, as the standard ones that readers know (ISO 32000-1, 14.8.4). */
const ROLES = { Em: pdfName('Span'), Strong: pdfName('Span'), Aside: pdfName('Sect') };

/**
 * The finished PDF from the browser's: bookmarks, metadata, page labels, language, descriptions of links, tags as PDF/UA-1
 * (ISO 14289-1) wants them, and half the size. Text and drawing stay as they are. The same input gives the same bytes,
 * whenever it was printed. Warnings: `not-for-all`. Throws a `Stop`: `wrong-page-count`, `unreadable-pdf`.
 */
export function finishPdf(bytes: Uint8Array, details: PrintDetails): Checked<Uint8Array> {
  const file = readPdf(bytes);
  const pages = pagesOf(file);
  const { begin, show } =
    details.slidesAre === 'pages' ? countedPages(pages, details) : articlesOn(file, pages, details);
  finishPages(file, pages, namesOfPages(pages.length, begin, details.slides), details.slides);
  const outline = writeOutline(file, details.bookmarks, pagesAt(pages, show));
  writeInfo(file, details);
  repairUnicode(file);
  const catalog = file.dict(file.root);
  file.extend(file.root, {
    Lang: pdfText(details.lang),
    MarkInfo: merged(file.resolve(catalog.get('MarkInfo')), { Marked: true }),
    ViewerPreferences: merged(file.resolve(catalog.get('ViewerPreferences')), { DisplayDocTitle: true }),
    PageLabels: pageLabels(details.pageCounts),
    ...(outline ? { Outlines: outline, PageMode: pdfName('UseOutlines') } : {}),
  });
  const problems = finishTags(file, pages);
  file.extend(file.root, { Metadata: addXmp(file, details, problems.length === 0) });
  return { value: writePdf(file), findings: problems.length === 0 ? [] : [notForAll(problems)] };
}

/** Where slides are, by pages from 0: the page on which each begins, and the one that shows it as bookmarks mean it. */
interface SlidePages {
  readonly begin: readonly number[];
  readonly show: readonly number[];
}

function countedPages(pages: readonly PdfRef[], { slides, pageCounts }: PrintDetails): SlidePages {
  const counts = pageCounts ?? slides.map(() => 1);
  const begin: number[] = [];
  let next = 0;
  for (const count of counts) {
    begin.push(next);
    next += count;
  }
  if (pages.length !== next) throw new Stop([wrongPageCount(next, pages.length)]);
  return { begin, show: begin.map((page, index) => page + (counts[index] ?? 1) - 1) };
}

function articlesOn(file: PdfFile, pages: readonly PdfRef[], { slides }: PrintDetails): SlidePages {
  const begin = articlePages(file, pages);
  if (begin.length !== slides.length) throw new Stop([wrongPageCount(slides.length, begin.length)]);
  return { begin, show: begin };
}

/** A page is called by the last slide that has begun on it or before. */
function namesOfPages(count: number, starts: readonly number[], slides: readonly SlideName[]): readonly string[] {
  return Array.from({ length: count }, (_, page) => slides[starts.findLastIndex((start) => start <= page)]?.name ?? '');
}

function pagesAt(pages: readonly PdfRef[], starts: readonly number[]): readonly PdfRef[] {
  return starts.flatMap((start) => pages[start] ?? []);
}

/** Repairs the tags, and returns what still stands against PDF/UA. */
function finishTags(file: PdfFile, pages: readonly PdfRef[]): readonly string[] {
  const root = file.dict(file.root).get('StructTreeRoot');
  if (!isRef(root)) return ['there are no tags'];
  file.extend(root.id, { RoleMap: merged(file.resolve(file.dict(root.id).get('RoleMap')), ROLES) });
  const tags = new TagTree(file, root);
  const streams = markDecoration(file, pages, tags);
  repairTags(tags, pages);
  tags.save();
  return checkTags(tags, pages, streams);
}

function merged(dict: PdfValue | undefined, entries: Readonly<Record<string, PdfValue>>): PdfDict {
  return new Map([...(isDict(dict) ? dict : []), ...Object.entries(entries)]);
}
