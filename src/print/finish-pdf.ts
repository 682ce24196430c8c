import { type Checked, Stop } from '../text/finding.ts';
import { notForAll, wrongPageCount } from './findings.ts';
import { OTHER_PART } from './page-files.ts';
import { articlePages } from './pdf/articles.ts';
import { checkTags } from './pdf/check-tags.ts';
import type { PdfFile } from './pdf/file.ts';
import { nameHeaders } from './pdf/header-names.ts';
import { joinParts } from './pdf/join.ts';
import { markDecoration } from './pdf/mark-pages.ts';
import { addXmp, type PdfMetadata, writeInfo } from './pdf/metadata.ts';
import { type Bookmark, writeOutline } from './pdf/outline.ts';
import { pageLabels, type SlidePages } from './pdf/page-labels.ts';
import { finishPages, pagesOf, type SlideName } from './pdf/pages.ts';
import { readPdf } from './pdf/read.ts';
import { joinReversed } from './pdf/reversed.ts';
import { isDict, isRef, type PdfDict, type PdfRef, type PdfValue, pdfName, pdfText } from './pdf/syntax.ts';
import { TagTree } from './pdf/tag-tree.ts';
import { repairTags } from './pdf/tags.ts';
import { repairUnicode } from './pdf/unicode.ts';
import { writePdf } from './pdf/write.ts';

/** What the browser does not know of a print. */
export interface PrintDetails extends PdfMetadata {
  /** The slides in order: their ids, and what a link to one is called in the language of the talk: `Slide 4: The treaty`. */
  readonly slides: readonly SlideName[];
  /** What a link to an id inside of a slide is called: as one to its slide. */
  readonly places: readonly SlideName[];
  /** The pages that slides are; `null` where each is an article (`<article>` of the page) that takes as many as it needs. */
  readonly slidePages: readonly SlidePages[] | null;
  /** Whether what comes before the first article is a cover, whose pages are numbered apart: i, ii. */
  readonly hasCover: boolean;
  readonly bookmarks: readonly Bookmark[];
}

/** Chromium's own kinds of tag, as the standard ones that readers know (ISO 32000-1, 14.8.4). */
const ROLES = { Em: pdfName('Span'), Strong: pdfName('Span'), Aside: pdfName('Sect') };

/**
 * The finished PDF from the browser's, of one part or of several: bookmarks, metadata, page labels, language, descriptions of links, tags as PDF/UA-1
 * (ISO 14289-1) wants them, and half the size. Text and drawing stay as they are. The same input gives the same bytes,
 * whenever it was printed. Warnings: `not-for-all`. Throws a `Stop`: `wrong-page-count`, `unreadable-pdf`.
 */
export function finishPdf(parts: readonly Uint8Array[], details: PrintDetails): Checked<Uint8Array> {
  const file = joinParts(parts.map(readPdf), OTHER_PART);
  nameHeaders(file);
  const pages = pagesOf(file);
  const { begin, show } = details.slidePages
    ? countedPages(pages, details.slidePages)
    : articlesOn(file, pages, details.slides);
  finishPages(file, pages, namesOfPages(pages.length, begin, details.slides), [...details.slides, ...details.places]);
  const outline = writeOutline(file, details.bookmarks, pagesAt(pages, show));
  writeInfo(file, details);
  joinReversed(file, pages, repairUnicode(file));
  const catalog = file.dict(file.root);
  file.extend(file.root, {
    Lang: pdfText(details.lang),
    MarkInfo: merged(file.resolve(catalog.get('MarkInfo')), { Marked: true }),
    ViewerPreferences: merged(file.resolve(catalog.get('ViewerPreferences')), { DisplayDocTitle: true }),
    PageLabels: pageLabels(details.slidePages ?? [], details.hasCover ? (begin[0] ?? 0) : 0),
    ...(outline ? { Outlines: outline, PageMode: pdfName('UseOutlines') } : {}),
  });
  const problems = finishTags(file, pages);
  file.extend(file.root, { Metadata: addXmp(file, details, problems.length === 0) });
  return { value: writePdf(file), findings: problems.length === 0 ? [] : [notForAll(problems)] };
}

/** Where slides are, by pages from 0: the page on which each begins, and the one that shows all of it. */
interface SlidePlaces {
  readonly begin: readonly number[];
  readonly show: readonly number[];
}

function countedPages(pages: readonly PdfRef[], slides: readonly SlidePages[]): SlidePlaces {
  const begin: number[] = [];
  let next = 0;
  for (const { count } of slides) {
    begin.push(next);
    next += count;
  }
  if (pages.length !== next) throw new Stop([wrongPageCount(next, pages.length)]);
  return { begin, show: begin.map((page, index) => page + (slides[index]?.count ?? 1) - 1) };
}

function articlesOn(file: PdfFile, pages: readonly PdfRef[], slides: readonly SlideName[]): SlidePlaces {
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
