import { wcagContrast, wcagLuminance } from 'culori';
import { describe, expect, test } from 'vitest';
import { inkColors, inkTheme } from '../../src/theme/ink.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { thisMachine } from '../print/samples.ts';
import { hostOf } from '../talk/talk-of.ts';

const DARK = {
  paper: '#0d1117',
  ink: '#e6edf3',
  muted: '#9aa7b4',
  rule: '#30363d80',
  wash: '#161b22',
  mark: '#3b3000',
  accent: 'oklch(80% 0.14 60)',
  'accent-text': 'rgb(255 178 122)',
  ground: '#000000',
  'on-ground': '#ffffff',
  'on-ground-muted': '#bbbbbb',
  'code-keyword': '#ff7b72',
  'series-1': 'gold',
  'series-2': 'var(--color-accent)',
  glow: '#f0d060',
  deep: '#101010',
};
const TEXTS = ['ink', 'muted', 'accent-text', 'code-keyword', 'code-text', 'code-value'];
const onWhite = (color: string | undefined): number => wcagContrast(color ?? '#ffffff', '#ffffff');

describe('the colours of a dark theme, for white paper', () => {
  const ink = inkColors(DARK);

  test.each([
    ['paper', '#ffffff'],
    ['wash', '#ffffff'],
    ['ground', '#ffffff'],
    ['ink', '#000000'],
    ['on-ground', '#000000'],
    ['on-ground-muted', '#000000'],
  ])('%s is %s', (name, color) => {
    expect(ink[name]).toBe(color);
  });

  test.each([
    ['muted', 7],
    ['accent-text', 7],
    ['code-keyword', 7],
    ['accent', 4.5],
    ['series-1', 4.5],
    ['glow', 4.5],
  ])('%s has a contrast of %d with it', (name, least) => {
    expect(onWhite(ink[name])).toBeGreaterThanOrEqual(least);
  });

  test('a mark is light, and what lies on paper is as faint as it was', () => {
    expect(wcagLuminance(ink.mark ?? '')).toBeGreaterThanOrEqual(0.75);
    expect(ink.rule).toMatch(/^#[c-f]\w[c-f]\w[c-f]\w80$/);
    expect(ink.deep).toBe('#ffffffff');
  });

  test('what is no colour by itself stays', () => {
    expect(ink['series-2']).toBe('var(--color-accent)');
  });
});

describe('the colours of a light theme, for white paper', () => {
  test('stay where they can be read on it', () => {
    const light = {
      paper: '#fffaf0',
      accent: '#c62f1c',
      muted: '#434e5e',
      rule: '#c9d3de',
      panel: '#202020',
      mark: '#fbdcd4',
    };
    expect(inkColors(light)).toMatchObject({ ...light, paper: '#ffffff' });
  });

  test('become darker, in their hue, where they could not', () => {
    const { accent, muted } = inkColors({ paper: '#fffaf0', accent: '#ff9f1c', muted: '#999999' });
    expect(onWhite(accent)).toBeGreaterThanOrEqual(4.5);
    expect(onWhite(accent)).toBeLessThan(5);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(accent?.slice(at, at + 2) ?? '', 16));
    expect(red > green && green > blue).toBe(true);
    expect(muted).toMatch(/^#(\w\w)\1\1$/);
  });

  test('let a text be read that stands on the dark ground, and one that is written in its colour', () => {
    const { ground = '', 'on-ground': text = '' } = inkColors({ paper: '#ffffff', ground: '#1e2a38' });
    expect(wcagContrast(ground, text)).toBeGreaterThanOrEqual(4.5);
    expect(onWhite(ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a theme that saves ink', () => {
  test.each(['base', 'horizon'])('comes of %s with colours that can be read on white, and on its marks', (name) => {
    const host = thisMachine();
    const builtIn = host.resolve('templates');
    const { value } = loadTheme(host, { own: builtIn, builtIn }, name, null, 'en');
    const { color = {} } = inkTheme(value).tokens;
    for (const text of TEXTS) {
      expect(onWhite(color[text]), text).toBeGreaterThanOrEqual(7);
      expect(wcagContrast(color[text] ?? '', color.mark ?? ''), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('has its ink.css after its other CSS, that of base first', () => {
    const files = {
      'built-in/base/theme.yaml': 'name: base',
      'built-in/base/theme.css': 'a',
      'built-in/base/ink.css': 'b',
      'templates/mine/theme.yaml': 'name: mine\ntokens: {size: {small: 10px}}',
      'templates/mine/theme.css': 'c',
      'templates/mine/ink.css': 'd',
      'templates/ink.css': 'e',
    };
    const places = { own: '/desk/templates', builtIn: '/desk/built-in' };
    const { value } = loadTheme(hostOf(files), places, 'mine', null, 'en');
    expect(value.css).toBe('ac');
    expect(inkTheme(value)).toMatchObject({ css: 'acbde', tokens: { size: { small: '10px' } } });
  });
});
