import { describe, expect, test } from 'vitest';
import { filmCss, filmHeight, stripZoom } from '../../src/deck/film-strip.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';

describe('the strip under a slide', () => {
  test('makes a page of the form of A4 on its side', () => {
    expect(1280 / filmHeight(WIDE_SIZE)).toBeCloseTo(297 / 210, 2);
    expect(filmHeight(WIDE_SIZE) % 4).toBe(0);
  });

  test.each([
    ['one picture is as high as the strip', 1, 0.1888],
    ['four are', 4, 0.1888],
    ['five share its width', 5, 0.1825],
    ['nine stand in a row', 9, 0.0958],
    ['twenty stand in two', 20, 0.0837],
  ])('%s', (_, count, zoom) => {
    expect(stripZoom(count, WIDE_SIZE)).toBeCloseTo(zoom, 3);
  });

  test('holds any number of pictures', () => {
    for (let count = 1; count <= 120; count += 1) {
      const [width, height] = [1280 * stripZoom(count, WIDE_SIZE) + 16, 720 * stripZoom(count, WIDE_SIZE) + 16];
      const columns = Math.floor((1280 - 48 + 16) / width);
      expect(Math.ceil(count / columns) * height - 16).toBeLessThanOrEqual(filmHeight(WIDE_SIZE) - 720);
    }
  });

  test('has a size for each count that there is', () => {
    expect(filmCss([3, 1, 3], WIDE_SIZE).match(/\.film-strip-\d+/g)).toEqual(['.film-strip-1', '.film-strip-3']);
  });
});
