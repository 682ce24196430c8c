import { describe, expect, test } from 'vitest';
import { nearestHint, nearestName } from '../../src/text/nearest.ts';

const layouts = ['title', 'section', 'points', 'statement', 'quote', 'timeline', 'table'];

describe('the nearest name', () => {
  test.each([
    ['has one wrong letter', 'timelime', 'timeline'],
    ['has one letter less', 'qote', 'quote'],
    ['has one letter more', 'quotes', 'quote'],
    ['has two letters swapped', 'titel', 'title'],
    ['is found in another case', 'TimeLine', 'timeline'],
    ['is the name itself', 'points', 'points'],
    ['is none when nothing is near', 'gallery', undefined],
    ['is none for a word of another length', 'x', undefined],
    ['is none for an empty name', '', undefined],
  ])('%s', (_, name, nearest) => {
    expect(nearestName(name, layouts)).toBe(nearest);
  });

  test('is the earlier of two that are as near', () => {
    expect(nearestName('cat', ['car', 'can'])).toBe('car');
    expect(nearestName('cat', ['can', 'car'])).toBe('can');
  });

  test('is the nearer of two, wherever it stands', () => {
    expect(nearestName('points', ['prints', 'point'])).toBe('prints');
    expect(nearestName('pointss', ['prints', 'points'])).toBe('points');
  });

  test('allows two letters to be swapped in a name of four', () => {
    expect(nearestName('tiem', ['section', 'time'])).toBe('time');
    expect(nearestName('tame', ['song', 'sign'])).toBeUndefined();
  });

  test('allows one wrong letter in the shortest of names', () => {
    expect(nearestName('k', ['l'])).toBe('l');
  });
});

describe('a hint', () => {
  test.each([
    ['asks about the nearest name', 'timelime', layouts, 'did you mean "timeline"?'],
    ['lists all names, sorted, when none is near', 'gallery', ['b', 'a'], 'known are: a, b'],
    ['says that there are no names', 'gallery', [], 'there are none'],
  ])('%s', (_, name, known, hint) => {
    expect(nearestHint(name, known)).toBe(hint);
  });
});
