import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/text/finding.ts';
import { codeFrame, formatFinding, formatPlace } from '../../src/text/frame.ts';
import { createSource, spanOf } from '../../src/text/source.ts';

const plain = { color: false };

/** The span of the first place of `part` in `text`. */
function spanIn(text: string, part: string, path = 'a.md') {
  const start = text.indexOf(part);
  return spanOf(createSource(path, text), start, start + part.length);
}

describe('a finding', () => {
  const outline = `${'\n'.repeat(12)}\n## The road to the treaty {.timelime}\n`;
  const finding: Finding = {
    rule: 'unknown-layout',
    severity: 'error',
    message: 'no layout is called "timelime"',
    hint: 'did you mean "timeline"?',
    span: spanIn(outline, '.timelime', 'slides/01-security.md'),
  };

  test('shows its place, its line with the range marked, and its hint', () => {
    expect(formatFinding(finding, plain)).toBe(
      `slides/01-security.md:14:28: error: no layout is called "timelime" (unknown-layout)
  13 |
  14 | ## The road to the treaty {.timelime}
     |                            ^^^^^^^^^
  hint: did you mean "timeline"?`,
    );
  });

  test('shows neither place nor lines when it has none', () => {
    const { rule, severity, message } = finding;
    expect(formatFinding({ rule, severity, message }, plain)).toBe(
      'error: no layout is called "timelime" (unknown-layout)',
    );
  });

  test('shows the second place after the first and before the hint', () => {
    const related = { message: 'met when drawing', span: spanIn('# A', '# A', 'o.md') };
    expect(formatFinding({ ...finding, span: spanIn('{{x}}', 'x', 't.hbs'), related }, plain)).toBe(
      `t.hbs:1:3: error: no layout is called "timelime" (unknown-layout)
  1 | {{x}}
    |   ^
  met when drawing: o.md:1:1
  1 | # A
    | ^^^
  hint: did you mean "timeline"?`,
    );
  });

  test.each([
    ['error', '\u001b[31merror\u001b[39m'],
    ['warning', '\u001b[33mwarning\u001b[39m'],
    ['info', '\u001b[36minfo\u001b[39m'],
  ] as const)('colours the word %s on a terminal, and nothing else', (severity, word) => {
    const shown = formatFinding({ ...finding, severity }, { color: true });
    expect(shown).toContain(`14:28: ${word}: no layout`);
    expect(shown.replace(word, severity)).toBe(formatFinding({ ...finding, severity }, plain));
  });
});

describe('a code frame', () => {
  test.each([
    ['shows the line before', 'a\nb\nc\nd', 'd', '  3 | c\n  4 | d\n    | ^'],
    ['shows a first line alone', 'abc\nd', 'b', '  1 | abc\n    |  ^'],
    ['lines numbers up', `${'x\n'.repeat(9)}yz`, 'yz', '   9 | x\n  10 | yz\n     | ^^'],
    ['keeps tabs before the mark, so that it stands right', '\ta\tb', 'b', '  1 | \ta\tb\n    | \t \t^'],
    ['marks no further than the end of the line', 'ab\ncd', 'b\ncd', '  1 | ab\n    |  ^'],
    ['marks an empty place by one sign', 'ab\n\ncd', '', '  1 | ab\n    | ^'],
  ])('%s', (_, text, part, frame) => {
    expect(codeFrame(spanIn(text, part))).toBe(frame);
  });

  test('marks the place after the last character', () => {
    expect(codeFrame(spanOf(createSource('a.md', 'ab'), 2))).toBe('  1 | ab\n    |   ^');
  });

  test('is nothing for an empty source', () => {
    expect(codeFrame(spanOf(createSource('a.md', ''), 0))).toBe('');
  });

  test('cuts a long line after 160 characters', () => {
    const [line = '', mark = ''] = codeFrame(spanIn('a'.repeat(5000), 'aaa')).split('\n');
    expect(line).toBe(`  1 | ${'a'.repeat(160)}`);
    expect(mark).toBe('    | ^^^');
  });

  test('cuts a long line around a mark that is far to the right', () => {
    const [line = '', mark = ''] = codeFrame(spanIn(`${'a'.repeat(1000)}XYZ${'b'.repeat(1000)}`, 'XYZ')).split('\n');
    expect(line.length).toBeLessThanOrEqual(166);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('XYZ');
  });
});

test('a place is path, line and column', () => {
  expect(formatPlace(spanIn('one\ntwo', 'wo', 'slides/00.md'))).toBe('slides/00.md:2:2');
});
