import { describe, expect, test } from 'vitest';
import { migrateText } from './migrate-text.ts';

const migrate = (text: string, fields = '') => migrateText(`---\nmarp: true\n${fields}---\n\n${text}`);

describe('slides are cut', () => {
  test.each([
    ['at ---', 'a\n\n---\n\nb', 'a\n\n---\n\nb\n'],
    ['at *** and ___', 'a\n\n***\n\nb\n\n___\n\nc', 'a\n\n---\n\nb\n\n---\n\nc\n'],
    ['not under a text, which is a heading then', 'a\n---\n\n- b', '## a\n\n- b\n'],
    ['not in a list', '- a\n\n  ---\n\n  b', '- a\n\n  ---\n\n  b\n'],
    ['not at headings', '## A\n\n## B\n\nc', '## A\n\n### B\n\nc\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });

  test.each([
    [
      'up to a level',
      'headingDivider: 2\n',
      '# A\n\n## B\n\n### C\n\n- d\n\n## E',
      '# A\n\n## B\n\n### C\n\n- d\n\n## E\n',
    ],
    ['of some levels', 'headingDivider: [1, 3]\n', '# A\n\n## B\n\n### C', '# A\n\n### B\n\n## C\n'],
  ])('at headings %s', (_, fields, deck, expected) => {
    expect(migrate(deck, fields).text).toBe(expected);
  });

  test('at headings, as a comment says', () => {
    expect(migrate('<!-- headingDivider: 2 -->\n\n## A\n\nb\n\n## C').text).toBe('## A\n\nb\n\n## C\n');
  });
});

describe('a comment', () => {
  test.each([
    ['is a note', '## A\n\n<!-- Say b. -->', '## A\n\nNote:\nSay b.\n'],
    ['of several is several notes', '## A\n\n<!-- b -->\n\n<!-- c -->', '## A\n\nNote:\nb\n\nc\n'],
    ['with a colon is a note', '## A\n\n<!-- Mind: the step -->', '## A\n\nNote:\nMind: the step\n'],
    ['for another program is none', '## A\n\n<!-- prettier-ignore -->\n\nb', '## A\n\nb\n'],
    ['in code is code', '`<!-- a -->`', '`<!-- a -->`\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });
});

describe('directives', () => {
  test.each([
    [
      'a colour for this slide and those after it',
      '<!-- backgroundColor: red -->\n\n## A\n\n---\n\n## B',
      '## A {background=red}\n\n## B {background=red}\n',
    ],
    [
      'a colour for this slide alone',
      '<!-- _backgroundColor: red -->\n\n## A\n\n---\n\n## B',
      '## A {background=red}\n\n## B\n',
    ],
    ['a picture', '<!-- _backgroundImage: url("img/a.png") -->\n\n## A', '## A {background=media/img/a.png}\n'],
    ['page numbers, which a talk has', '<!-- paginate: true -->\n\n## A', '## A\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  test.each([
    ['a class', '_class: lead', 'not-carried: "class: lead" has no counterpart in a talk, and is left out'],
    ['a colour of text', 'color: red', 'not-carried: "color: red" has no counterpart in a talk, and is left out'],
    ['a theme', 'theme: gaia', 'not-carried: "theme: gaia" has no counterpart in a talk, and is left out'],
    [
      'a gradient',
      '_backgroundImage: linear-gradient(red, blue)',
      'not-carried: "backgroundImage: linear-gradient(red, blue)" has no counterpart in a talk, and is left out',
    ],
  ])('%s is said to be lost', (_, directive, said) => {
    expect(migrate(`<!-- ${directive} -->\n\n## A`)).toMatchObject({ text: '## A\n', found: [`5: ${said}`] });
  });

  test('the words of a footer stay as a comment', () => {
    const { text, found } = migrate('<!-- footer: "*Mole* -- 2026" -->\n\n## A');
    expect(text).toBe('## A\n\n<!-- footer: *Mole* - - 2026 -->\n');
    expect(found).toEqual([expect.stringContaining('carried-otherwise: the footer "*Mole* -- 2026"')]);
  });

  test('of the whole deck are fields of the talk', () => {
    const { talk, found } = migrate(
      '# A',
      'title: Lights\nauthor: Ada\nlang: de\nurl: https://e.org\nimage: img/a.png\nkeywords: sea\n',
    );
    expect(Object.fromEntries(talk?.fields ?? [])).toEqual({
      title: 'Lights',
      speaker: 'Ada',
      lang: 'de',
      address: 'https://e.org',
      picture: 'media/img/a.png',
    });
    expect(found).toEqual(['8: not-carried: "keywords: sea" has no counterpart in a talk, and is left out']);
  });
});

describe('pictures', () => {
  test.each([
    ['behind a slide', '## A\n\n![bg](img/a.png)', '## A {background=media/img/a.png}\n'],
    ['behind a slide, a colour', '## A\n\n![bg](#123)', '## A {background=#123}\n'],
    [
      'at the right',
      '## A\n\n![bg right](img/a.png)\n\nb',
      '## A\n\n:::: columns\n\n::: {.column width=50%}\n\nb\n\n:::\n\n::: {.column width=50%}\n\n![](media/img/a.png)\n\n:::\n\n::::\n',
    ],
    [
      'at the left, in a third',
      '## A\n\n![bg left:33% c](img/a.png)\n\nb',
      '## A\n\n:::: columns\n\n::: {.column width=33%}\n\n![c](media/img/a.png)\n\n:::\n\n::: {.column width=67%}\n\nb\n\n:::\n\n::::\n',
    ],
    ['beside nothing', '## A\n\n![bg right](img/a.png)', '## A\n\n![](media/img/a.png)\n'],
    ['of a width', '![w:640 a b](img/a.png)', '![a b](media/img/a.png){width=50%}\n'],
    ['without a width', '![a](img/a.png)', '![a](media/img/a.png)\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  test.each([
    ['a filter', '![sepia:50% a](img/a.png)', '![a](media/img/a.png)\n', '"sepia:50%" of a picture'],
    ['a height', '![h:30 a](img/a.png)', '![a](media/img/a.png)\n', '"h:30" of a picture'],
    [
      'how a background fits',
      '![bg fit](img/a.png)\n\na',
      '{background=media/img/a.png}\n\na\n',
      '"fit" of a background',
    ],
    [
      'the caption of a background',
      '![bg a sea](img/a.png)\n\na',
      '{background=media/img/a.png}\n\na\n',
      'the caption "a sea" of a background',
    ],
    [
      'the width of one in a line',
      'a ![w:64 b](img/a.png)',
      'a ![b](media/img/a.png)\n',
      'the width of a picture in a line',
    ],
  ])('%s is said to be lost', (_, deck, expected, said) => {
    expect(migrate(deck)).toMatchObject({
      text: expected,
      found: [`5: not-carried: ${said} has no counterpart in a talk, and is left out`],
    });
  });
});

describe('lists', () => {
  test.each([
    ['with * come item by item', '* a\n* b\n  * c', '* a {.step}\n* b {.step}\n  * c {.step}\n'],
    ['with 1) come item by item', '1) a\n2) b', '1) a {.step}\n2) b {.step}\n'],
    ['with - or 1. are there', '- a\n\n1. b', '- a\n\n1. b\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });
});

test('a line "Note:" is text', () => {
  expect(migrate('Note: a').text).toBe('Note\\: a\n');
});

test('a link to a slide by its number leads there', () => {
  expect(migrate('[a](#2)\n\n---\n\n## B').text).toBe('[a](#slide-2)\n\n## B {#slide-2}\n');
});
