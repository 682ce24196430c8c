import { type PdfDict, type PdfValue, pdfDict, pdfName, pdfText } from './syntax.ts';

/** A slide that is pages by itself. */
export interface SlidePages {
  /** The number that the slide has in its talk. */
  readonly number: number;
  /** How many pages it is: one before the first step, and one after each, of which the last shows all of it. */
  readonly count: number;
}

/**
 * What readers call the pages (ISO 32000-1, 12.4.2): i, ii for those of the cover, then by the number of the slide that
 * they are, and where a slide has several, those after the first by their steps: 4, 4.1, 4.2; where slides are no pages, by numbers from 1.
 */
export function pageLabels(slides: readonly SlidePages[], coverPages: number): PdfDict {
  const entries: PdfValue[] = coverPages > 0 ? [0, numbered('r', 1)] : [];
  if (slides.length === 0) entries.push(coverPages, numbered('D', 1));
  let page = coverPages;
  let counted = -1;
  for (const { number, count } of slides) {
    // Slides that follow one another are counted on, up to the first step.
    if (number !== counted) entries.push(page, numbered('D', number));
    if (count > 1) entries.push(page + 1, numbered('D', 1, `${number}.`));
    counted = count === 1 ? number + 1 : -1;
    page += count;
  }
  return pdfDict({ Nums: entries });
}

/** A way to count pages from a number on: `D` for 1, 2, `r` for i, ii. */
function numbered(style: 'D' | 'r', start: number, prefix = ''): PdfDict {
  return pdfDict({
    ...(prefix === '' ? {} : { P: pdfText(prefix) }),
    S: pdfName(style),
    ...(start === 1 ? {} : { St: start }),
  });
}
