import { describe, expect, test } from 'vitest';
import { type Finding, hasErrors, inReadingOrder, Stop, stopOnErrors } from '../../src/text/finding.ts';
import { createSource, spanOf } from '../../src/text/source.ts';

const finding = (message: string, severity: Finding['severity'], place?: readonly [string, number]): Finding => ({
  rule: 'some-rule',
  severity,
  message,
  ...(place ? { span: spanOf(createSource(place[0], 'some text'), place[1]) } : {}),
});

describe('errors among findings', () => {
  test('are there when one of them is an error', () => {
    expect(hasErrors([finding('a', 'warning'), finding('b', 'error')])).toBe(true);
    expect(hasErrors([finding('a', 'warning'), finding('b', 'info')])).toBe(false);
    expect(hasErrors([])).toBe(false);
  });

  test('stop the work, which then tells of the warnings too', () => {
    const findings = [finding('a', 'warning'), finding('b', 'error')];
    expect(() => stopOnErrors(findings)).toThrow(Stop);
    expect(() => stopOnErrors(findings)).toThrow('a\nb');
    expect(() => stopOnErrors(findings.slice(0, 1))).not.toThrow();
  });
});

test('findings are read file by file and from top to bottom, those without a place first', () => {
  const findings = [
    finding('b5', 'error', ['b.md', 5]),
    finding('a9', 'error', ['a.md', 9]),
    finding('none', 'error'),
    finding('b1', 'warning', ['b.md', 1]),
    finding('a9 too', 'error', ['a.md', 9]),
  ];
  expect(inReadingOrder(findings).map(({ message }) => message)).toEqual(['none', 'a9', 'a9 too', 'b1', 'b5']);
});
