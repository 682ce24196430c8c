import { describe, expect, test } from 'vitest';
import { WIDE_SIZE } from '../../src/text/slide-size.ts';
import { createSource, spanOf } from '../../src/text/source.ts';
import { listThemes } from '../../src/theme/list-themes.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { tokensToCss } from '../../src/theme/tokens.ts';
import { type Files, hostOf, placed } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/desk/built-in' };
const BASE = { 'built-in/base/theme.yaml': 'name: base', 'built-in/base/layouts/points.hbs': 'base points' };

function load(files: Files, name: string) {
  const { value, findings } = loadTheme(hostOf(files), PLACES, name, null, 'en');
  const texts = (templates: typeof value.layouts) =>
    Object.fromEntries([...templates].map(([template, { text }]) => [template, text]));
  return {
    theme: value,
    layouts: texts(value.layouts),
    partials: texts(value.partials),
    findings,
    found: findings.map(placed),
  };
}

describe('a template is looked for', () => {
  const files = {
    'templates/layouts/own.hbs': 'own own',
    'templates/partials/head.hbs': 'own head',
    'templates/mine/theme.yaml': 'name: mine\nextends: middle',
    'templates/mine/layouts/own.hbs': 'mine own',
    'templates/mine/layouts/mine.hbs': 'mine mine',
    'templates/middle/theme.yaml': 'name: middle',
    'templates/middle/layouts/mine.hbs': 'middle mine',
    'templates/middle/layouts/points.hbs': 'middle points',
    'templates/middle/partials/head.hbs': 'middle head',
    'templates/middle/partials/foot.hbs': 'middle foot',
    ...BASE,
    'built-in/base/layouts/quote.hbs': 'base quote',
  };

  test('in the talk, in its theme, in the themes that extends, and in base: the first wins', () => {
    const { layouts, partials, found } = load(files, 'mine');
    expect(found).toEqual([]);
    expect(layouts).toEqual({ own: 'own own', mine: 'mine mine', points: 'middle points', quote: 'base quote' });
    expect(partials).toEqual({ head: 'own head', foot: 'middle foot' });
  });

  test('in the themes of the talk before those of Rostrum', () => {
    const { layouts } = load(
      { ...files, 'built-in/mine/theme.yaml': 'name: mine', 'built-in/mine/layouts/mine.hbs': 'x' },
      'mine',
    );
    expect(layouts.mine).toBe('mine mine');
  });

  test('under its name with .hbs alone', () => {
    const { layouts } = load(
      { ...BASE, 'templates/layouts/a.html': 'x', 'templates/layouts/b.hbs.bak': 'x', 'templates/layouts/c.hbs': 'y' },
      'base',
    );
    expect(Object.keys(layouts)).toEqual(['c', 'points']);
  });

  test('where the talk has no templates of its own', () => {
    expect(load(BASE, 'base')).toMatchObject({ layouts: { points: 'base points' }, found: [] });
  });
});

describe('tokens', () => {
  const yaml = 'name: mine\ntokens:\n  color: {ink: "#111", accent: red}\n  size: {small: 10px}\n  lines: {many: 12}';
  const base = 'name: base\ntokens:\n  color: {ink: "#000", paper: "#fff"}';

  test('of a theme go over those of what it extends, one by one', () => {
    const { theme, found } = load({ 'templates/mine/theme.yaml': yaml, 'built-in/base/theme.yaml': base }, 'mine');
    expect(found).toEqual([]);
    expect(theme.tokens).toEqual({
      color: { ink: '#111', paper: '#fff', accent: 'red' },
      size: { small: '10px' },
      lines: { many: '12' },
    });
  });

  test('become custom properties', () => {
    expect(
      tokensToCss(
        {
          scheme: 'light',
          otherTokens: {},
          tokens: { color: { ink: '#111', 'on-ground': 'red' }, size: { small: '10px' } },
        },
        WIDE_SIZE,
      ),
    ).toBe(
      ':root{--slide-width:1280px;--slide-height:720px;--slide-ratio:1280 / 720;--color-ink:#111;--color-on-ground:red;--size-small:10px;}\n',
    );
  });
});

describe('CSS', () => {
  test('is that of the whole chain, base first, the talk last', () => {
    const { theme } = load(
      {
        'templates/theme.css': '/* own */',
        'templates/mine/theme.yaml': 'name: mine',
        'templates/mine/theme.css': '/* mine */',
        ...BASE,
        'built-in/base/theme.css': '/* base */',
      },
      'mine',
    );
    expect(theme.css).toBe('/* base *//* mine *//* own */');
  });

  test('of slides is theme.css, and then, by name, that of contents, layouts and partials', () => {
    const { theme } = load(
      {
        ...BASE,
        'built-in/base/theme.css': '/* slide */',
        'built-in/base/partials/foot.css': '/* foot */',
        'built-in/base/layouts/title.css': '/* title */',
        'built-in/base/layouts/quote.css': '/* quote */',
        'built-in/base/layouts/quote.hbs': '<p>quote</p>',
        'built-in/base/contents/tables.css': '/* tables */',
        'templates/layouts/own.css': '/* own */',
      },
      'base',
    );
    expect(theme.css).toBe('/* slide *//* tables *//* quote *//* title *//* foot *//* own */');
  });
});

describe('fonts', () => {
  const font = (name: string, faces: string) => `{ family: ${name}, package: "@fonts/${name}", faces: ${faces} }`;

  test('of a theme stand before those of what it extends, and are looked up from where they are named', () => {
    const { theme, found } = load(
      {
        'templates/mine/theme.yaml': `name: mine\nfonts:\n  - ${font('a', '[400, 400-italic]')}`,
        'built-in/base/theme.yaml': `name: base\nfonts:\n  - ${font('b', '["500"]')}`,
      },
      'mine',
    );
    expect(found).toEqual([]);
    expect(theme.fonts.map(({ family, faces, from }) => [family, faces, from])).toEqual([
      ['a', ['400', '400-italic'], '/desk/templates/mine'],
      ['b', ['500'], '/desk/built-in/base'],
    ]);
  });
});

describe('a theme that cannot be had', () => {
  test('is unknown: an error where it is named, with the nearest name', () => {
    const span = spanOf(createSource('slides/talk.yaml', 'theme: horizn'), 7);
    const files = { ...BASE, 'built-in/horizon/theme.yaml': 'name: horizon' };
    const { findings } = loadTheme(hostOf(files), PLACES, 'horizn', span, 'en');
    expect(findings.map(placed)).toEqual(['slides/talk.yaml:1:8 unknown-theme']);
    expect(findings[0]?.hint).toBe('did you mean "horizon"?');
  });

  test.each(['gone', '../built-in/base', '/desk/built-in/base', 'base/', '.', ''])(
    'is called "%s", and base stands in for it',
    (name) => {
      const { found, layouts } = load(BASE, name);
      expect(found).toEqual(name === '' ? [] : ['unknown-theme']);
      expect(layouts).toEqual({ points: 'base points' });
    },
  );

  test.each([
    ['itself', { mine: 'extends: mine' }, 'templates/mine/theme.yaml:2:10 theme-cycle', 'mine extends mine'],
    [
      'itself by another',
      { mine: 'extends: yours', yours: 'extends: mine' },
      'templates/yours/theme.yaml:2:10 theme-cycle',
      'mine extends yours extends mine',
    ],
    [
      'one that extends itself',
      { mine: 'extends: yours', yours: 'extends: yours' },
      'templates/yours/theme.yaml:2:10 theme-cycle',
      'mine extends yours extends yours',
    ],
  ])('extends %s', (_, themes: Record<string, string>, place, chain) => {
    const files = Object.fromEntries(
      Object.entries(themes).map(([name, line]) => [`templates/${name}/theme.yaml`, `name: ${name}\n${line}`]),
    );
    const { found, findings, layouts } = load({ ...BASE, ...files }, 'mine');
    expect(found).toEqual([place]);
    expect(findings[0]?.message).toContain(chain);
    expect(layouts).toEqual({ points: 'base points' });
  });

  test('extends one that is unknown: an error where that is named', () => {
    const { found } = load({ ...BASE, 'templates/mine/theme.yaml': 'name: mine\nextends: gone' }, 'mine');
    expect(found).toEqual(['templates/mine/theme.yaml:2:10 unknown-theme']);
  });

  test.each([
    ['has an unknown field', 'name: mine\ntoken: x', '2:1 unknown-field'],
    ['has no name', 'about: x', '1:1 missing-field'],
    ['has tokens that are no groups', 'name: mine\ntokens: {color: red}', '2:17 invalid-field'],
    ['has a font without a package', 'name: mine\nfonts:\n  - {family: a, faces: []}', '3:5 missing-field'],
    ['is not YAML', 'name: "mine', '1:11 yaml-syntax'],
  ])('%s', (_, yaml, found) => {
    const result = load({ ...BASE, 'templates/mine/theme.yaml': yaml }, 'mine');
    expect(result.found).toEqual([`templates/mine/theme.yaml:${found}`]);
    expect(result.layouts).toEqual({ points: 'base points' });
  });

  test.each(['layouts/a.hbs', 'partials/a.hbs', 'theme.css', 'theme.yaml'])(
    'has a file that is not UTF-8: %s',
    (file) => {
      const files = {
        ...BASE,
        'templates/mine/theme.yaml': 'name: mine',
        [`templates/mine/${file}`]: Buffer.from([0xe9]),
      };
      const { findings } = load(files, 'mine');
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ rule: 'unreadable-file' });
      expect(findings[0]?.message).toBe(`templates/mine/${file} cannot be read: it is not UTF-8 text`);
    },
  );

  test('has a folder that is called like a layout', () => {
    expect(load({ ...BASE, 'templates/layouts/a.hbs/b': 'x' }, 'base').found).toEqual(['unreadable-file']);
  });
});

describe('the list of themes', () => {
  test('has those of the talk and of Rostrum, by name, each once', () => {
    const { value, findings } = listThemes(
      hostOf({
        'templates/mine/theme.yaml': 'name: mine\nabout: My own\nextends: base',
        'templates/base/theme.yaml': 'name: base\nabout: My base',
        'templates/layouts/a.hbs': 'x',
        'built-in/base/theme.yaml': 'name: base\nabout: The plain one',
        'built-in/a-theme/theme.yaml': 'name: a-theme',
      }),
      PLACES,
    );
    expect(findings).toEqual([]);
    expect(value).toEqual([
      { name: 'a-theme', about: '', extends: '', path: 'built-in/a-theme', trust: '' },
      { name: 'base', about: 'My base', extends: '', path: 'templates/base', trust: '' },
      { name: 'mine', about: 'My own', extends: 'base', path: 'templates/mine', trust: '' },
    ]);
  });
});
