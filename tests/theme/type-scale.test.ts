import { describe, expect, test } from 'vitest';
import { stepAt, typeScale, typeScaleCss } from '../../src/theme/type-scale.ts';

const theme = { tokens: { type: { '10': '40px', '1': '18px', '2': '24px' }, size: { floor: '24px' } } };

describe('the scale of a theme', () => {
  test('is its steps in order of size, with the floor', () => {
    expect(typeScale(theme)).toEqual({ stepsPx: [18, 24, 40], floorPx: 24 });
  });

  test('is empty where a theme has none', () => {
    expect(typeScale({ tokens: {} })).toEqual({ stepsPx: [], floorPx: 0 });
  });

  test.each([
    ['a size of the scale', 24, 2],
    ['a size between two of them', 39, 2],
    ['a size above all', 99, 3],
    ['a size below all', 10, 1],
  ])('has a step for %s', (_, sizePx, step) => {
    expect(stepAt(typeScale(theme), sizePx)).toBe(step);
  });

  test('gives each step its size in CSS', () => {
    expect(typeScaleCss(theme)).toBe(
      '.type-1>.slide{--text:18px}\n.type-2>.slide{--text:24px}\n.type-3>.slide{--text:40px}\n',
    );
  });
});
