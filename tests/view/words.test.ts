import { describe, expect, test } from 'vitest';
import { dayInWords } from '../../src/text/day.ts';
import { wordsFor } from '../words.ts';

describe('a day in words', () => {
  test.each([
    ['in English', '2025-01-19', 'en', 'January 19, 2025'],
    ['in British English', '2025-01-19', 'en-GB', '19 January 2025'],
    ['in Japanese', '2025-01-19', 'ja', '2025年1月19日'],
    ['in German', '2025-01-19', 'de', '19. Januar 2025'],
    ['on the first of a month, wherever it is read', '2024-03-01', 'en', 'March 1, 2024'],
    ['on the last of a year, wherever it is read', '2024-12-31', 'en', 'December 31, 2024'],
    ['where there is none', '', 'en', ''],
  ])('%s', (_, day, lang, words) => {
    expect(dayInWords(day, lang)).toBe(words);
  });
});

describe('the words of a language', () => {
  test.each([
    ['en', 'Part 1 of 4', 'Slide 2: A'],
    ['en-GB', 'Part 1 of 4', 'Slide 2: A'],
    ['ja', '第1部（全4部）', 'スライド2：A'],
    ['de-AT', 'Teil 1 von 4', 'Folie 2: A'],
    ['fi', 'Part 1 of 4', 'Slide 2: A'],
  ])('%s', (lang, part, slide) => {
    expect(wordsFor(lang).part(1, 4)).toBe(part);
    expect(wordsFor(lang).slide(2, 'A')).toBe(slide);
  });
});
