import { describe, expect, test } from 'vitest';
import { pictureNames } from '../../src/commands/picture-names.ts';

const slide = (number: number, id: string) => ({ number, id });

describe('the names of pictures', () => {
  test.each<[string, Parameters<typeof pictureNames>, readonly string[]]>([
    [
      'are the number and the id of their slide',
      [
        [slide(1, 'harbour'), slide(12, 'lights')],
        [1, 1],
      ],
      ['001-harbour.png', '012-lights.png'],
    ],
    [
      'tell the steps of a slide, from 0 before the first',
      [[slide(4, 'lights')], [2]],
      ['004-lights.00.png', '004-lights.01.png'],
    ],
    [
      'have as many digits as the last slide',
      [
        [slide(7, 'a'), slide(1234, 'b')],
        [1, 1],
      ],
      ['0007-a.png', '1234-b.png'],
    ],
    ['keep letters of any script', [[slide(1, '東京湾')], [1]], ['001-東京湾.png']],
    ['have nothing that some file systems refuse', [[slide(1, 'a:b\\c*d..')], [1]], ['001-a-b-c-d-.png']],
  ])('%s', (_, args, names) => {
    expect(pictureNames(...args)).toEqual(names);
  });

  test('are sorted as the slides are, with more than 99 pages too', () => {
    const names = pictureNames([slide(1, 'b'), slide(2, 'a')], [120, 1]);
    expect(names.toSorted()).toEqual(names);
    expect([names[0], names[119]]).toEqual(['001-b.000.png', '001-b.119.png']);
  });

  test('are no longer than file systems take, with what is added while they are written', () => {
    const [name = ''] = pictureNames([slide(1, '𠮷'.repeat(300))], [1]);
    expect(Buffer.byteLength(`${name}.0123456789ab.tmp`)).toBeLessThanOrEqual(255);
  });
});
