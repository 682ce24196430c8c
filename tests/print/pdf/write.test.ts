import { expect, test } from 'vitest';
import { PdfFile } from '../../../src/print/pdf/file.ts';
import { pdfDict, pdfName } from '../../../src/print/pdf/syntax.ts';
import { writePdf } from '../../../src/print/pdf/write.ts';
import { openPdf } from '../read-pdf.ts';

test('a file of any number of objects is written whole, and read again', async () => {
  const file = new PdfFile(1, 2);
  const box = [0, 0, 960, 540];
  file.set(1, pdfDict({ Type: pdfName('Catalog'), Pages: { kind: 'ref', id: 3 } }));
  file.set(2, pdfDict({}));
  file.set(3, pdfDict({ Type: pdfName('Pages'), Count: 1, Kids: [{ kind: 'ref', id: 4 }], MediaBox: box }));
  file.set(4, pdfDict({ Type: pdfName('Page'), Parent: { kind: 'ref', id: 3 } }));
  for (let id = 5; id <= 150_000; id += 1) file.objects.set(id, 'null');
  const pdf = await openPdf(writePdf(file));
  expect((await pdf.getPage(1)).view).toEqual(box);
});
