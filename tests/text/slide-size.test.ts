import { describe, expect, test } from 'vitest';
import { slideSizeOf } from '../../src/text/slide-size.ts';

describe('the size of slides of a shape', () => {
  test.each([
    ['16:9', 1280, 720],
    ['4:3', 1104, 828],
    ['16:10', 1216, 760],
    ['3:2', 1176, 784],
    ['1:1', 960, 960],
    ['9:16', 720, 1280],
    ['21:9', 1456, 624],
    ['1920x1080', 1280, 720],
    ['1024 x 768', 1104, 828],
    ['1366x768', 1280, 720],
    ['297:210', 1140, 808],
  ])('%s is %i x %i px', (text, widthPx, heightPx) => {
    expect(slideSizeOf(text)).toEqual({ widthPx, heightPx });
  });

  test.each(['', '16/9', '0:9', '9:0', '1:3', '4:1', 'wide', '16:9:1', '-4:3', '999999:999999'])(
    '"%s" is none',
    (text) => {
      expect(slideSizeOf(text)).toBeNull();
    },
  );

  test('has about the same area whatever the shape, and a whole number of points', () => {
    for (let width = 10; width <= 60; width += 1) {
      const { widthPx, heightPx } = slideSizeOf(`${width}:20`) ?? { widthPx: 0, heightPx: 0 };
      expect(Math.abs((widthPx * heightPx) / 921_600 - 1), `${width}:20`).toBeLessThan(0.13);
      expect([widthPx % 4, heightPx % 4]).toEqual([0, 0]);
      expect(widthPx / heightPx).toBeCloseTo(width / 20, 1);
    }
  });
});
