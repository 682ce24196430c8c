import { decodeHTML } from 'entities';
import { describe, expect, test } from 'vitest';
import { withReferences } from '../../src/deck/references.ts';

const PLAIN = '<p class="lead">Nothing but letters that everybody has, and so many of them that others are few.</p>';

describe('references', () => {
  test.each([
    ['a dash and quotation marks', '– “so”', '&#8211; &#8220;so&#8221;'],
    ['a letter with an accent', 'café', 'caf&#233;'],
    ['a character of two code units', 'a 🚢', 'a &#128674;'],
    ['a reference that is there', '&amp; &#39;', '&amp; &#39;'],
  ])('stand for %s', (_, text, written) => {
    expect(withReferences(PLAIN + text)).toBe(PLAIN + written);
    expect(decodeHTML(withReferences(PLAIN + text))).toBe(decodeHTML(PLAIN + text));
  });

  test('do not stand for a control character, which HTML would read as another one', () => {
    expect(withReferences(`${PLAIN}\u0085`)).toBe(`${PLAIN}\u0085`);
  });

  test.each([
    ['has nothing else', PLAIN],
    ['is in another script', '<p>港の灯りは夜ごとにともる</p>'],
    ['is empty', ''],
  ])('do not come into HTML that %s', (_, html) => {
    expect(withReferences(html)).toBe(html);
  });
});
