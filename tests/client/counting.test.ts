import { describe, expect, test } from 'vitest';
import { clockText, timeInWords } from '../../src/client/clock.ts';
import { findNumber, partOfNumber } from '../../src/client/counting.ts';

describe('a number that counts', () => {
  test.each([
    ['1,951', 0, '.', '0'],
    ['1,951', 0.01, '.', '20'],
    ['1,951', 0.6, '.', '1,171'],
    ['1,951', 1, '.', '1,951'],
    ['1.951', 0.6, ',', '1.171'],
    ['12.5', 0, '.', '0.0'],
    ['12.5', 0.5, '.', '6.3'],
    ['3,25', 0.5, ',', '1,63'],
    ['0.125', 0.5, '.', '0.063'],
    ['1.5', 0.5, ',', '0.8'],
    ['1 000 000', 0.1, ',', '100 000'],
    ['1,000,000', 0.5, '.', '500,000'],
    ['1,000.50', 0.5, '.', '500.25'],
    ['65', 0.5, '.', '33'],
    ['007', 0.5, '.', '4'],
  ])('is, of "%s" at %d with the decimal sign "%s", "%s"', (written, fraction, decimal, shown) => {
    expect(partOfNumber(written, fraction, decimal)).toBe(shown);
  });

  test.each([
    ['$400M', { before: '$', number: '400', after: 'M' }],
    ['−12 °C', { before: '−', number: '12', after: ' °C' }],
    ['about 1,951 ships.', { before: 'about ', number: '1,951', after: ' ships.' }],
    ['In 1951, none', { before: 'In ', number: '1951', after: ', none' }],
    ['65', { before: '', number: '65', after: '' }],
    ['none', null],
  ])('is found in "%s"', (text, found) => {
    expect(findNumber(text)).toEqual(found);
  });
});

describe('a clock', () => {
  test.each([
    [0, '0:00', '0 seconds'],
    [5, '0:05', '5 seconds'],
    [65, '1:05', '1 minute 5 seconds'],
    [180, '3:00', '3 minutes'],
    [3661, '1:01:01', '1 hour 1 minute 1 second'],
  ])('shows %d seconds as %s, and says "%s"', (seconds, shown, said) => {
    expect(clockText(seconds)).toBe(shown);
    expect(timeInWords(seconds, 'en')).toBe(said);
  });
});
