import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseValue } from '../../../src/print/pdf/parse.ts';
import { serializeValue } from '../../../src/print/pdf/serialize.ts';
import { type PdfValue, pdfDict, pdfName, pdfRef, pdfText } from '../../../src/print/pdf/syntax.ts';

const text = (bytes: string): PdfValue => ({ kind: 'text', bytes });

describe('parseValue', () => {
  test.each<[string, string, PdfValue]>([
    ['a number', ' 12 ', 12],
    ['a negative number without a zero', '-.5', -0.5],
    ['a truth', 'true', true],
    ['nothing', 'null', null],
    ['a name', '/Type ', pdfName('Type')],
    ['a name with a code in it, as it is written', '/A#20B', pdfName('A#20B')],
    ['a reference', '12 0 R', pdfRef(12)],
    ['two numbers and a reference', '[1 2 3 0 R]', [1, 2, pdfRef(3)]],
    ['two numbers before a name that begins with R', '[1 0 /R]', [1, 0, pdfName('R')]],
    ['a text', '(a b)', text('a b')],
    ['a text with brackets and escapes', '(a(b)\\)\\n\\101\\\\\\\nc)', text('a(b))\nA\\c')],
    ['a text with a short octal code', '(\\0a\\53)', text('\0a+')],
    ['hexadecimal text', '<FEFF 00e4>', text('\xfe\xff\x00\xe4')],
    ['hexadecimal text with an odd digit', '<414>', text('A@')],
    ['a dictionary without spaces', '<</A/B/C[<</D 1>>]>>', pdfDict({ A: pdfName('B'), C: [pdfDict({ D: 1 })] })],
    ['an empty dictionary', '<< >>', pdfDict({})],
  ])('reads %s', (_title, written, value) => {
    expect(parseValue(written)).toEqual(value);
  });

  test.each([
    ['nothing at all', ''],
    ['a list without an end', '[1 2'],
    ['a text without an end', '(a'],
    ['a dictionary without names', '<<1 2>>'],
    ['a closing bracket', ']'],
  ])('throws at %s', (_title, written) => {
    expect(() => parseValue(written)).toThrow(SyntaxError);
  });

  test('reads what serializeValue writes', () => {
    const bytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) });
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9#.]{0,8}$/);
    const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<PdfValue>(null, true, false),
        fc.integer(),
        fc.integer({ min: -1e7, max: 1e7 }).map((number) => number / 1e4),
        name.map(pdfName),
        fc.nat().map(pdfRef),
        bytes.map(text),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 4 }).map((entries) => new Map(Object.entries(entries))),
      ),
    }));
    fc.assert(
      fc.property(value, (written) => {
        expect(parseValue(serializeValue(written))).toEqual(written);
      }),
      { seed: 1960 },
    );
  });
});

describe('serializeValue', () => {
  test.each([
    [0.000001, '0'],
    [-0.00001, '-0.00001'],
    [335.25, '335.25'],
    [1e7, '10000000'],
  ])('writes %s without an exponent', (number, written) => {
    expect(serializeValue(number)).toBe(written);
  });
});

describe('pdfText', () => {
  test.each([
    ['ASCII as it is', 'a (b)', 'a (b)'],
    ['anything else as UTF-16', 'Kō', '\xfe\xff\x00K\x01\x4d'],
    ['characters beyond the first plane as two units', '🗾', '\xfe\xff\xd8\x3d\xdd\xfe'],
  ])('keeps %s', (_title, words, bytes) => {
    expect(pdfText(words).bytes).toBe(bytes);
  });
});
