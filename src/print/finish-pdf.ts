import { type Checked, Stop } from '../text/finding.ts';
import { notForAll, wrongPageCount } from './findings.ts';
import { checkTags } from './pdf/check-tags.ts';
import type { PdfFile } from './pdf/file.ts';
import { markDecoration } from './pdf/mark-pages.ts';
import { addXmp, type PdfMetadata, writeInfo } from './pdf/metadata.ts';
import { type Bookmark, writeOutline } from './pdf/outline.ts';
import { finishPages, pagesOf } from './pdf/pages.ts';
import { readPdf } from './pdf/read.ts';
import { isDict, isRef, type PdfDict, type PdfRef, type PdfValue, pdfDict, pdfName, pdfText } from './pdf/syntax.ts';
import { TagTree } from './pdf/tag-tree.ts';
import { repairTags } from './pdf/tags.ts';
import { repairUnicode } from './pdf/unicode.ts';
import { writePdf } from './pdf/write.ts';

/** What the browser does not know of a print. */
export interface PrintDetails extends PdfMetadata {
  /**
   * What a link to each page is called, in the language of the talk, in the order of the pages: `Slide 4: The road to
   * the treaty`. As many as there must be pages.
   */
  readonly pageNames: readonly string[];
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
  if (pages.length !== details.pageNames.length) {
    throw new Stop([wrongPageCount(details.pageNames.length, pages.length)]);
  }
  finishPages(file, pages, details.pageNames);
  const outline = writeOutline(file, details.bookmarks, pages);
  writeInfo(file, details);
  repairUnicode(file);
  const catalog = file.dict(file.root);
  file.extend(file.root, {
    Lang: pdfText(details.lang),
    MarkInfo: merged(file.resolve(catalog.get('MarkInfo')), { Marked: true }),
    ViewerPreferences: merged(file.resolve(catalog.get('ViewerPreferences')), { DisplayDocTitle: true }),
    PageLabels: pdfDict({ Nums: [0, pdfDict({ S: pdfName('D') })] }),
    ...(outline ? { Outlines: outline, PageMode: pdfName('UseOutlines') } : {}),
  });
  const problems = finishTags(file, pages);
  file.extend(file.root, { Metadata: addXmp(file, details, problems.length === 0) });
  return { value: writePdf(file), findings: problems.length === 0 ? [] : [notForAll(problems)] };
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
