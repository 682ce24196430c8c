import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { pictureSizes } from '../../src/typeset/picture-sizes.ts';

const png = (width: number, height: number): Uint8Array => PNG.sync.write(new PNG({ width, height }));
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

describe('the size of a picture', () => {
  test.each([
    ['a bitmap', png(16, 9), { widthPx: 16, heightPx: 9 }],
    [
      'a drawing',
      text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"/>'),
      { widthPx: 300, heightPx: 100 },
    ],
    ['what is no picture', text('hello'), null],
    ['an empty file', new Uint8Array(), null],
    ['a bitmap that ends in the middle', png(16, 9).slice(0, 12), null],
  ])('of %s', (_, bytes, size) => {
    expect(pictureSizes(new Map([['a', bytes]]))('a')).toEqual(size);
  });

  test('of a picture that is not there is not known', () => {
    expect(pictureSizes(new Map())('a')).toBeNull();
  });
});
