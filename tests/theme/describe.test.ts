import { describe, expect, test } from 'vitest';
import { describeTheme } from '../../src/theme/describe.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { type Files, hostOf, placed } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/desk/built-in' };

const FILES: Files = {
  'templates/theme.css': '/* own */',
  'templates/layouts/title.hbs': 'own title',
  'templates/mine/theme.yaml': `name: mine
about: My own
extends: middle
tokens: {color: {paper: red, sun: gold}, line: {thin: 1px}}
dark: {color: {sun: orange}, size: {text: 22px}}
fonts: [{family: Serif, package: "@fonts/mine", faces: ["400"]}]`,
  'templates/mine/layouts/title.hbs': 'mine title',
  'templates/mine/partials/head.hbs': 'mine head',
  'built-in/middle/theme.yaml': 'name: middle\ndark: {color: {ink: blue}}',
  'built-in/middle/theme.css': '/* middle */',
  'built-in/base/theme.yaml': `name: base
tokens: {color: {paper: white, ink: black}, size: {text: 20px}}
dark: {color: {paper: black, ink: white}}
fonts: [{family: Serif, package: "@fonts/base", faces: ["400"]}, {family: Sans, package: "@fonts/sans", faces: ["700"]}]`,
  'built-in/base/theme.css': '/* base */',
  'built-in/base/contents/code.css': '/* code */',
  'built-in/base/layouts/title.css': '/* title */',
  'templates/layouts/title.css': '/* own title */',
  'built-in/base/layouts/title.hbs': 'base title',
  'built-in/base/layouts/points.hbs': 'base points',
  'built-in/base/layouts/notes.txt': 'no template',
  'built-in/base/prints/notes.hbs': 'base notes',
  'built-in/base/words/en.yaml': '',
};

function describeMine(files: Files = FILES, name = 'mine') {
  return describeTheme(hostOf(files), PLACES, name, null);
}

describe('a theme is described', () => {
  const { value, findings } = describeMine();
  if (value === null) throw new Error('there is no theme');

  test('with what it says of itself', () => {
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ name: 'mine', about: 'My own', extends: 'middle', madeFor: 'light' });
  });

  test('with its folders in the order of the lookup', () => {
    expect(value.folders).toEqual([
      { from: 'templates/', folder: '/desk/templates' },
      { from: 'mine', folder: '/desk/templates/mine' },
      { from: 'middle', folder: '/desk/built-in/middle' },
      { from: 'base', folder: '/desk/built-in/base' },
    ]);
  });

  test('with each template from the first folder that has it, and the others of its name', () => {
    expect(value.templates.map(({ kind, name, from, insteadOf }) => [kind, name, from, insteadOf])).toEqual([
      ['layouts', 'points', 'base', []],
      ['layouts', 'title', 'templates/', ['mine', 'base']],
      ['partials', 'head', 'mine', []],
      ['prints', 'notes', 'base', []],
    ]);
    expect(value.templates[1]?.path).toBe('/desk/templates/layouts/title.hbs');
  });

  test('with CSS and words in the order of joining, and without files that nobody has', () => {
    const partsOf = (files: typeof value.css) =>
      Object.fromEntries(files.map(({ name, parts }) => [name, parts.map(({ from }) => from)]));
    expect(partsOf(value.css)).toEqual({
      'theme.css': ['base', 'middle', 'templates/'],
      'contents/code.css': ['base'],
      'layouts/title.css': ['base', 'templates/'],
    });
    expect(partsOf(value.words)).toEqual({ 'en.yaml': ['base'] });
  });

  test('with each token from the theme that set it last, those of base first', () => {
    expect(
      value.tokens.map(({ group, name, light, dark, from }) => `${group}.${name} ${light} ${dark} ${from}`),
    ).toEqual([
      'color.paper red null mine',
      'color.ink null blue middle',
      'size.text 20px 22px mine',
      'color.sun gold orange mine',
      'line.thin 1px 1px mine',
    ]);
    expect(value.tokens[0]?.about).toBe('what slides stand on');
    expect(value.tokens[3]?.about).toBe('');
  });

  test('with each font once: the one that is used', () => {
    expect(value.fonts).toEqual([
      { family: 'Serif', package: '@fonts/mine', faces: ['400'], from: 'mine' },
      { family: 'Sans', package: '@fonts/sans', faces: ['700'], from: 'base' },
    ]);
  });
});

test.each([
  ['is unknown', 'gone', {}, ['unknown-theme']],
  [
    'cannot be read',
    'mine',
    { 'templates/mine/theme.yaml': 'about: x' },
    ['templates/mine/theme.yaml:1:1 missing-field'],
  ],
])('a theme that %s is none', (_, name, files, found) => {
  const { value, findings } = describeMine({ ...FILES, ...files }, name);
  expect(value).toBeNull();
  expect(findings.map(placed)).toEqual(found);
});

test('base stands on nothing', () => {
  const { value } = describeMine(FILES, 'base');
  expect(value?.folders.map(({ from }) => from)).toEqual(['templates/', 'base']);
});

test.each([
  ['itself', 'name: mine\nscheme: dark\ntokens: {color: {ink: red}}', 'dark', 'null red'],
  ['the one it extends', 'name: mine\nextends: night\ntokens: {color: {ink: red}}', 'dark', 'null red'],
  ['nothing', 'name: mine\ntokens: {color: {ink: red}}', 'light', 'red null'],
])('the tokens of a theme are for the scheme that is said by %s', (_, yaml, madeFor, values) => {
  const { value } = describeMine({
    ...FILES,
    'templates/mine/theme.yaml': yaml,
    'built-in/night/theme.yaml': 'name: night\nscheme: dark',
  });
  const ink = value?.tokens.find(({ name }) => name === 'ink');
  expect(value?.madeFor).toBe(madeFor);
  expect(`${ink?.light} ${ink?.dark}`).toBe(values);
});

test('the colours that are derived are those that the theme lacks when it is loaded', () => {
  const { value } = describeMine();
  const { lacking } = loadTheme(hostOf(FILES), PLACES, 'mine', null, 'en').value;
  for (const scheme of ['light', 'dark'] as const) {
    const derived = value?.tokens.filter((token) => token[scheme] === null).map(({ name }) => name);
    expect(derived).toEqual(lacking[scheme]);
    expect(derived).toHaveLength(1);
  }
});
