import { describe, expect, test } from 'vitest';
import { alignRows, joinWords, wrapWords } from '../../src/text/columns.ts';

describe('words are wrapped', () => {
  test.each([
    ['between words, as many to a line as there is room for', 'one two three', 7, ['one two', 'three']],
    ['to a width that a line may have in full', 'one two', 7, ['one two']],
    ['with a word that is longer on a line of its own', 'a incomprehensible b', 6, ['a', 'incomprehensible', 'b']],
    ['without what else stands between them', ' one\n  two\t', 40, ['one two']],
    ['into one empty line where there are none', '', 6, ['']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapWords(text, width)).toEqual(lines);
  });
});

describe('rows are aligned', () => {
  test('with two spaces between the widest cell and the next, and none at the end', () => {
    const rows = [
      ['a', '1', 'first'],
      ['long', '10', ''],
    ];
    expect(alignRows(rows, { indent: 1, width: 40 })).toEqual([' a     1   first', ' long  10']);
  });

  test('with the last cell under itself where it is long', () => {
    expect(alignRows([['a', 'one two three']], { indent: 0, width: 11 })).toEqual(['a  one two', '   three']);
  });
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('words %j are joined as in a sentence', (words, sentence) => {
  expect(joinWords(words)).toBe(sentence);
});
