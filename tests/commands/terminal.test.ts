import { expect, test } from 'vitest';
import { findingsText } from '../../src/commands/terminal.ts';
import type { Finding, Severity } from '../../src/text/finding.ts';

const some = (count: number, severity: Severity): readonly Finding[] =>
  Array.from({ length: count }, (_, index) => ({ rule: 'a-rule', severity, message: `${severity} ${index + 1}` }));

test('of many findings the first hundred are shown, errors before all others, and how many there are', () => {
  const text = findingsText([...some(150, 'warning'), ...some(2, 'error')], false);
  const heads = text.split('\n').filter((line) => line.includes('(a-rule)'));
  expect(heads.length).toBe(100);
  expect(heads.slice(0, 3)).toEqual([
    'error: error 1 (a-rule)',
    'error: error 2 (a-rule)',
    'warning: warning 1 (a-rule)',
  ]);
  expect(text).toContain('info: 52 more are not shown (more-findings)');
  expect(text).toMatch(/\n2 errors, 150 warnings\n$/);
});

test('of a hundred all are shown, in their order', () => {
  const text = findingsText([...some(99, 'warning'), ...some(1, 'error')], false);
  expect(text).toMatch(/^warning: warning 1 /);
  expect(text).not.toContain('more-findings');
});
