import { describe, expect, test } from 'vitest';
import { gridCss, handoutGrid, SLIDES_PER_SHEET } from '../../src/deck/handout-grid.ts';
import { PAPER_NAMES, roomOn } from '../../src/deck/paper-size.ts';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';

const UPRIGHT = { name: 'A4', isLandscape: false } as const;
const TURNED = { name: 'A4', isLandscape: true } as const;

describe('the grid of a handout', () => {
  test.each([
    [1, 1, 1],
    [2, 1, 2],
    [3, 1, 3],
    [4, 2, 2],
    [6, 2, 3],
    [9, 3, 3],
  ] as const)(
    'of %d slides has %d columns and %d rows, and the other way round on wide paper',
    (count, across, down) => {
      const { columns, rows } = handoutGrid(count, UPRIGHT, false, WIDE_SIZE);
      const turned = handoutGrid(count, TURNED, false, WIDE_SIZE);
      expect([columns, rows, turned.columns, turned.rows]).toEqual([across, down, down, across]);
    },
  );

  test.each(PAPER_NAMES.flatMap((name) => SLIDES_PER_SHEET.map((count) => [count, name] as const)))(
    'of %d slides on %s stays within the room, with a side and without',
    (count, name) => {
      for (const isLandscape of [false, true]) {
        const paper = { name, isLandscape };
        const room = roomOn(paper);
        for (const hasSide of [false, true]) {
          const { columns, rows, cellHeight, zoom, side } = handoutGrid(count, paper, hasSide, WIDE_SIZE);
          expect(rows * cellHeight + (rows - 1) * 20 + 28).toBeLessThanOrEqual(room.height);
          expect(columns * 1280 * zoom + (columns - 1) * 20).toBeLessThanOrEqual(room.width + 0.01);
          expect(720 * zoom).toBeLessThan(cellHeight);
          expect(side === 'none').toBe(!hasSide);
        }
      }
    },
  );

  test('leaves room beside three slides, under six', () => {
    expect(handoutGrid(3, UPRIGHT, true, WIDE_SIZE).side).toBe('beside');
    expect(handoutGrid(6, UPRIGHT, true, WIDE_SIZE).side).toBe('below');
  });

  test('is told to the CSS', () => {
    expect(gridCss({ columns: 2, rows: 3, cellHeight: 300, zoom: 0.2, side: 'none' })).toBe(
      ':root{--columns:2;--cell-height:300px}\n',
    );
  });
});
