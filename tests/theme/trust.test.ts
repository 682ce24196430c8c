import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';
import { createSource, spanOf } from '../../src/text/source.ts';
import { digestTheme } from '../../src/theme/digest-theme.ts';
import { listThemes } from '../../src/theme/list-themes.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { trustPlace, withTrusted } from '../../src/theme/trust.ts';
import { createMemoryHost } from '../memory-host.ts';
import { placed } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/built-in' };
const STORE = '/home/ada/.config/rostrum/trusted-themes.json';
const ACME = '/desk/node_modules/@acme/theme';
const FILES: Files = {
  '/built-in/base/theme.yaml': 'name: base',
  '/built-in/base/layouts/points.hbs': 'base points',
  [`${ACME}/package.json`]: '{"name": "@acme/theme", "version": "1.2.0"}',
  [`${ACME}/theme.yaml`]: 'name: acme\nabout: The theme of Acme',
  [`${ACME}/layouts/points.hbs`]: 'acme points',
};

type Files = Readonly<Record<string, string>>;
type Options = Parameters<typeof createMemoryHost>[1];

/** The file of a person who has looked at these packages as they are in `seen`. */
function trusting(folders: readonly string[], seen: Files): Files {
  const host = createMemoryHost(seen);
  const themes = folders.map((folder) => ({ folder, hash: digestTheme(host, folder, [])?.hash ?? '' }));
  const [first, ...others] = themes;
  return { [STORE]: withTrusted(others, first ?? { folder: '', hash: '' }) };
}

function load(files: Files, name = '@acme/theme', options: Options = {}) {
  const span = spanOf(createSource('slides/talk.yaml', `theme: "${name}"`), 7);
  const { value, findings } = loadTheme(createMemoryHost(files, options), PLACES, name, span, 'en');
  return { points: value.layouts.get('points')?.text, findings, found: findings.map(placed) };
}

describe('a theme from a package', () => {
  test('is not used before it is trusted: an error where it is named says what it is and what to do', () => {
    const { points, found, findings } = load(FILES);
    expect(points).toBe('base points');
    expect(found).toEqual(['slides/talk.yaml:1:8 untrusted-theme']);
    expect(findings[0]?.message).toContain('a package, at node_modules/@acme/theme, and is not trusted yet');
    expect(findings[0]?.message).toContain('a theme is code');
    expect(findings[0]?.hint).toBe('look at its files, then run "rostrum theme trust @acme/theme"');
  });

  test('is used when it is trusted, and looked up from the folder of the talk', () => {
    const { points, found } = load({ ...FILES, ...trusting([ACME], FILES) });
    expect({ points, found }).toEqual({ points: 'acme points', found: [] });
  });

  test.each([
    ['a file has other content', { [`${ACME}/layouts/points.hbs`]: 'other points' }],
    ['a file is new', { [`${ACME}/partials/foot.hbs`]: '' }],
    ['a file has moved to another name', { [`${ACME}/layouts/pointsa.hbs`]: 'cme points' }],
    ['a file is in no folder that a theme knows', { [`${ACME}/assets/deep/a.svg`]: '<svg/>' }],
  ])('asks again when %s', (_, change) => {
    const { points, found, findings } = load({ ...FILES, ...change, ...trusting([ACME], FILES) });
    expect({ points, found }).toEqual({ points: 'base points', found: ['slides/talk.yaml:1:8 untrusted-theme'] });
    expect(findings[0]?.message).toContain('has changed since you trusted it');
  });

  test('does not ask again when a package inside it changes: that is asked for by itself', () => {
    const { found } = load({ ...FILES, [`${ACME}/node_modules/x/a.css`]: 'a', ...trusting([ACME], FILES) });
    expect(found).toEqual([]);
  });

  test('is not trusted because the same files are trusted at another place', () => {
    const other = '/desk/node_modules/other';
    const copy = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.replace(ACME, other), text]));
    const { found } = load({ ...FILES, ...copy, ...trusting([ACME], FILES) }, 'other');
    expect(found).toEqual(['slides/talk.yaml:1:8 untrusted-theme']);
  });

  test('is not trusted by a file of the talk that is like that of the person', () => {
    const written = trusting([ACME], FILES)[STORE] ?? '';
    const files = { ...FILES, '/desk/rostrum/trusted-themes.json': written };
    // The person stands in the talk: a relative folder of settings would be one of its own.
    const { found } = load(files, '@acme/theme', { environment: { XDG_CONFIG_HOME: '.' } });
    expect(found).toEqual(['slides/talk.yaml:1:8 untrusted-theme']);
  });

  test('gives way to a theme of the talk and to one of Rostrum', () => {
    const shadowed = {
      ...FILES,
      '/desk/node_modules/mine/theme.yaml': 'name: mine',
      '/desk/node_modules/base/theme.yaml': '',
    };
    const own = { '/desk/templates/mine/theme.yaml': 'name: mine', '/desk/templates/mine/layouts/points.hbs': 'own' };
    expect(load({ ...shadowed, ...own }, 'mine')).toMatchObject({ points: 'own', found: [] });
    expect(load(shadowed, 'base')).toMatchObject({ points: 'base points', found: [] });
  });

  test.each(['../secret', '@acme/../../secret', '/secret', '.', '@acme', 'node_modules/../secret'])(
    'is never looked for at a path: %s',
    (name) => {
      const { points, found } = load(
        { ...FILES, '/desk/secret/theme.yaml': 'name: x', '/secret/theme.yaml': 'name: x' },
        name,
      );
      expect({ points, found }).toEqual({ points: 'base points', found: ['slides/talk.yaml:1:8 unknown-theme'] });
    },
  );

  test('that is not installed, or is no theme, is unknown, and how to install it is said', () => {
    const { found, findings } = load({ ...FILES, '/desk/node_modules/@acme/icons/index.js': '' }, '@acme/icons');
    expect(found).toEqual(['slides/talk.yaml:1:8 unknown-theme']);
    expect(findings[0]?.hint).toContain('run "npm install @acme/icons"');
  });
});

describe('what a package extends', () => {
  const INNER = `${ACME}/node_modules/@acme/base`;
  const files: Files = {
    ...FILES,
    [`${ACME}/theme.yaml`]: 'name: acme\nextends: "@acme/base"',
    [`${INNER}/theme.yaml`]: 'name: acme-base',
    [`${INNER}/layouts/quote.hbs`]: 'inner quote',
    '/desk/node_modules/@acme/base/theme.yaml': 'name: another',
  };

  test('is looked up from its folder, and must be trusted too: the command names its folder', () => {
    const { found, findings } = load({ ...files, ...trusting([ACME], files) });
    expect(found).toEqual(['node_modules/@acme/theme/theme.yaml:2:10 untrusted-theme']);
    expect(findings[0]?.hint).toBe(`look at its files, then run "rostrum theme trust ${INNER}"`);
  });

  test('is used when all of the chain is trusted', () => {
    const host = createMemoryHost({ ...files, ...trusting([ACME, INNER], files) });
    const { value, findings } = loadTheme(host, PLACES, '@acme/theme', null, 'en');
    expect(findings).toEqual([]);
    expect([...value.layouts].map(([name, { text }]) => [name, text])).toEqual([
      ['points', 'acme points'],
      ['quote', 'inner quote'],
    ]);
  });

  test('by a theme of the talk is asked for as well', () => {
    const mine = { '/desk/templates/mine/theme.yaml': 'name: mine\nextends: "@acme/theme"' };
    expect(load({ ...FILES, ...mine }, 'mine').found).toEqual(['templates/mine/theme.yaml:2:10 untrusted-theme']);
  });

  test('cannot be itself', () => {
    const round = { ...FILES, [`${ACME}/theme.yaml`]: 'name: acme\nextends: "@acme/theme"' };
    const { found } = load({ ...round, ...trusting([ACME], round) });
    expect(found).toEqual(['node_modules/@acme/theme/theme.yaml:2:10 theme-cycle']);
  });
});

describe('a link in a package', () => {
  /** A host on which some paths are links to others. */
  function linking(files: Files, links: Readonly<Record<string, string>>): Host {
    const host = createMemoryHost(files);
    const follow = (path: string): string => {
      const [from, to] = Object.entries(links).find(([link]) => path === link || path.startsWith(`${link}/`)) ?? [];
      return from === undefined ? path : `${to}${path.slice(from.length)}`;
    };
    return {
      ...host,
      realPath: (path) => host.realPath(follow(path)),
      kindOf: (path) => host.kindOf(follow(path)),
      readBytes: (path) => host.readBytes(follow(path)),
      list: (path) => {
        const inner = Object.keys(links).filter(
          (link) => link.startsWith(`${path}/`) && !link.slice(path.length + 1).includes('/'),
        );
        return [...host.list(follow(path)), ...inner.map((link) => link.slice(path.length + 1))].sort();
      },
    };
  }

  const secret = { ...FILES, '/secret/quote.hbs': 'secret', [`${ACME}/node_modules/x/quote.hbs`]: 'x' };
  test.each([
    ['a file outside', `${ACME}/layouts/quote.hbs`, '/secret/quote.hbs', ['outside-theme']],
    ['a folder outside', `${ACME}/partials`, '/secret', ['outside-theme']],
    [
      'a package inside, which is not looked at',
      `${ACME}/layouts/quote.hbs`,
      `${ACME}/node_modules/x/quote.hbs`,
      ['outside-theme'],
    ],
    ['a folder of its own, which could hold it again', `${ACME}/partials`, ACME, ['outside-theme']],
    ['a file of its own', `${ACME}/layouts/quote.hbs`, `${ACME}/layouts/points.hbs`, []],
  ])('to %s', (_, link, target, rules) => {
    const findings: Finding[] = [];
    const digest = digestTheme(linking(secret, { [link]: target }), ACME, findings);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(digest?.files).toBe(rules.length === 0 ? 4 : undefined);
  });
});

describe('the file of trust', () => {
  test.each([
    ['linux', {}, STORE],
    ['linux', { XDG_CONFIG_HOME: '/settings' }, '/settings/rostrum/trusted-themes.json'],
    ['linux', { XDG_CONFIG_HOME: 'settings' }, STORE],
    ['linux', { XDG_CONFIG_HOME: '' }, STORE],
    ['darwin', {}, '/home/ada/Library/Application Support/rostrum/trusted-themes.json'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/rostrum/trusted-themes.json'],
    ['win32', {}, '/home/ada/AppData/Roaming/rostrum/trusted-themes.json'],
  ])('lies on %s with %o at %s', (platform, environment, place) => {
    expect(trustPlace(createMemoryHost({}, { platform, environment }))).toBe(place);
  });

  test('holds each folder once, as it was last', () => {
    const text = withTrusted(
      [
        { folder: '/b', hash: '1' },
        { folder: '/a', hash: '2' },
      ],
      { folder: '/b', hash: '3' },
    );
    expect(JSON.parse(text)).toEqual({
      themes: [
        { folder: '/a', hash: '2' },
        { folder: '/b', hash: '3' },
      ],
    });
  });

  test.each([
    ['is not JSON', '{', 'it is not JSON'],
    ['holds something else', '{"themes": {}}', 'it does not hold what Rostrum writes there'],
    [
      'has a hash of no text',
      '{"themes": [{"folder": "/a", "hash": 1}]}',
      'it does not hold what Rostrum writes there',
    ],
  ])('that %s trusts nothing, and is said', (_, text, reason) => {
    const { found, findings } = load({ ...FILES, [STORE]: text });
    expect(found).toEqual(['broken-trust']);
    expect(findings[0]?.message).toBe(`${STORE}, which holds the themes that you trust, cannot be read: ${reason}`);
  });

  test('that is a folder is said too', () => {
    expect(load({ ...FILES, [`${STORE}/x`]: '' }).findings[0]?.message).toContain('it is a folder');
  });
});

describe('the list of themes', () => {
  const manifest = {
    '/desk/package.json': '{"dependencies": {"@acme/theme": "1", "gone": "1"}, "devDependencies": {"base": "1"}}',
  };
  const named = (files: Files) =>
    listThemes(createMemoryHost(files), PLACES).value.map(({ name, trust }) => [name, trust]);

  test('has the packages that the talk depends on, and whether they are trusted', () => {
    const files = { ...FILES, ...manifest, '/desk/node_modules/other/theme.yaml': 'name: other' };
    expect(named(files)).toEqual([
      ['base', ''],
      ['@acme/theme', 'untrusted'],
    ]);
    expect(named({ ...files, ...trusting([ACME], files) })).toEqual([
      ['base', ''],
      ['@acme/theme', 'trusted'],
    ]);
    const changed = { ...files, [`${ACME}/theme.css`]: 'a' };
    expect(named({ ...changed, ...trusting([ACME], files) })).toEqual([
      ['base', ''],
      ['@acme/theme', 'changed'],
    ]);
  });

  test.each(['{', '[]', '{"dependencies": []}'])('is that of the others when package.json is %s', (text) => {
    expect(named({ ...FILES, '/desk/package.json': text })).toEqual([['base', '']]);
  });
});
