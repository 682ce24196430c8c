import { expect, test } from 'vitest';
import { ThemeFindings } from '../../src/commands/theme-findings.ts';
import type { Finding } from '../../src/text/finding.ts';

const finding = (message: string): Finding => ({ rule: 'missing-alt', severity: 'warning', message });
const messages = (found: ThemeFindings): readonly string[] => found.all.map(({ message }) => message);

test('what is found in every theme is told once, and what is found in some names them', () => {
  const found = new ThemeFindings();
  found.add('base', [finding('everywhere'), finding('twice')]);
  found.add('horizon', [finding('everywhere'), finding('once')]);
  found.add('poster', [finding('everywhere'), finding('twice'), finding('twice')]);
  expect(messages(found)).toEqual(['everywhere', 'twice (in the themes base, poster)', 'once (in the theme horizon)']);
});

test('a theme in which nothing is found counts as well', () => {
  const found = new ThemeFindings();
  found.add('base', []);
  found.add('horizon', [finding('once')]);
  expect(messages(found)).toEqual(['once (in the theme horizon)']);
});
