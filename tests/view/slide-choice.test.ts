import { describe, expect, test } from 'vitest';
import { readSlideChoices } from '../../src/view/slide-choice.ts';

describe('a list of slides', () => {
  test.each([
    ['4', [{ first: 4, last: 4 }]],
    ['3-9', [{ first: 3, last: 9 }]],
    ['5-', [{ first: 5, last: null }]],
    ['-3', [{ first: null, last: 3 }]],
    ['2-2', [{ first: 2, last: 2 }]],
    ['opening', [{ name: 'opening' }]],
    ['海峡, slide-4', [{ name: '海峡' }, { name: 'slide-4' }]],
    ['1951-09-08', [{ name: '1951-09-08' }]],
    ['5-a', [{ name: '5-a' }]],
    [' 3-9 ,opening,3', [{ first: 3, last: 9 }, { name: 'opening' }, { first: 3, last: 3 }]],
  ])('is read: %s', (list, choices) => {
    expect(readSlideChoices(list)).toEqual(choices);
  });

  test.each([
    ['', 'A slide is missing'],
    ['3,,4', 'A slide is missing'],
    ['3,', 'A slide is missing'],
    ['-', '"-" is no range; expected: 3-9, 5- or -3.'],
    ['0', '"0" begins before the first slide, which is 1.'],
    ['0-4', '"0-4" begins before the first slide, which is 1.'],
    ['-0', '"-0" begins before the first slide, which is 1.'],
    ['opening,9-3', '"9-3" ends before it begins; expected: 3-9.'],
  ])('is not read: "%s"', (list, message) => {
    expect(readSlideChoices(list)).toContain(message);
  });
});
