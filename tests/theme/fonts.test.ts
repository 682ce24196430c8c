import { describe, expect, test } from 'vitest';
import { createSource, spanOf } from '../../src/text/source.ts';
import { charactersOf, FontShelf, familiesOf, selectFaces } from '../../src/theme/fonts.ts';
import type { FontFamily, Theme } from '../../src/theme/types.ts';
import { hostOf, placed } from '../talk/talk-of.ts';
import { themeOf } from './draw-text.ts';

const YAML = createSource('theme.yaml', 'name: a\nfonts: []');

const face = (family: string, file: string, range: string, style = 'normal', weight = 400) => `/* ${file} */
@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-display: swap;
  font-weight: ${weight};
  src: url(./files/${file}.woff2) format('woff2'), url(./files/${file}.woff) format('woff');
  ${range === '' ? '' : `unicode-range: ${range};`}
}
`;

const FILES = {
  'node_modules/@fonts/latin/400.css':
    face('Latin', 'latin-ext', 'U+0100-02FF') + face('Latin', 'latin', 'U+0000-00FF,U+2014'),
  'node_modules/@fonts/latin/400-italic.css': face('Latin', 'latin-italic', 'U+0000-00FF', 'italic'),
  'node_modules/@fonts/kana/400.css':
    face('Kana Sans', 'kana-1', 'U+30??') +
    face('Kana Sans', 'kana-2', 'U+4E00-9FFF') +
    face('Kana Sans', 'kana-3', 'U+0000-00FF'),
  'node_modules/@fonts/many/400.css':
    face('Many', 'many-arabic-400-normal', 'U+0600-06FF') + face('Many', 'many-symbols-400-normal', 'U+2600-26FF'),
  'node_modules/@fonts/all/400.css': face('All', 'all', ''),
};

const font = (family: string, name: string, faces: readonly string[] = ['400']): FontFamily => ({
  family,
  package: `@fonts/${name}`,
  faces,
  subsets: null,
  from: '/desk/templates/a',
  span: spanOf(YAML, 8),
});

function shelfOf(...fonts: readonly FontFamily[]): FontShelf {
  const theme: Theme = { ...themeOf({}), fonts };
  return new FontShelf(hostOf(FILES), theme);
}

/** The files that a text needs in a stack of families, and the characters that none of them has. */
function select(text: string, stack: string, ...fonts: readonly FontFamily[]) {
  const missing = new Set<number>();
  const faces = selectFaces(shelfOf(...fonts), stack, charactersOf([text]), missing);
  const files = faces.map(({ file }) => file.replace(/^.*\/(.*)\.woff2$/, '$1'));
  return { files, missing: String.fromCodePoint(...missing) };
}

const LATIN = font('Latin', 'latin', ['400', '400-italic']);
const KANA = font('Kana Sans', 'kana');

describe('the faces of a text', () => {
  test.each([
    ['are those of plain letters, upright and italic', 'plain', ['latin', 'latin-italic'], ''],
    ['have more where the text has more', 'Ōsaka', ['latin-ext', 'latin', 'latin-italic'], ''],
    ['come from the next family where the first has none', 'カナ', ['latin', 'latin-italic', 'kana-1'], ''],
    ['are not taken from the next family for what the first has', 'a — é', ['latin', 'latin-italic'], ''],
    ['are those of every script', 'Ō カ 安', ['latin-ext', 'latin', 'latin-italic', 'kana-1', 'kana-2'], ''],
    ['are missing for what no family has', 'a ☃ 😀', ['latin', 'latin-italic'], '☃😀'],
    ['are there for no text at all, because a page has words', '', ['latin', 'latin-italic'], ''],
  ])('%s', (_, text, files, missing) => {
    expect(select(text, "Latin, 'Kana Sans', serif", LATIN, KANA)).toEqual({ files, missing });
  });

  test.each([
    ['in the order of the stack', 'カ', "'Kana Sans', Latin", ['kana-1', 'kana-3']],
    ['of the families of the theme alone', 'a', "Arial, 'Kana Sans', serif", ['kana-3']],
    ['of a family without ranges', '☃', 'All', ['all']],
    ['of no family', 'a', 'serif', []],
  ])('are chosen %s', (_, text, stack, files) => {
    expect(select(text, stack, LATIN, KANA, font('All', 'all')).files).toEqual(files);
  });

  test('are read with all that CSS needs of them', () => {
    expect(shelfOf(LATIN).facesOf('Latin')).toEqual([
      {
        family: 'Latin',
        style: 'normal',
        weight: '400',
        unicodeRange: 'U+0100-02FF',
        file: '/desk/node_modules/@fonts/latin/files/latin-ext.woff2',
      },
      {
        family: 'Latin',
        style: 'normal',
        weight: '400',
        unicodeRange: 'U+0000-00FF,U+2014',
        file: '/desk/node_modules/@fonts/latin/files/latin.woff2',
      },
      {
        family: 'Latin',
        style: 'italic',
        weight: '400',
        unicodeRange: 'U+0000-00FF',
        file: '/desk/node_modules/@fonts/latin/files/latin-italic.woff2',
      },
    ]);
  });

  test('are those of the first family of a name, that is of the theme itself', () => {
    const own = { ...KANA, family: 'Latin' };
    expect(shelfOf(own, LATIN).facesOf('Latin')[0]?.family).toBe('Kana Sans');
  });

  test('of a family that is not in the theme are none', () => {
    const shelf = shelfOf(LATIN);
    expect(shelf.has('Arial')).toBe(false);
    expect(shelf.facesOf('Arial')).toEqual([]);
    expect(shelf.findings).toEqual([]);
  });
});

describe('a font', () => {
  test('whose package is not installed is an error where the theme names it', () => {
    const shelf = shelfOf(font('Gone', 'gone'));
    expect(shelf.facesOf('Gone')).toEqual([]);
    expect(shelf.facesOf('Gone')).toEqual([]);
    expect(shelf.findings.map(placed)).toEqual(['theme.yaml:2:1 missing-package']);
    expect(shelf.findings[0]?.message).toContain('"@fonts/gone"');
  });

  test('that has not the face is an error where the theme names it', () => {
    const shelf = shelfOf(font('Latin', 'latin', ['400', '900']));
    expect(shelf.facesOf('Latin')).toHaveLength(2);
    expect(shelf.findings.map(placed)).toEqual(['theme.yaml:2:1 missing-face']);
    expect(shelf.findings[0]?.message).toContain('"900"');
  });

  test('of which some subsets are named has these alone', () => {
    const some: FontFamily = { ...font('Many', 'many'), subsets: ['arabic'] };
    expect(
      shelfOf(some)
        .facesOf('Many')
        .map(({ unicodeRange }) => unicodeRange),
    ).toEqual(['U+0600-06FF']);
    expect(shelfOf(font('Many', 'many')).facesOf('Many')).toHaveLength(2);
  });

  test('that has not the subset is an error where the theme names it', () => {
    const shelf = shelfOf({ ...font('Many', 'many'), subsets: ['arabic', 'greek'] });
    expect(shelf.facesOf('Many')).toHaveLength(1);
    expect(shelf.findings.map(placed)).toEqual(['theme.yaml:2:1 missing-subset']);
    expect(shelf.findings[0]?.message).toContain('"greek"');
  });

  test('that no text asks for is not looked for', () => {
    expect(shelfOf(font('Gone', 'gone')).findings).toEqual([]);
  });
});

test.each([
  [
    'with quotation marks',
    `Newsreader, 'BIZ UDPGothic', "A B", serif`,
    ['Newsreader', 'BIZ UDPGothic', 'A B', 'serif'],
  ],
  ['of one', 'serif', ['serif']],
])('a stack of families %s is read', (_, stack, families) => {
  expect(familiesOf(stack)).toEqual(families);
});

test.each([
  ['letters beyond ASCII', ['aé', 'é安'], 'é安'],
  ['characters of two units', ['😀'], '😀'],
  ['nothing of ASCII but one sign for all of it', ['abc<>&'], ''],
])('the characters to look for are %s', (_, texts, characters) => {
  expect([...charactersOf(texts)].sort()).toEqual(
    [0x20, ...[...characters].map((character) => character.codePointAt(0))].sort(),
  );
});
