import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutDivisions, type Piece } from '../../src/markdown/syntax/divisions.ts';
import { createSource, type Source } from '../../src/text/source.ts';
import { parseText } from './parse-text.ts';

/** Pieces as text: `[class: ...]` for a division, `!` before one that is not closed; lines are joined by `/`. */
function cut(text: string): string {
  const source = createSource('a.md', text);
  return shown(source, cutDivisions(source, 0, source.text.length));
}

function shown(source: Source, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'plain') {
        return source.text.slice(piece.start, piece.end).trim().replace(/\n+/g, '/');
      }
      const words = piece.attributes.map(({ name, value }) => (value === '' ? name : `${name}=${value}`));
      return `${piece.isClosed ? '' : '!'}[${words.join(' ')}: ${shown(source, piece.pieces)}]`;
    })
    .filter((part) => part !== '')
    .join(' ');
}

describe('a division', () => {
  test.each([
    ['is named by a word', '::: notes\na\n:::', '[notes: a]'],
    ['is named by attributes', '::: {.box lang=ja}\na\n:::', '[box lang=ja: a]'],
    ['needs no space before its name', ':::notes\na\n:::', '[notes: a]'],
    ['may have colons after its name', '::: notes :::\na\n:::', '[notes: a]'],
    ['stands between other text', 'a\n::: b\nc\n:::\nd', 'a [b: c] d'],
    ['stands inside another', ':::: a\n::: b\nc\n:::\nd\n::::', '[a: [b: c] d]'],
    ['is closed by the nearest line of colons, however many', '::: a\n:::: b\nc\n:::\nd\n::::', '[a: [b: c] d]'],
    ['may be empty', '::: a\n:::', '[a: ]'],
    ['holds a heading', '::: a\n## b\n:::\nc', '[a: ## b] c'],
    ['may stand in from the margin, as in an item', '- a\n\n  ::: notes\n  b\n  :::\n- c', '- a [notes: b] - c'],
    ['is not closed by colons inside code', '::: a\n```\n:::\n```\n:::\nb', '[a: ```/:::/```] b'],
    ['is not two colons', ':: a\nb\n::', ':: a/b/::'],
    ['is not a line with more words', '::: a b c\nd', '::: a b c/d'],
    ['is not inside a line', 'a ::: b\nc', 'a ::: b/c'],
    ['is not inside code', '```\n::: a\n```\nb', '```/::: a/```/b'],
    ['is not closed where none is open', 'a\n:::\nb', 'a/:::/b'],
    ['that is never closed runs to the end', '::: a\nb\n\n## c', '![a: b/## c]'],
    ['that is never closed holds one that is', '::: a\n::: b\nc\n:::\nd', '![a: [b: c] d]'],
  ])('%s', (_, text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  test.each([
    ['in a quotation', '> ::: notes\n> a', ['1:3 misplaced-division']],
    ['in a quotation in an item', 'a\n\n- > b\n  > ::: {.private}', ['4:5 misplaced-division']],
    ['right after the mark of an item', '- ::: notes\n  a', ['1:3 misplaced-division']],
    ['with several words', '::: notes for me\na', ['1:1 misplaced-division']],
    ['in a block of HTML that looks like code', '<div>\n```\n\n> ::: notes\n> a\n\n</div>', ['4:3 misplaced-division']],
    ['after a backslash, as text', '\\::: notes\na', []],
    ['inside a line, as text', 'a ::: notes', []],
    ['in code, as text', '`::: notes`', []],
  ])('that opens none where it stands is an error: %s', (_, text, found) => {
    expect(parseText(text).found.filter((one) => !one.endsWith('raw-html'))).toEqual(found);
  });

  test('that is never closed is an error at the line that opens it', () => {
    expect(parseText('a\n\n::: box\nb').found).toEqual(['3:1 unclosed-division']);
  });
});

describe('a note', () => {
  test.each([
    ['runs to the end', 'a\n\nNote:\nb\n\nc', 'a [notes: b/c]'],
    ['begins in its own line', 'Note: b\nc', '[notes: b/c]'],
    ['is also called Notes', 'Notes:\nb', '[notes: b]'],
    ['is written in any case', 'NOTE: b', '[notes: b]'],
    ['ends at the next slide', 'Note:\na\n\n## b\n\nc', '[notes: a] ## b/c'],
    ['ends at the next section', 'Note:\na\n# b', '[notes: a] # b'],
    ['ends at a heading that stands in by a few spaces', 'Note:\na\n\n  ## b', '[notes: a] ## b'],
    ['ends at a heading without words', 'Note:\na\n\n##\n\nb', '[notes: a] ##/b'],
    ['ends at a ruler', 'Note:\na\n\n---\n\nb', '[notes: a] ---/b'],
    ['ends at a ruler of stars', 'Note:\na\n\n* * *\n\nb', '[notes: a] * * */b'],
    ['goes on over a smaller heading', 'Note:\na\n### b\nc', '[notes: a/### b/c]'],
    ['goes on over a list', 'Note:\n- a\n- b', '[notes: - a/- b]'],
    ['holds a division', 'Note:\na\n::: handout\nb\n:::\nc', '[notes: a [handout: b] c]'],
    ['takes colons without a division as text', 'Note:\na\n:::\nb', '[notes: a/:::/b]'],
    [
      'ends with the column it stands in',
      ':::: columns\n::: column\na\nNote:\nb\n:::\n::: column\nc\n:::\n::::',
      '[columns: [column: a [notes: b]] [column: c]]',
    ],
    ['is not inside what is private already', '::: private\nNote: a\n:::', '[private: Note: a]'],
    ['is not inside another', 'Note: a\nNote: b', '[notes: a/Note: b]'],
    ['is not inside a line', 'A Note: b', 'A Note: b'],
    ['is not another word', 'Noted: a\nFootnote: b', 'Noted: a/Footnote: b'],
    ['is not inside a quotation', '> Note: a', '> Note: a'],
    ['stands after an item of a list', '- a\nNote: b', '- a [notes: b]'],
    ['is found twice in two slides', '## a\nNote:\nb\n## c\nNote:\nd', '## a [notes: b] ## c [notes: d]'],
  ])('%s', (_, text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });
});

describe('code', () => {
  test.each([
    ['hides a note', '```\nNote: a\n```\nNote: b', '```/Note: a/``` [notes: b]'],
    ['hides a heading in a note', 'Note:\n```sh\n# a\n```\n## b', '[notes: ```sh/# a/```] ## b'],
    ['in tildes is not closed by backticks', '~~~\n```\nNote: a\n~~~\nNote: b', '~~~/```/Note: a/~~~ [notes: b]'],
    ['is closed by a longer fence', '```\nNote: a\n`````\nNote: b', '```/Note: a/````` [notes: b]'],
    ['is not closed by a shorter fence', '````\n```\nNote: a\n````\nNote: b', '````/```/Note: a/```` [notes: b]'],
    ['is not closed by a fence with words', '```\n``` a\nNote: a\n```\nNote: b', '```/``` a/Note: a/``` [notes: b]'],
    ['in an item of a list is closed in it', '- ```\n  Note: a\n  ```\n\nNote: b', '- ```/  Note: a/  ``` [notes: b]'],
    ['in a numbered item is closed in it', '1. ```\n   a\n   ```\nNote: b', '1. ```/   a/   ``` [notes: b]'],
    [
      'under an item is closed in it',
      '- a\n\n  ```\n  Note: a\n  ```\n\nNote: b',
      '- a/  ```/  Note: a/  ``` [notes: b]',
    ],
    ['in an item ends with the item, closed or not', '- ```\n  a\n\nNote: b', '- ```/  a [notes: b]'],
    ['that stands in a little is closed at the margin', '  ```\na\n```\nNote: b', '```/a/``` [notes: b]'],
    ['that stands in a little is closed by a fence that does', '```\n    ```\nNote: a\n```', '```/    ```/Note: a/```'],
    [
      'in the second item of a list from seven is closed in it',
      '7) a\n7) ```\n   Note: b\n   ```',
      '7) a/7) ```/   Note: b/   ```',
    ],
    ['is none in indented code', '\t```\n  ::: private\n  a\n  :::', '``` [private: a]'],
    ['is none in a block of HTML', '<div>\n```\nNote: a', '<div>/``` [notes: a]'],
    ['is one after a block of HTML', '<div>\n\n```\nNote: a\n```', '<div>/```/Note: a/```'],
    ['is one after a tag in a line of text', 'a\n<br>\n```\nNote: b\n```', 'a/<br>/```/Note: b/```'],
    ['is none in an item that two empty lines began', '-\n\n     ```\nNote: a', '-/     ``` [notes: a]'],
    ['is one in the first line of a note', 'Note: ```\n## a\n```\n## b', '[notes: ```/## a/```] ## b'],
    ['of three backticks in a line is not a fence', '```a``` b\n\nNote: c', '```a``` b [notes: c]'],
    ['that is indented is not a fence', '    ```\n\nNote: a', '```\n\n[notes: a]'.replace('\n\n', ' ')],
  ])('%s', (_, text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  test.each([
    ['is an error when it is never closed', '## a\n\n```js\nb\n\nNote:\nc', ['3:1 unclosed-code']],
    ['is an error when an item ends before it', '- ```\n  b\n\nc', ['1:3 unclosed-code']],
    ['is none when it is closed at the very end', '```js\nb\n```', []],
    ['is none when it is closed by a longer fence', '```js\nb\n`````\n', []],
    ['is none when it is empty', '```\n```\n', []],
    ['is none when it is indented', '    a\n    b\n', []],
  ])('%s', (_, text, found) => {
    expect(parseText(text).found).toEqual(found);
  });
});

describe('a comment', () => {
  test.each([
    ['hides a note', '<!--\nNote: a\n-->\nb', '<!--/Note: a/-->/b'],
    ['hides a slide after a note', 'Note:\na\n\n<!--\n## b\n\nc\n-->\n\n## d', '[notes: a/<!--/## b/c/-->] ## d'],
    ['ends in its own line', '<!-- a -->\nNote: b', '<!-- a --> [notes: b]'],
    ['may be as short as can be', '<!-->\nNote: a', '<!--> [notes: a]'],
    ['ends with the item that it stands in', '- a\n  <!--\nNote: b', '- a/  <!-- [notes: b]'],
  ])('%s', (_, text, pieces) => {
    expect(cut(text)).toBe(pieces);
  });

  test.each([
    ['is not shown', 'a\n\n<!-- secret\n\n## secret -->\n\nb', '<p>a</p><p>b</p>', []],
    ['in a line is not shown', 'a <!-- secret --> b', '<p>a  b</p>', []],
    [
      'in a line that is never closed is an error',
      'a <!-- secret',
      '<p>a &lt;!-- secret</p>',
      ['1:3 unclosed-comment'],
    ],
    [
      'that is never closed is an error, and not shown',
      'a\n\n<!-- secret\n\n## secret',
      '<p>a</p>',
      ['3:1 unclosed-comment'],
    ],
  ])('%s', (_, text, html, found) => {
    expect(parseText(text)).toMatchObject({ html, found });
  });
});

test('no character of a source is in two pieces, or in none but the marks of divisions', () => {
  const line = fc.constantFrom(
    'a',
    '',
    '## b',
    '---',
    ':::',
    '::: c',
    ':::: {.d}',
    'Note:',
    'Note: e',
    '```',
    '~~~',
    '- ```',
    '  f',
    '<!--',
    '-->',
    '> g',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 24 }), (lines) => {
      const source = createSource('a.md', lines.join('\n'));
      const { length } = source.text;
      let text = source.text.split('');
      const take = (pieces: readonly Piece[], start: number, end: number): void => {
        let at = start;
        for (const piece of pieces) {
          expect(piece.start).toBeGreaterThanOrEqual(at);
          expect(piece.end).toBeGreaterThan(piece.start);
          at = piece.end;
          if (piece.kind === 'division') take(piece.pieces, piece.start, piece.end);
          else text.fill('', piece.start, piece.end);
        }
        expect(at).toBeLessThanOrEqual(end);
      };
      take(cutDivisions(source, 0, length), 0, length);
      text = text.filter((character) => character !== '');
      expect(text.join('')).toMatch(/^(?:[ \n]|:{3,}(?: c| \{\.d\})?|Note:)*$/);
    }),
    { seed: 65, numRuns: 500 },
  );
});
