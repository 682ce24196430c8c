import { describe, expect, test } from 'vitest';
import { fieldsOfLayout } from '../../src/text/declared-layouts.ts';
import { Html } from '../../src/text/html.ts';
import { slideShapes } from '../../src/view/contract.ts';
import { slideShapeOf, whyNotFieldName } from '../../src/view/declared.ts';
import { viewTalk } from '../../src/view/view.ts';
import { declare } from '../declared.ts';
import { SVG, talkOf } from '../talk/talk-of.ts';
import { differences } from './differences.ts';
import { plainSurroundings } from './surroundings.ts';

const KINDS = {
  role: 'text',
  born: 'number',
  retired: 'flag',
  portrait: 'picture',
  words: 'html',
  facts: 'list',
} as const;
const PROFILE = declare('profile', KINDS);

const FULL = `## Ida {.profile .retired role="Keeper & rower" born=1842}

![Ida](p.svg "After a print"){.portrait #ida lang=ar width=60% credit="The museum" step=2}

::: {.words #said lang=ja}
Said[^a]
:::

::: {.facts #deeds lang=he}
- Rowed {.step}
- [x] *Saved* {#saved .mark}
:::

Rest[^b]

[^a]: One
[^b]: Two
`;

/** The slides of an outline with all HTML as text, and the differences of each from the shape of its layout. */
function view(outline: string, declared = PROFILE) {
  const files = { 'slides/talk.yaml': 'title: T', 'slides/00.md': outline, 'slides/p.svg': SVG };
  const { talk, found } = talkOf(files, '.', declared);
  const { slides } = viewTalk(talk, plainSurroundings({ pictureUrl: (src) => `assets/${src}` }));
  return {
    found,
    slides: slides.map(({ slide }) => slide),
    texts: slides.map(({ slide }) => plain(slide) as Record<string, unknown>),
    unlike: slides.flatMap(({ slide }) =>
      differences(slide, slideShapeOf(slide.layout, fieldsOfLayout(declared, slide.layout)), slide.id),
    ),
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) => (inner instanceof Html ? inner.toHTML() : inner)));
}

describe('a slide has the fields that its layout declares', () => {
  test('each as its shape is, filled or empty, beside those of every slide', () => {
    const { slides, unlike, found } = view(`${FULL}\n## B {.profile}\n\nb\n\n## C\n\nc`);
    expect(found).toEqual([]);
    expect(unlike).toEqual([]);
    expect(slides.map((slide) => Object.keys(slide).filter((name) => name in KINDS).length)).toEqual([6, 6, 0]);
  });

  test('empty where it says nothing', () => {
    expect(view('## A {.profile}').texts[0]).toMatchObject({
      role: '',
      born: 0,
      retired: false,
      portrait: null,
      words: '',
      facts: [],
    });
  });

  test('with language, ids, steps, footnotes and addresses as everywhere', () => {
    const [slide] = view(FULL).texts;
    const note = (id: number) =>
      `<sup class="footnote-mark" data-label><a href="#footnote-1-${id}" role="doc-noteref">${id}</a></sup>`;
    expect(slide).toMatchObject({
      role: 'Keeper & rower',
      born: 1842,
      retired: true,
      portrait: {
        src: 'assets/p.svg',
        alt: 'Ida',
        id: 'ida',
        width: '60%',
        caption: 'After a print <span class="credit">The museum</span>',
        lang: 'ar',
        dir: 'rtl',
        step: '2',
      },
      words: `<div id="said" class="words" lang="ja"><p>Said${note(1)}</p></div>`,
      body: `<p>Rest${note(2)}</p>`,
    });
    expect(slide?.facts).toEqual([
      { text: '<div id="deeds" lang="he" dir="rtl">Rowed</div>', step: '1' },
      {
        text: '<div lang="he" dir="rtl"><div id="saved" class="mark"><span class="task is-done" role="img" aria-label="done"></span><em>Saved</em></div></div>',
        step: '',
      },
    ]);
  });

  test('with the step of the box where an item has none of its own', () => {
    const [slide] = view('## A {.profile}\n\na\n\n. . .\n\n::: {.facts}\n- b\n- c {.step}\n:::').texts;
    expect(slide?.facts).toEqual([
      { text: 'b', step: '1' },
      { text: 'c', step: '2' },
    ]);
  });

  test('beside those of a layout of Rostrum', () => {
    const declared = declare('quote', { portrait: 'picture' });
    const { texts, unlike } = view('## A {.quote}\n\n> b\n> — C, d\n\n![e](p.svg){.portrait}', declared);
    expect(unlike).toEqual([]);
    expect(texts[0]).toMatchObject({ quote: '<p>b</p>', speaker: 'C', portrait: { src: 'assets/p.svg' }, body: '' });
  });
});

test('the text of fields counts for the density of a slide, as it would in its body', () => {
  const lines = (name: string) => `::: ${name}\n${'- a\n'.repeat(9)}:::`;
  const densities = (text: string) => view(text).slides.map(({ density }) => density);
  expect(densities(`## A {.profile}\n\n${lines('facts')}`)).toEqual(['high']);
  expect(densities(`## A {.profile}\n\n${lines('words')}`)).toEqual(['high']);
  expect(densities('## A {.profile}\n\n![x](p.svg){.portrait}')).toEqual(['low']);
});

test('a picture is not alone on a slide that has other fields', () => {
  const declared = declare('figure', { note: 'text' });
  const alone = (text: string) => view(text, declared).texts[0]?.isAlone;
  expect(alone('---\n\n{.figure}\n\n![x](p.svg)')).toBe(true);
  expect(alone('---\n\n{.figure note=a}\n\n![x](p.svg)')).toBe(false);
});

describe('the shape of a layout', () => {
  test('is that of Rostrum, or of points, where it declares nothing', () => {
    expect(slideShapeOf('quote', [])).toBe(slideShapes.quote);
    expect(slideShapeOf('gallery', [])).toBe(slideShapes.points);
    expect(slideShapeOf('toString', [])).toBe(slideShapes.points);
  });

  test('says of each field what the layout says of it', () => {
    const shape = slideShapeOf('profile', fieldsOfLayout(PROFILE, 'profile'));
    expect(Object.keys(shape.fields)).toEqual([...Object.keys(slideShapes.points.fields), ...Object.keys(KINDS)]);
    for (const name of Object.keys(KINDS)) expect(shape.fields[name]?.about).toBe(`about ${name}`);
  });
});

describe('a field cannot be called', () => {
  test.each([
    ['what every slide has', 'profile', 'heading', '"slide.heading" is something else already'],
    ['what its layout of Rostrum has', 'timeline', 'events', '"slide.events" is something else already'],
    ['as its layout is', 'profile', 'profile', 'that is the name of its layout'],
    ['a key of every slide', 'profile', 'background', 'outlines and decks have that word for something else'],
    ['a flag of every slide', 'profile', 'hidden', 'outlines and decks have that word for something else'],
    ['a kind of notes', 'profile', 'private', 'outlines and decks have that word for something else'],
    ['a class of the deck', 'profile', 'past', 'outlines and decks have that word for something else'],
    ['a step', 'profile', 'step', 'outlines and decks have that word for something else'],
    ['a number', 'profile', '1st', 'a name begins with a letter, and has letters, digits, "-" and "_"'],
    ['more than a word', 'profile', 'born in', 'a name begins with a letter, and has letters, digits, "-" and "_"'],
  ])('%s', (_, layout, name, why) => {
    expect(whyNotFieldName(layout, name)).toBe(why);
  });

  test.each([
    ['profile', 'events'],
    ['profile', 'born-in'],
    ['quote', 'portrait'],
  ])('in the layout %s, but it can be called %s', (layout, name) => {
    expect(whyNotFieldName(layout, name)).toBe('');
  });
});
