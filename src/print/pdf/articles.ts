import { Stop } from '../../text/finding.ts';
import { unreadablePdf } from '../findings.ts';
import type { PdfFile } from './file.ts';
import { isDict, isRef, nameOf, type PdfRef, type PdfValue } from './syntax.ts';

/**
 * The page on which each article of a print begins, from 0, in the order of the tags (`Art`, ISO 32000-1, 14.8.4.2):
 * Chromium makes one of each `article` element. Articles stand in none other. Throws a `Stop` (`unreadable-pdf`) when
 * one is on no page.
 */
export function articlePages(file: PdfFile, pages: readonly PdfRef[]): readonly number[] {
  const numbers = new Map(pages.map(({ id }, index) => [id, index]));
  const root = file.dict(file.root).get('StructTreeRoot');
  return articlesUnder(file, isRef(root) ? file.dict(root.id).get('K') : undefined).map((article) => {
    const page = pageOf(file, article);
    const number = page === null ? undefined : numbers.get(page.id);
    if (number === undefined) throw new Stop([unreadablePdf('a tagged article is on none of its pages')]);
    return number;
  });
}

function articlesUnder(file: PdfFile, kids: PdfValue | undefined): readonly PdfValue[] {
  const found: PdfValue[] = [];
  for (const kid of file.list(kids)) {
    const element = file.resolve(kid);
    if (!isDict(element)) continue;
    if (nameOf(element.get('S')) === 'Art') found.push(kid);
    else found.push(...articlesUnder(file, element.get('K')));
  }
  return found;
}

/** The page of the first thing under an element that tells one. */
function pageOf(file: PdfFile, value: PdfValue): PdfRef | null {
  const element = file.resolve(value);
  if (!isDict(element)) return null;
  const own = element.get('Pg');
  if (isRef(own)) return own;
  for (const kid of file.list(element.get('K'))) {
    const page = pageOf(file, kid);
    if (page) return page;
  }
  return null;
}
