import { describe, expect, test } from 'vitest';
import { createLexer } from '../../src/markdown/lex.ts';
import { parseText } from './parse-text.ts';

const levels = (count: number, line: (level: number) => string): string =>
  Array.from({ length: count }, (_, level) => line(level)).join('\n');

describe('what is nested too deep is refused before it takes long', () => {
  test.each([
    ['5,000 quotations on one line', `${'> '.repeat(5000)}a`],
    ['quotations, one deeper on each line', levels(1000, (level) => `${'>'.repeat(level + 1)} a`)],
    ['2,000 lists, one deeper on each line', levels(2000, (level) => `${'  '.repeat(level)}- a`)],
    ['5,000 lists on one line', `${'- '.repeat(5000)}a`],
    ['numbered lists on one line', `${'1. '.repeat(5000)}a`],
    ['divisions in divisions', `${'::: a\n'.repeat(5000)}b`],
    ['emphasis in emphasis', `${'*a **b '.repeat(300)}c${'** d*'.repeat(300)}`],
  ])('%s', (_, text) => {
    expect(parseText(text).found).toEqual(['1:1 too-deep']);
  });

  test('fifty levels are none too many', () => {
    expect(parseText(levels(50, (level) => `${'  '.repeat(level)}- a`)).found).toEqual([]);
    expect(parseText(`${'> '.repeat(50)}a`).found).toEqual([]);
  });
});

describe('a text without a break is read up to 20,000 characters', () => {
  test.each([
    ['backticks', Array.from({ length: 300 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
    ['words', 'word '.repeat(5000)],
    ['marks of emphasis', 'a *b '.repeat(5000)],
    ['marks of emphasis in fewer characters', 'a *b '.repeat(2001)],
    ['underscores', '_a_b '.repeat(5000)],
    ['brackets', '['.repeat(30_000)],
    ['links that never end', '[a]('.repeat(10_000)],
    ['passages that never end', '[a]{.b '.repeat(5000)],
    ['an address', 'a.'.repeat(20_000)],
    ['a heading', `# ${'a'.repeat(30_000)}`],
    ['a cell', `| ${'a'.repeat(30_000)} |\n| - |`],
  ])('%s', (_, text) => {
    expect(parseText(`a\n\n${text}\n\nb`).found).toEqual([expect.stringMatching(/^3:\d too-long$/)]);
  });

  test('its words are still there, and what follows it is read', () => {
    const { html } = parseText(`${'word '.repeat(5000)}\n\n*b*`);
    expect(html).toMatch(/^<p>word word .*<\/p><p><em>b<\/em><\/p>$/);
  });
});

describe('a table has up to 100 columns and 20,000 cells', () => {
  test.each([
    [
      '5,000 columns under which the rows are short',
      `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|b|\n'.repeat(5000)}`,
    ],
    ['many rows', `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(20_000)}`],
  ])('%s', (_, table) => {
    expect(parseText(`a\n\n${table}\nb`).found).toEqual(['3:1 too-wide']);
  });

  test('ninety columns are none too many', () => {
    expect(parseText(`|${'a|'.repeat(90)}\n|${'-|'.repeat(90)}\n|b|`).found).toEqual([]);
  });
});

test('long lines of colons take no time', () => {
  const start = performance.now();
  expect(parseText(`${':'.repeat(19_000)}\n\n`.repeat(50)).found).toEqual([]);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('a comment may be of any length', () => {
  expect(parseText(`a\n\n<!-- ${'b\n'.repeat(20_000)} -->\n\nc`)).toMatchObject({
    html: '<p>a</p><p>c</p>',
    found: [],
  });
});

test('text that is not too long is lexed as by marked itself', () => {
  const lexer = createLexer('');
  expect(lexer.inlineTokens('**a** b').map(({ type }) => type)).toEqual(['strong', 'text']);
});
