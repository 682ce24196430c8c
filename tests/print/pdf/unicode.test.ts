import { describe, expect, test } from 'vitest';
import { readMap, repairMap } from '../../../src/print/pdf/unicode.ts';

const mapOf = (blocks: string): string =>
  `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${blocks}endcmap\nend`;
const character = (hex: string): string => mapOf(`1 beginbfchar\n<0003> <${hex}>\nendbfchar\n`);

describe('repairMap', () => {
  test.each([
    ['a Kangxi radical becomes its ideograph', '2F47', '65E5'],
    ['a compatibility ideograph becomes the usual one', 'F900', '8C48'],
    ['a ligature becomes its letters', 'FB01', '00660069'],
    ['the last form of an Arabic letter becomes the letter', 'FEEA', '0647'],
    ['an Arabic ligature becomes its letters, as they are seen', 'FEFC', '06270644'],
    ['an old number of a ligature becomes its letters', 'F002', '0066006C'],
    ['an old number of a flag becomes the flag', 'DBB9DCE5', 'D83CDDEFD83CDDF5'],
    ['an old number of a keycap becomes the keycap', 'DBBADC2E', '0031FE0F20E3'],
    ['the last keycap is that of zero', 'DBBADC37', '0030FE0F20E3'],
    ['the keycap of the hash', 'DBBADC2C', '0023FE0F20E3'],
    ['a letter stays', '0041', '0041'],
    ['a full-width letter, which people do type, stays', 'FF21', 'FF21'],
  ])('%s', (_title, written, repaired) => {
    expect(repairMap(character(written))).toBe(character(repaired));
  });

  test('takes a range apart where one of its characters is another', () => {
    const map = mapOf('2 beginbfrange\n<0005> <0006> <0041>\n<0010> <0012> <FB00>\nendbfrange\n');
    expect(repairMap(map)).toBe(
      mapOf(
        '1 beginbfrange\n<0005> <0006> <0041>\nendbfrange\n3 beginbfchar\n<0010> <00660066>\n<0011> <00660069>\n<0012> <0066006C>\nendbfchar\n',
      ),
    );
  });

  test('writes no block that is empty, and none of more than a hundred lines', () => {
    const repaired = repairMap(mapOf('1 beginbfrange\n<0000> <00D5> <2F00>\nendbfrange\n'));
    expect(repaired).not.toContain('bfrange');
    expect([...repaired.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => count)).toEqual(['100', '100', '14']);
  });

  test('leaves a map as it is that needs nothing', () => {
    const map = mapOf('1 beginbfchar\n<0003> <0020>\nendbfchar\n1 beginbfrange\n<0005> <0006> <0041>\nendbfrange\n');
    expect(repairMap(map)).toBe(map);
  });
});

test('readMap has each code of characters and ranges', () => {
  const map = mapOf('1 beginbfchar\n<0003> <00660069>\nendbfchar\n1 beginbfrange\n<0005> <0006> <0041>\nendbfrange\n');
  expect([...readMap(map)]).toEqual([
    [3, 'fi'],
    [5, 'A'],
    [6, 'B'],
  ]);
});
