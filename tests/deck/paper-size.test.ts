import { describe, expect, test } from 'vitest';
import { PAPER_NAMES, paperCss, roomOn, zoomIn } from '../../src/deck/paper-size.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';

describe('paper', () => {
  test.each([
    ['A4', false, '@page{size:210mm 297mm;margin:14mm 15mm 17mm}'],
    ['A4', true, '@page{size:297mm 210mm;margin:14mm 15mm 17mm}'],
    ['Letter', false, '@page{size:215.9mm 279.4mm;margin:14mm 15mm 17mm}'],
  ] as const)('%s, landscape %s, is of its size', (name, isLandscape, rule) => {
    expect(paperCss({ name, isLandscape }, 0.5)).toContain(`${rule}\n:root{`);
  });

  test('leaves the room between its edges', () => {
    const { width, height } = roomOn({ name: 'A4', isLandscape: false });
    expect([width, height]).toEqual([680, 1005]);
  });

  test.each(PAPER_NAMES)('%s has slides that are never wider than its room', (name) => {
    const room = roomOn({ name, isLandscape: false });
    const [, zoom] =
      /--frame-zoom:([\d.]+)/.exec(paperCss({ name, isLandscape: false }, zoomIn(room, WIDE_SIZE))) ?? [];
    expect(1280 * Number(zoom)).toBeLessThanOrEqual(room.width);
    expect(1280 * Number(zoom)).toBeGreaterThan(room.width - 1);
  });

  test('has slides as large as the lower room lets them be', () => {
    expect(zoomIn({ width: 1280, height: 360 }, WIDE_SIZE)).toBe(0.5);
    expect(zoomIn({ width: 640, height: 720 }, WIDE_SIZE)).toBe(0.5);
  });
});
