import { describe, expect, test } from 'vitest';
import type { FieldValue, Slide } from '../../src/outline/types.ts';
import { declare } from '../declared.ts';
import { blocksHtml, contentHtml, outlineOf } from './outline-of.ts';

const PROFILE = declare('profile', {
  role: 'text',
  born: 'number',
  retired: 'flag',
  portrait: 'picture',
  words: 'html',
  facts: 'list',
});

function shown(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'flag':
      return value.isSet;
    case 'picture':
      return value.figure?.image.src ?? null;
    case 'html':
      return blocksHtml(value.blocks);
    case 'list':
      return value.boxes.map(({ blocks }) => blocksHtml(blocks)).join('|');
  }
}

/** The first slide of a text: its layout, its fields, its body, and what was found. */
function read(text: string, declared = PROFILE) {
  const { outline, found } = outlineOf(text, false, declared);
  const [slide] = outline.slides;
  if (!slide) throw new Error('there is no slide');
  return { layout: slide.layout.name, fields: fieldsOf(slide), body: contentHtml(slide.content), found, slide };
}

function fieldsOf({ fields }: Slide): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...fields].map(([name, value]) => [name, shown(value)]));
}

const EMPTY = { role: '', born: 0, retired: false, portrait: null, words: '', facts: '' };

describe('the fields that a layout declares', () => {
  test('all have a value on a slide that fills none', () => {
    expect(read('## A {.profile}\n\ntext')).toMatchObject({ fields: EMPTY, body: '<p>text</p>', found: [] });
  });

  test.each([
    ['a text after the heading', '## A {.profile role="First _minister_"}', { role: 'First _minister_' }, ''],
    ['a text in a line of attributes', '---\n\n{.profile role=Keeper}\n\nb', { role: 'Keeper' }, '<p>b</p>'],
    ['a number', '## A {.profile born=1842}', { born: 1842 }, ''],
    ['a number with a sign and decimals', '## A {.profile born=-0.5}', { born: -0.5 }, ''],
    ['a flag, whether it stands before its layout or after it', '## A {.retired .profile}', { retired: true }, ''],
    ['a picture', '## A {.profile}\n\na\n\n![x](p.svg){.portrait}\n\nb', { portrait: 'p.svg' }, '<p>a</p><p>b</p>'],
    [
      'the first of two pictures, and the other stays',
      '## A {.profile}\n\n![x](p.svg){.portrait}\n\n![y](q.svg){.portrait}',
      { portrait: 'p.svg' },
      '<figure class="picture portrait" role="group"><img src="q.svg" alt="y"></figure>',
    ],
    [
      'a box, whole',
      '## A {.profile}\n\n::: {.words #w lang=ja}\na\n:::',
      { words: '<div id="w" class="words" lang="ja"><p>a</p></div>' },
      '',
    ],
    [
      'blocks of any kind with the class, in their order',
      '## A {.profile}\n\none {.words}\n\nrest\n\n### two {.words}',
      { words: '<p class="words">one</p><h3 class="words">two</h3>' },
      '<p>rest</p>',
    ],
    [
      'the lists of boxes',
      '## A {.profile}\n\n::: facts\n- a\n- b\n:::\n\n::: facts\n1. c\n:::',
      { facts: '<ul><li>a</li><li>b</li></ul>|<ol><li>c</li></ol>' },
      '',
    ],
    [
      'what stands at the top alone: what is in a box stays in it',
      '## A {.profile}\n\n::: other\na {.words}\n:::',
      {},
      '<div class="other"><p class="words">a</p></div>',
    ],
  ])('take %s', (_, text, fields, body) => {
    expect(read(text)).toMatchObject({ layout: 'profile', fields: { ...EMPTY, ...fields }, body, found: [] });
  });

  test('share no block: the one that is declared first has it', () => {
    const declared = declare('profile', { one: 'html', two: 'html' });
    expect(read('## A {.profile}\n\na {.two .one}', declared).fields).toEqual({
      one: '<p class="two one">a</p>',
      two: '',
    });
  });

  test('are those of the layout of a slide alone', () => {
    expect(read('## A {.gallery}\n\na {.words}')).toMatchObject({
      fields: {},
      body: '<p class="words">a</p>',
      found: [],
    });
  });

  test('are there for a layout that the outline chooses for all its slides, flags among them', () => {
    const { layout, fields, found } = read('---\nlayout: profile\n---\n\n## A {.retired role=b}');
    expect({ layout, fields, found }).toEqual({
      layout: 'profile',
      fields: { ...EMPTY, retired: true, role: 'b' },
      found: [],
    });
  });

  test('are taken from a layout of Rostrum before its own content, which must be there all the same', () => {
    const declared = declare('figure', { badge: 'picture', note: 'html' });
    const pictures = '![x](badge.svg){.badge}\n\n![y](main.svg)\n\nz {.note}';
    expect(read(`## A {.figure}\n\n${pictures}`, declared)).toMatchObject({
      fields: { badge: 'badge.svg', note: '<p class="note">z</p>' },
      body: '<figure class="picture" role="group"><img src="main.svg" alt="y"></figure>',
      found: [],
    });
    expect(read('## A {.figure}\n\n![x](badge.svg){.badge}', declared).found).toEqual(['1:7 layout-needs']);
  });

  test('do not change which layout is inferred', () => {
    const declared = declare('points', { portrait: 'picture' });
    expect(read('## A\n\na\n\n![x](p.svg){.portrait}', declared)).toMatchObject({
      layout: 'points',
      fields: { portrait: 'p.svg' },
      body: '<p>a</p>',
    });
    expect(read('## A\n\n![x](p.svg){.portrait}', declared)).toMatchObject({ layout: 'figure', fields: {} });
  });
});

describe('what cannot fill a field is an error where it stands', () => {
  test.each([
    ['a number that is none', '## A {.profile born=later}', ['1:16 wrong-field']],
    ['a number of hundreds of digits', `## A {.profile born=${'9'.repeat(400)}}`, ['1:16 wrong-field']],
    ['a second value', '## A {.profile role=a role=b}', ['1:23 wrong-field']],
    ['a flag with a value', '## A {.profile retired=yes}', ['1:16 wrong-field']],
    ['a block for a text', '## A {.profile}\n\nb {.role}', ['3:1 wrong-field']],
    ['a block for a number', '## A {.profile}\n\nb {.born}', ['3:1 wrong-field']],
    ['words for a picture', '## A {.profile portrait=a.svg}', ['1:16 wrong-field']],
    ['a box for a picture', '## A {.profile}\n\n::: portrait\n![x](p.svg)\n:::', ['3:1 wrong-field']],
    ['words for a box', '## A {.profile words=a}', ['1:16 wrong-field']],
    ['a box with more than a list', '## A {.profile}\n\n::: facts\na\n\n- b\n:::', ['3:1 wrong-field']],
    ['a paragraph for a list', '## A {.profile}\n\nb {.facts}', ['3:1 wrong-field']],
    ['an attribute that no field has', '## A {.profile rolle=a}', ['1:16 unknown-attribute']],
    ['a field of another layout', '## A {.gallery role=a}', ['1:16 unknown-attribute']],
    ['a class that is no flag', '## A {.profile .retird}', ['1:16 two-layouts']],
  ])('%s', (_, text, found) => {
    expect(read(text).found).toEqual(found);
  });

  test('and stays on the slide', () => {
    expect(read('## A {.profile}\n\nb {.role}').body).toBe('<p class="role">b</p>');
  });

  test('and says what the field takes, or what was meant', () => {
    const said = (text: string) => findingsOf(text).map(({ message, hint }) => `${message} | ${hint}`);
    expect(said('## A {.profile born=later}')).toEqual([
      'the field "born" takes one number in the braces after the heading: born=12 | write it so, or call this otherwise',
    ]);
    expect(said('## A {.profile rolle=a}')).toEqual(['a slide has no attribute called "rolle" | did you mean "role"?']);
    expect(said('## A {.profile facs=a}')[0]).not.toContain('facts');
    expect(said('## A {.profile .retird}')).toEqual([
      'a slide has one layout, and this one names "profile" and "retird" | did you mean "retired"?',
    ]);
  });

  function findingsOf(text: string) {
    return outlineOf(text, false, PROFILE).findings;
  }
});

describe('a field that is required', () => {
  test.each([
    ['text', '## A {.profile}', '## A {.profile x=b}'],
    ['number', '## A {.profile}', '## A {.profile x=0}'],
    ['picture', '## A {.profile}', '## A {.profile}\n\n![b](c.svg){.x}'],
    ['html', '## A {.profile}', '## A {.profile}\n\nb {.x}'],
    ['list', '## A {.profile}', '## A {.profile}\n\n::: x\n- b\n:::'],
  ] as const)('%s must be there', (kind, without, filled) => {
    const declared = declare('profile', { x: `${kind}!` });
    expect(read(`# P\n\n${without}`, declared).found).toEqual(['3:1 layout-needs']);
    expect(read(filled, declared).found).toEqual([]);
  });

  test('and has words in it', () => {
    expect(read('## A {.profile x=""}', declare('profile', { x: 'text!' })).found).toEqual(['1:1 layout-needs']);
  });

  test('is one mistake where it is there and wrong', () => {
    expect(read('## A {.profile x=b}', declare('profile', { x: 'number!' })).found).toEqual(['1:16 wrong-field']);
  });

  test('is missed where its slide begins when that has no heading', () => {
    expect(read('# P\n\n---\n\n{.profile}\n\nb', declare('profile', { x: 'html!' })).found).toEqual([
      '3:1 layout-needs',
    ]);
  });
});

describe('steps in fields', () => {
  test('are counted with those of the slide, in the order of the text', () => {
    const text =
      '## A {.profile}\n\n- a {.step}\n\n::: facts\n- b {.step}\n:::\n\n![x](p.svg){.portrait .step}\n\n- c {.step}';
    const { slide, found } = read(text);
    expect(found).toEqual([]);
    expect(slide.steps.count).toBe(4);
    const facts = slide.fields.get('facts');
    const portrait = slide.fields.get('portrait');
    const item =
      facts?.kind === 'list' && facts.boxes[0]?.blocks[0]?.kind === 'list' && facts.boxes[0].blocks[0].items[0];
    expect(item && slide.steps.spans.get(item)).toEqual({ first: 2, last: null });
    expect(portrait?.kind === 'picture' && portrait.figure && slide.steps.spans.get(portrait.figure)).toEqual({
      first: 3,
      last: null,
    });
  });

  test('are shown also where the layout shows its own content at once', () => {
    const declared = declare('quote', { note: 'html' });
    expect(read('## A {.quote}\n\n> a\n\nb {.note .step}', declared).found).toEqual([]);
    expect(read('## A {.quote}\n\n> - a {.step}\n\nb {.note}', declared).found).toEqual(['3:3 steps-at-once']);
  });
});
