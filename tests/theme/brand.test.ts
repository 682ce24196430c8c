import { describe, expect, test } from 'vitest';
import { brandTheme } from '../../src/theme/brand.ts';
import { FontShelf } from '../../src/theme/fonts.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { loadBrand } from '../../src/theme/load-brand.ts';
import { type Files, hostOf, placed } from '../talk/talk-of.ts';

const THEME = `name: base
tokens:
  color: { paper: "#ffffff", ink: "#1b2027", wash: "#f0f3f6", accent: "#0b5fae", accent-text: "#095297", mark: "#dcebfa", ground: "#1e2a38", on-ground: "#ffffff", on-ground-muted: "#c3ccd6" }
  font: { serif: "Newsreader, serif", sans: "'Libre Franklin', sans-serif", mono: monospace }
fonts:
  - { family: Newsreader, package: newsreader, faces: ["400"] }
`;

function brandOf(yaml: string) {
  return loadBrand(hostOf({ 'templates/brand.yaml': yaml }), '/desk/templates');
}

function branded(yaml: string, { isForInk = false, files = {} as Files } = {}) {
  const host = hostOf({ 'built-in/base/theme.yaml': THEME, 'templates/brand.yaml': yaml, ...files });
  const theme = loadTheme(host, { own: '/desk/templates', builtIn: '/desk/built-in' }, 'base', null, 'en').value;
  const { value: brand, findings } = loadBrand(host, '/desk/templates');
  if (brand === null) throw new Error(findings.map(({ message }) => message).join());
  return { host, ...brandTheme(theme, brand, isForInk) };
}

describe('brand.yaml', () => {
  test('is not there for most talks', () => {
    expect(loadBrand(hostOf({}), '/desk/templates')).toEqual({ value: null, findings: [] });
  });

  test('needs a name and no more', () => {
    const { value, findings } = brandOf('name: Acme');
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ name: 'Acme', logo: null, darkLogo: null, colors: [], fonts: [] });
  });

  test('has one logo, or one for light and one for dark grounds, each with its place', () => {
    const one = brandOf('name: Acme\nlogo: assets/a.svg').value;
    expect([one?.logo?.src, one?.logo?.span.start, one?.darkLogo]).toEqual(['assets/a.svg', 17, null]);
    const two = brandOf('name: Acme\nlogo: { light: a.svg, dark: b.svg }').value;
    expect([two?.logo?.src, two?.darkLogo?.src, two?.darkLogo?.span.start]).toEqual(['a.svg', 'b.svg', 39]);
  });

  test.each([
    ['has no name', 'colors: ["#fff"]', '1:1 missing-field', /name/],
    ['has an empty name', 'name: " "', '1:7 invalid-field', /./],
    ['has a misspelt field', 'name: A\ncolours: ["#fff"]', '2:1 unknown-field', /did you mean "colors"\?/],
    [
      'has a misspelt colour',
      'name: A\ncolors: ["#0a2f5c", "ornage"]',
      '2:21 unknown-color',
      /did you mean "orange"\?/,
    ],
    ['has a colour that is none', 'name: A\ncolors:\n  - "#0a2f5"', '3:5 unknown-color', /write it as "#0b5fae"/],
    ['has a colour that does more', 'name: A\ncolors: ["red;} body{color:red"]', '2:10 unknown-color', /write it/],
    [
      'has a colour with less than all of it',
      'name: A\ncolors: ["#0a2f5c80"]',
      '2:10 unknown-color',
      /without transparency/,
    ],
    ['has a colour that is no text', 'name: A\ncolors: [[red]]', '2:10 invalid-field', /./],
    ['has a logo for the dark alone', 'name: A\nlogo: { dark: a.svg }', '2:7 missing-field', /light/],
    ['has a logo that is no path', 'name: A\nlogo: [a.svg]', '2:7 invalid-field', /./],
    ['has a font for nothing', 'name: A\nfonts: [{ family: F, package: f, faces: [] }]', '2:9 missing-field', /for/],
    [
      'has a font for a misspelt use',
      'name: A\nfonts: [{ family: F, package: f, faces: [], for: heading }]',
      '2:50 invalid-field',
      /heading/,
    ],
    [
      'has a font with a quotation mark',
      `name: A\nfonts: [{ family: "F'", package: f, faces: [], for: text }]`,
      '2:19 invalid-field',
      /./,
    ],
    ['is not YAML', 'name: "A', '1:8 yaml-syntax', /./],
  ])('that %s is an error with its place', (_, yaml, place, hint) => {
    const { value, findings } = brandOf(yaml);
    expect(value).toBeNull();
    expect(findings.map(placed)).toEqual([`templates/brand.yaml:${place}`]);
    expect(findings[0]?.hint).toMatch(hint);
  });
});

describe('a theme with a brand', () => {
  test('has its fonts before its own, which have what they lack', () => {
    const yaml = `name: A
fonts:
  - { family: Acme Sans, package: acme-sans, faces: ["400"], for: [headings, text] }
  - { family: Acme Mono, package: acme-mono, faces: ["400"], for: code }
  - { family: Acme Signs, package: acme-signs, faces: ["400"], for: text }`;
    const { value } = branded(yaml);
    expect(value.tokens.font).toEqual({
      serif: "'Acme Sans', Newsreader, serif",
      sans: "'Acme Sans', 'Acme Signs', 'Libre Franklin', sans-serif",
      mono: "'Acme Mono', monospace",
    });
    expect(value.fonts.map(({ family }) => family)).toEqual(['Acme Sans', 'Acme Mono', 'Acme Signs', 'Newsreader']);
  });

  test('looks its fonts up from the talk, and says which is not installed, and where it is named', () => {
    const yaml = 'name: A\nfonts:\n  - { family: F, package: "@acme/f", faces: ["400", "700"], for: text }';
    const face =
      "@font-face { font-family: 'F'; font-style: normal; font-weight: 400; src: url(./f.woff2) format('woff2'); }";
    const missing = branded(yaml);
    const shelf = new FontShelf(missing.host, missing.value);
    shelf.facesOf('F');
    expect(shelf.findings.map(placed)).toEqual(['templates/brand.yaml:3:5 missing-package']);
    const installed = branded(yaml, { files: { 'node_modules/@acme/f/400.css': face } });
    const other = new FontShelf(installed.host, installed.value);
    expect(other.facesOf('F').map(({ file }) => file)).toEqual(['/desk/node_modules/@acme/f/f.woff2']);
    expect(other.findings.map(placed)).toEqual(['templates/brand.yaml:3:5 missing-face']);
  });

  const LOGOS = 'name: A\nlogo: { light: a.svg, dark: b.svg }';
  test.each([
    ['in a light theme', {}, LOGOS, { light: 'block', dark: 'none', 'ground-light': 'none', 'ground-dark': 'block' }],
    [
      'to save ink',
      { isForInk: true },
      LOGOS,
      { light: 'block', dark: 'none', 'ground-light': 'block', 'ground-dark': 'none' },
    ],
    ['with one logo', {}, 'name: A\nlogo: a.svg', undefined],
  ])('says which logo shows %s', (_, options, yaml, expected) => {
    expect(branded(yaml, options).value.tokens.logo).toEqual(expected);
  });

  test('says which logo shows on a dark paper', () => {
    const dark = {
      'templates/theme.yaml': '',
      'built-in/base/theme.yaml': THEME.replace('paper: "#ffffff"', 'paper: "#12181f"'),
    };
    expect(branded(LOGOS, { files: dark }).value.tokens.logo).toMatchObject({ light: 'none', dark: 'block' });
  });

  test('says nothing when every colour is used and the main roles are the brand\u2019s', () => {
    expect(branded('name: A\ncolors: ["#0a2f5c"]').findings).toEqual([]);
  });

  test('says what each colour has become, what has become nothing, and why', () => {
    const { findings } = branded('name: A\ncolors: ["#e4572e", "#fdfdfd"]');
    expect(findings.map(placed)).toEqual(['templates/brand.yaml:2:9 brand-colors']);
    expect(findings[0]).toMatchObject({ severity: 'info' });
    expect(findings[0]?.message).toBe(
      'the colours of the brand are used where they can be read: ' +
        '#e4572e for nothing (3.6:1 with the paper, not 4.5:1); ' +
        '#fdfdfd for nothing (1.0:1 with the paper, not 4.5:1); ' +
        "the theme's own for ground, accent (#e4572e: 3.6:1 with the paper, not 4.5:1); " +
        "the theme's own for accent-text (#e4572e: 3.6:1 with the paper, not 7:1)",
    );
  });
});
