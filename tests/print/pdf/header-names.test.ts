import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../../src/print/pdf/file.ts';
import { nameHeaders } from '../../../src/print/pdf/header-names.ts';

/** A file with a table of one header and one cell, which Chromium has counted from this number. */
function tableFrom(node: number): PdfFile {
  const name = `node${String(node).padStart(8, '0')}`;
  const file = new PdfFile(1, 2);
  const objects = [
    '<</Type /Catalog\n/StructTreeRoot 3 0 R>>',
    '<<>>',
    '<</Type /StructTreeRoot\n/K 4 0 R\n/IDTree 7 0 R>>',
    `<</Type /StructElem\n/S /TH\n/P 3 0 R\n/ID (${name})>>`,
    `<</Type /StructElem\n/S /TD\n/P 3 0 R\n/A [<</O /Table\n/Headers [(${name})]>>]>>`,
    `<</Type /StructElem\n/S /Figure\n/P 3 0 R\n/Alt (${name})>>`,
    '<</Kids [8 0 R]>>',
    `<</Limits [(${name}) (${name})]\n/Names [(${name}) 4 0 R]>>`,
  ];
  for (const [index, text] of objects.entries()) file.objects.set(index + 1, text);
  return file;
}

describe('nameHeaders', () => {
  test('names headers the same, whatever Chromium called them', () => {
    const [one, other] = [tableFrom(236), tableFrom(239)];
    nameHeaders(one);
    nameHeaders(other);
    other.objects.delete(6);
    one.objects.delete(6);
    expect([...one.objects]).toEqual([...other.objects]);
  });

  test('leads from cells and from the tree of names to the headers still', () => {
    const file = tableFrom(236);
    nameHeaders(file);
    expect(file.objects.get(4)).toContain('/ID (header00000001)');
    expect(file.objects.get(5)).toContain('/Headers [(header00000001)]');
    expect(file.objects.get(3)).toMatch(/\/IDTree <<\/Names \[\(header00000001\) 4 0 R\]>>/);
    expect([file.objects.has(7), file.objects.has(8)]).toEqual([false, false]);
  });

  test('changes no other text that reads alike', () => {
    const file = tableFrom(236);
    nameHeaders(file);
    expect(file.objects.get(6)).toContain('/Alt (node00000236)');
  });
});
