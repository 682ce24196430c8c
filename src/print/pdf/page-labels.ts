import { type PdfDict, type PdfValue, pdfDict, pdfName } from './syntax.ts';

/**
 * What readers call the pages (ISO 32000-1, 12.4.2): i, ii for those of the cover, then by these numbers, one for each
 * page; pages beyond them count on, and without any from 1.
 */
export function pageLabels(numbers: readonly number[], coverPages: number): PdfDict {
  const starts = numbers.length === 0 ? [1] : numbers;
  const ranges = [...starts.entries()].flatMap(([page, number]): readonly PdfValue[] => {
    const isNext = page > 0 && number === (starts[page - 1] ?? 0) + 1;
    return isNext ? [] : [coverPages + page, pdfDict({ S: pdfName('D'), ...(number === 1 ? {} : { St: number }) })];
  });
  const cover = coverPages > 0 ? [0, pdfDict({ S: pdfName('r') })] : [];
  return pdfDict({ Nums: [...cover, ...ranges] });
}
