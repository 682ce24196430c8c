import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSource, positionAt, spanOf } from '../../src/text/source.ts';

describe('a source', () => {
  test.each([
    ['keeps lines that end in LF', 'a\nb\n', 'a\nb\n'],
    ['makes CRLF into LF', 'a\r\nb\r\n', 'a\nb\n'],
    ['makes CR alone into LF', 'a\rb', 'a\nb'],
    ['makes mixed line ends alike', 'a\r\n\r\rb\n\rc', 'a\n\n\nb\n\nc'],
    ['loses a byte order mark at its start', '\uFEFFa', 'a'],
    ['keeps a byte order mark that is not at its start', 'a\uFEFF', 'a\uFEFF'],
    ['loses one byte order mark and no more', '\uFEFF\uFEFFa', '\uFEFFa'],
  ])('%s', (_, raw, text) => {
    expect(createSource('a.md', raw)).toEqual({ path: 'a.md', text });
  });
});

describe('a span', () => {
  const source = createSource('a.md', 'one\ntwo\nthree');

  test.each([
    ['ends where it is told', 4, 6, 'tw'],
    ['ends with its line when it is not told', 5, undefined, 'wo'],
    ['ends with the text on the last line', 8, undefined, 'three'],
    ['is empty at the end of a line', 3, undefined, ''],
  ])('%s', (_, start, end, text) => {
    const span = spanOf(source, start, end);
    expect(source.text.slice(span.start, span.end)).toBe(text);
  });
});

describe('a position', () => {
  test.each([
    ['begins at line 1, column 1', 'ab\ncd', 0, 1, 1],
    ['counts columns from 1', 'ab\ncd', 1, 1, 2],
    ['puts a line break at the end of its line', 'ab\ncd', 2, 1, 3],
    ['begins a new line after the break', 'ab\ncd', 3, 2, 1],
    ['counts empty lines', '\n\n\nx', 3, 4, 1],
    ['counts columns in UTF-16 units', '😀x', 2, 1, 3],
    ['stands after the last character when the offset is past the end', 'ab\ncd', 99, 2, 3],
    ['stands at line 1, column 1 of an empty text', '', 0, 1, 1],
  ])('%s', (_, text, offset, line, column) => {
    expect(positionAt(createSource('a.md', text), offset)).toEqual({ line, column });
  });

  test('leads back to its offset, in any text', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀', '\t')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(60), (raw, at) => {
        const source = createSource('a.md', raw);
        const offset = Math.min(at, source.text.length);
        const { line, column } = positionAt(source, offset);
        const lines = source.text.split('\n');
        const before = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
        expect(before + column - 1).toBe(offset);
        expect(column - 1).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1);
      }),
      { seed: 65 },
    );
  });
});
