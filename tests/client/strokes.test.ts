import { expect, test } from 'vitest';
import { readStrokes, strokePath } from '../../src/client/controls/strokes.ts';

test.each([
  ['a dot', [10, 20], 'M10 20h.01'],
  ['a straight line', [0, 0, 10, 10], 'M0 0L10 10'],
  ['a corner, as a curve', [0, 0, 10, 0, 10, 10], 'M0 0Q10 0 10 5L10 10'],
])('the path of %s', (_, points, path) => {
  expect(strokePath({ pen: 'ink', points })).toBe(path);
});

test('reads the strokes that were kept, and nothing that is none', () => {
  const stroke = { pen: 'accent', points: [1, 2, 3, 4] };
  const others = [
    null,
    'x',
    { pen: 'red', points: [1, 2] },
    { pen: 'ink', points: ['<', 2] },
    { pen: 'ink', points: [] },
  ];
  expect(readStrokes([stroke, ...others])).toEqual([stroke]);
  expect(readStrokes({ length: 1, 0: stroke })).toEqual([]);
});
