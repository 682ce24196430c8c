import { describe, expect, test } from 'vitest';
import { loadTheme } from '../../src/theme/load.ts';
import { type Files, hostOf, placed } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/desk/built-in' };
const BASE = { 'built-in/base/theme.yaml': 'name: base', 'built-in/base/layouts/points.hbs': '' };
const THEMES = {
  ...BASE,
  'templates/mine/theme.yaml': 'name: mine\nextends: middle',
  'templates/middle/theme.yaml': 'name: middle',
};

/** What the layouts of the theme "mine" declare, as `name kind` by layout, and what was found. */
function load(files: Files) {
  const { value, findings } = loadTheme(hostOf({ ...THEMES, ...files }), PLACES, 'mine', null, 'en');
  const declared = [...value.declared].map(([layout, { fields }]) => [
    layout,
    fields.map(({ name, kind, isRequired }) => `${name} ${kind}${isRequired ? '!' : ''}`),
  ]);
  return {
    declared: Object.fromEntries(declared),
    about: Object.fromEntries([...value.declared].map(([layout, { about }]) => [layout, about])),
    findings,
    found: findings.map(placed),
  };
}

const fields = (...names: readonly string[]) => `fields:\n${names.map((name) => `  ${name}: {type: text}\n`).join('')}`;

/** What is said of the `.yaml` of a layout in the talk, each with its place. */
function said(yaml: string, layout = 'profile') {
  const { findings, found } = load({
    [`templates/layouts/${layout}.hbs`]: '',
    [`templates/layouts/${layout}.yaml`]: yaml,
  });
  return findings.map(({ message }, index) => `${found[index]?.replace(/^\S*:(\d+:\d+) /, '$1 ')}: ${message}`);
}

describe('what a layout declares', () => {
  test('stands in the .yaml beside it: what it is, and its fields in order', () => {
    const yaml = `about: A person
fields:
  role: { type: text, about: What the person does, required: true }
  born: { type: number }
  facts:
    type: list
`;
    const { declared, about, found } = load({
      'templates/layouts/profile.hbs': '',
      'templates/layouts/profile.yaml': yaml,
      'templates/layouts/plain.hbs': '',
    });
    expect({ declared, about, found }).toEqual({
      declared: { profile: ['role text!', 'born number', 'facts list'] },
      about: { profile: 'A person' },
      found: [],
    });
  });

  test('may be no more than what it is, or nothing', () => {
    const files = { 'templates/layouts/a.hbs': '', 'templates/layouts/b.hbs': '' };
    const { declared, found } = load({
      ...files,
      'templates/layouts/a.yaml': 'about: A',
      'templates/layouts/b.yaml': '',
    });
    expect({ declared, found }).toEqual({ declared: { a: [], b: [] }, found: [] });
  });

  test('comes from a theme, and from those it extends', () => {
    const { declared } = load({
      'templates/mine/layouts/one.hbs': '',
      'templates/mine/layouts/one.yaml': fields('a'),
      'templates/middle/layouts/two.hbs': '',
      'templates/middle/layouts/two.yaml': fields('b'),
      'built-in/base/layouts/three.hbs': '',
      'built-in/base/layouts/three.yaml': fields('c'),
    });
    expect(declared).toEqual({ one: ['a text'], two: ['b text'], three: ['c text'] });
  });

  test('is that of the first layout of a name', () => {
    const { declared, found } = load({
      'templates/layouts/one.hbs': '',
      'templates/layouts/one.yaml': fields('ours'),
      'templates/middle/layouts/one.hbs': '',
      'templates/middle/layouts/one.yaml': fields('middle', 'more'),
    });
    expect({ declared, found }).toEqual({ declared: { one: ['ours text'] }, found: [] });
  });

  test('is that of the layout it replaces where it has no .yaml itself', () => {
    const { declared, found } = load({
      'templates/layouts/one.hbs': '',
      'templates/middle/layouts/one.hbs': '',
      'templates/middle/layouts/one.yaml': fields('middle'),
    });
    expect({ declared, found }).toEqual({ declared: { one: ['middle text'] }, found: [] });
  });

  test('is not used where no layout stands beside it, which is said', () => {
    const { declared, found, findings } = load({
      'templates/layouts/profil.yaml': fields('a'),
      'templates/mine/layouts/one.yaml': fields('b'),
      'templates/middle/layouts/one.hbs': '',
      'templates/middle/layouts/one.yaml': fields('middle'),
    });
    expect(declared).toEqual({ one: ['middle text'] });
    expect(found).toEqual([
      'templates/layouts/profil.yaml:1:1 lone-declaration',
      'templates/mine/layouts/one.yaml:1:1 lone-declaration',
    ]);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test('may add to what a layout of Rostrum has', () => {
    expect(
      load({ 'templates/layouts/points.hbs': '', 'templates/layouts/points.yaml': fields('mood') }).declared,
    ).toEqual({ points: ['mood text'] });
  });
});

describe('what is wrong in the .yaml of a layout is said with its place', () => {
  test.each([
    [
      'a kind that is none',
      'fields:\n  role: { type: words }',
      [
        '2:17 invalid-field: the field "fields.role.type" must be "text", "number", "flag", "picture", "html" or "list"',
      ],
    ],
    ['no kind', 'fields:\n  role: { about: x }', ['2:9 missing-field: the field "fields.role.type" is missing']],
    [
      'a kind alone',
      'fields:\n  role: text',
      [
        '2:9 invalid-field: the field "fields.role" must be the type of a field and what it is about: {type: text, about: ...}',
      ],
    ],
    [
      'a word that is unknown',
      'fields:\n  role: { type: text, abuot: x }',
      ['2:23 unknown-field: no field is called "abuot"'],
    ],
    ['another at the top', 'feilds: {}', ['1:1 unknown-field: no field is called "feilds"']],
    [
      'a flag that is required',
      'fields:\n  old: { type: flag, required: true }',
      ['2:8 invalid-field: the field "fields.old" must be a flag without "required": one that is not set is false'],
    ],
    [
      'what is required without yes or no',
      'fields:\n  a: { type: text, required: often }',
      ['2:30 invalid-field: the field "fields.a.required" must be true or false'],
    ],
    [
      'the name of what every slide has',
      'fields:\n  role: { type: text }\n  heading: { type: text }',
      ['3:3 invalid-field: no field can be called "heading": "slide.heading" is something else already'],
    ],
    [
      'several names',
      'fields:\n  heading: { type: text }\n  steps: { type: text }',
      [
        '2:3 invalid-field: no field can be called "heading": "slide.heading" is something else already',
        '3:3 invalid-field: no field can be called "steps": outlines and decks have that word for something else',
      ],
    ],
    [
      'no YAML',
      'fields: [',
      [
        '1:9 yaml-syntax: this YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(said(yaml)).toEqual(expected);
  });

  test('a name that the layout of Rostrum has, where it is that of one', () => {
    expect(said(fields('events'))).toEqual([]);
    expect(said(fields('events'), 'timeline')).toEqual([
      '2:3 invalid-field: no field can be called "events": "slide.events" is something else already',
    ]);
  });
});
