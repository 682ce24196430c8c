import { describe, expect, test } from 'vitest';
import { findSlides, findTerms, type SearchedSlide } from '../../src/client/controls/find-slides.ts';
import { foldText } from '../../src/client/controls/fold-text.ts';

describe('a text as it is compared', () => {
  test.each([
    ['case', 'HARBOUR', 'harbour'],
    ['accents', 'Čapek à Köln, ångström, Ελλάδα', 'capek a koln, angstrom, ελλαδα'],
    ['accents that are characters of their own', 'cafe\u0301', 'cafe'],
    ['ß and both forms of sigma', 'Straße ΣΊΣΥΦΟΣ', 'strasse σισυφοσ'],
    ['wide and narrow forms', 'Ｒｏｓｔｒｕｍ ﾗｲﾄ', 'rostrum ライト'],
    ['kinds of spaces, dashes and quotation marks', '“a”\u00a0–\n\n‘b’', '"a" - \'b\''],
    ['soft hyphens and joiners', 'light\u00adhouse\u200b', 'lighthouse'],
  ])('has no %s', (_, text, expected) => {
    expect(foldText(text).text).toBe(expected);
  });

  test('keeps the marks of kana, which make other syllables', () => {
    expect(foldText('ガ').text).not.toContain(foldText('カ').text);
  });

  test('says where each of its characters was', () => {
    const text = '  Straße 👋 cafe\u0301';
    const places = findTerms(foldText(text), ['strasse', '👋', 'cafe']);
    expect(places.map(([from, to]) => text.slice(from, to))).toEqual(['Straße', '👋', 'cafe\u0301']);
  });
});

const slides: readonly SearchedSlide[] = [
  [
    'Openings',
    'Fog over the harbour, and a long story about how the keepers came to their lamps, night after night after night.',
  ],
  ['The harbour', 'Lamps'],
  ['Three', 'A lamp and 2 horns'],
].map(([title = '', text = ''], index) => ({ index, title: foldText(title), text: foldText(text) }));

describe('the slides that are found', () => {
  test.each([
    ['nothing', '  ', []],
    ['all words, in any order', 'lamps fog', [0]],
    ['titles first', 'harbour', [1, 0]],
    ['the number first', '2', [1, 2]],
    ['no pattern', '.*', []],
  ])('have %s', (_, query, expected) => {
    expect(findSlides(slides, query).map(({ index }) => index)).toEqual(expected);
  });

  test('are shown with the words around the first that was found, whole', () => {
    const [found] = findSlides(slides, 'keepers');
    expect(found?.excerpt).toEqual([
      { text: '… ', isFound: false },
      { text: 'and a long story about how the ', isFound: false },
      { text: 'keepers', isFound: true },
      { text: ' came to their lamps, night after night after night.', isFound: false },
    ]);
  });
});
