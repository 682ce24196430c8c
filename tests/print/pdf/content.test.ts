import { describe, expect, test } from 'vitest';
import { markArtifacts, readMarks } from '../../../src/print/pdf/content.ts';

const isTagged = (operands: string): boolean => operands.startsWith('/Tagged');
const marksOf = (content: string) => readMarks(Buffer.from(content, 'latin1'), isTagged);
const marked = (content: string, decoration: readonly number[] = []): string => {
  const bytes = Buffer.from(content, 'latin1');
  return Buffer.from(markArtifacts(bytes, marksOf(content), (id) => decoration.includes(id))).toString('latin1');
};

describe('markArtifacts', () => {
  test.each([
    ['a path, from its first point', 'q 1 g 0 0 m 9 9 l h f Q', 'q 1 g /Artifact BMC\n0 0 m 9 9 l h f\nEMC Q'],
    ['two rectangles as one path', '0 0 9 9 re 1 1 2 2 re f*', '/Artifact BMC\n0 0 9 9 re 1 1 2 2 re f*\nEMC'],
    ['a text as a whole', 'BT /F1 9 Tf <01> Tj ET', '/Artifact BMC\nBT /F1 9 Tf <01> Tj ET\nEMC'],
    ['a picture', 'q /X1 Do Q', 'q /Artifact BMC\n/X1 Do\nEMC Q'],
    ['a shading', '/S1 sh', '/Artifact BMC\n/S1 sh\nEMC'],
    [
      'a text with words for what it draws',
      'BT /Span <</ActualText (x)>> BDC <01> Tj EMC ET',
      '/Artifact BMC\nBT /Span <</ActualText (x)>> BDC <01> Tj EMC ET\nEMC',
    ],
    [
      'what follows a tag',
      '/P <</MCID 0>> BDC 0 0 m f EMC 1 1 m f',
      '/P <</MCID 0>> BDC 0 0 m f EMC /Artifact BMC\n1 1 m f\nEMC',
    ],
  ])('sets apart %s', (_title, content, expected) => {
    expect(marked(content)).toBe(expected);
    expect(marksOf(expected).loose).toEqual([]);
  });

  test.each([
    ['what has a tag', '/P <</MCID 0 >>BDC BT <01> Tj ET 0 0 1 1 re f EMC'],
    ['what is an artifact', '/Artifact BMC 0 0 1 1 re f EMC /Artifact <</Type /Pagination>> BDC /X1 Do EMC'],
    ['a path that only clips', '0 0 9 9 re W* n'],
    ['a text without characters', 'BT /F1 9 Tf ET'],
    ['a form with tags of its own', '/Tagged Do'],
    ['operators inside texts and names', 'BT (0 0 m f \\) ( Do ) ET) pop /Do /f <66> ET'],
    ['a tag inside a text', 'BT /P <</MCID 0>> BDC <01> Tj EMC ET'],
    ['a tag that ends after another state of drawing', 'q /P <</MCID 0>> BDC 0 0 m f Q EMC'],
  ])('leaves as it is %s', (_title, content) => {
    expect(marked(content)).toBe(content);
  });

  test('makes an artifact of a tag that is decoration', () => {
    expect(marked('/P <</MCID 0 >>BDC 0 0 m f EMC\n/P <</MCID 1 >>BDC 0 0 m f EMC', [1])).toBe(
      '/P <</MCID 0 >>BDC 0 0 m f EMC\n/Artifact BMC 0 0 m f EMC',
    );
  });
});

describe('readMarks', () => {
  test.each([
    ['text', '/P <</MCID 3 >>BDC BT [<01> -20 (x)] TJ ET EMC', true],
    ['a form with tags', '/P <</MCID 3 >>BDC /Tagged Do EMC', true],
    ['text inside words for it', '/P <</MCID 3 >>BDC BT /Span <</ActualText (x)>> BDC <01> Tj EMC ET EMC', true],
    ['a picture only', '/P <</MCID 3 >>BDC /X1 Do EMC', false],
  ])('tells whether there is text in a tag: %s', (_title, content, hasText) => {
    expect(marksOf(content).marked.map(({ id, hasText }) => ({ id, hasText }))).toEqual([{ id: 3, hasText }]);
  });

  test.each([
    ['/P <</MCID 0>> BDC /Artifact BMC 0 0 m f EMC EMC', 1],
    ['/Artifact BMC /P <</MCID 0>> BDC EMC EMC', 1],
    ['/P <</MCID 0>> BDC /Span <</ActualText (x)>> BDC EMC EMC /Artifact BMC EMC', 0],
  ])('counts what is marked in something that is marked: %s', (content, nested) => {
    expect(marksOf(content).nested).toBe(nested);
  });

  test('counts texts that are partly tagged', () => {
    expect(marksOf('BT <01> Tj /P <</MCID 0>> BDC <02> Tj EMC ET').tangled).toBe(1);
  });
});
