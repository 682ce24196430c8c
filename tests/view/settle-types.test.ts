import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleTypes } from '../../src/view/settle-types.ts';

const LEAST = 4;
const alike = (...largest: readonly number[]) => largest.map((step) => ({ look: 'points', largest: step }));

describe('the steps of type', () => {
  test.each<readonly [string, readonly number[], readonly number[]]>([
    ['a slide alone has its largest', [13], [13]],
    ['neighbours that are near each other have their largest', [9, 11, 10], [9, 11, 10]],
    ['a slide is at most two above the one before it', [6, 13], [6, 8]],
    ['and above the one after it', [13, 6], [8, 6]],
    ['the bound goes on from slide to slide', [13, 13, 13, 5], [11, 9, 7, 5]],
    ['a slide below the least makes no other small', [13, 2, 13], [13, 2, 13]],
    ['the least itself does', [13, 4], [6, 4]],
  ])('%s', (_, largest, settled) => {
    expect(settleTypes(alike(...largest), LEAST)).toEqual(settled);
  });

  test('of slides that do not look alike are their own', () => {
    const slides = [
      { look: 'points', largest: 13 },
      { look: 'table', largest: 5 },
      { look: 'points', largest: 12 },
    ];
    expect(settleTypes(slides, LEAST)).toEqual([13, 5, 12]);
  });

  test('are never above the largest, and never jump', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: LEAST, max: 13 }), { maxLength: 30 }), (largest) => {
        const settled = settleTypes(alike(...largest), LEAST);
        for (const [index, step] of settled.entries()) {
          expect(step).toBeLessThanOrEqual(largest[index] ?? 0);
          expect(Math.abs(step - (settled[index + 1] ?? step))).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
