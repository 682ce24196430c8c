import { describe, expect, test } from 'vitest';
import { durationInWords, secondsOf } from '../../src/text/duration.ts';

describe('a duration', () => {
  test.each([
    ['3m', 180],
    ['3min', 180],
    ['90s', 90],
    ['1m30s', 90],
    ['1h 30m', 5400],
    ['0s', 0],
    ['', null],
    ['3', null],
    ['m', null],
    ['-3m', null],
    ['3m later', null],
  ])('written as "%s" has %s seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test.each([
    [180, 'en', '3 minutes'],
    [90, 'en', '1 minute, 30 seconds'],
    [5400, 'de', '1 Stunde, 30 Minuten'],
    [90, 'ja', '1 分 30 秒'],
    [0, 'en', '0 seconds'],
  ])('of %d seconds is in %s "%s"', (seconds, lang, words) => {
    expect(durationInWords(seconds, lang)).toBe(words);
  });
});
