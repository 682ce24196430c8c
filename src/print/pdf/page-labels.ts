import { type PdfDict, pdfDict, pdfName } from './syntax.ts';

/** What readers call the pages (ISO 32000-1, 12.4.2): i, ii for those of the cover, then 1, 2 and so on. */
export function pageLabels(coverPages: number): PdfDict {
  const cover = coverPages > 0 ? [0, pdfDict({ S: pdfName('r') })] : [];
  return pdfDict({ Nums: [...cover, coverPages, pdfDict({ S: pdfName('D') })] });
}
