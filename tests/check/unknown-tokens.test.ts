import { expect, test } from 'vitest';
import { findUnknownTokens } from '../../src/check/unknown-tokens.ts';
import { createSource } from '../../src/text/source.ts';
import type { Theme } from '../../src/theme/types.ts';

const BASE = '.slide { height: var(--slide-height); }';
const tokens = { color: { paper: '#fff', 'accent-text': '#900' } };

test.each([
  ['a token', 'color: var(--color-accent-text)', []],
  ['a property that the theme declares', '--glow: red; color: var(--glow)', []],
  ['what base uses', 'height: var( --slide-height )', []],
  ['a name with something in its place', 'color: var(--color-akzent, red)', []],
  ['a name that nobody gives', 'color: var(--color-acent-text)', ['7: did you mean "--color-accent-text"?']],
])('%s', (_, css, expected) => {
  const theme = { tokens, css: BASE + css, readingCss: '', printCss: '', inkCss: '' } as unknown as Theme;
  const found = findUnknownTokens([createSource('theme.css', css)], theme, BASE);
  expect(found.map(({ span, hint }) => `${span?.start}: ${hint}`)).toEqual(expected);
});
