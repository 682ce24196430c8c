import { type PdfDict, type PdfValue, pdfDict, pdfName, pdfText } from './syntax.ts';

/**
 * What readers call pages (ISO 32000-1, 12.4.2), of slides that take so many pages each: the number of the slide, and where
 * it takes several, which of them: `4.2`. With none told, pages are numbered.
 */
export function pageLabels(pageCounts: readonly number[] = []): PdfDict {
  const entries: PdfValue[] = [];
  let page = 0;
  let isPlain = false;
  for (const [index, count] of pageCounts.entries()) {
    if (count > 1) entries.push(page, pdfDict({ P: pdfText(`${index + 1}.`), S: pdfName('D'), St: 1 }));
    // Slides of one page that follow one another are counted on.
    else if (!isPlain) entries.push(page, pdfDict({ S: pdfName('D'), St: index + 1 }));
    isPlain = count === 1;
    page += count;
  }
  return pdfDict({ Nums: entries.length === 0 ? [0, pdfDict({ S: pdfName('D') })] : entries });
}
