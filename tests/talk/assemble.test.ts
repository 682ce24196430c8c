import { describe, expect, test } from 'vitest';
import { checkLayouts } from '../../src/talk/layouts.ts';
import { placed, SVG, talkOf } from './talk-of.ts';

/** The sections of a talk as `number title: slides`. */
function sections(files: Readonly<Record<string, string>>): readonly string[] {
  const { talk } = talkOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`slides/${name}`, text])));
  return talk.sections.map((section) => {
    const slides = talk.slides.filter((slide) => slide.section === section).map(({ number }) => number);
    return `${section.number} ${section.title}: ${slides.join(' ')}`;
  });
}

describe('sections', () => {
  test.each([
    [
      'begin with each outline and are numbered after the opening',
      { '00.md': '# T\n\n## A', '01.md': '# B\n\n## C', '02.md': '# D' },
      ['0 T: 1 2', '1 B: 3 4', '2 D: 5'],
    ],
    [
      'begin with each # of an outline',
      { '00.md': '# T', '01.md': '# A\n\n## B\n\n# C' },
      ['0 T: 1', '1 A: 2 3', '2 C: 4'],
    ],
    [
      'have the title of the front matter',
      { '00.md': '# T', '01.md': '---\nsection: Short\n---\n\n# A long heading\n\n## B' },
      ['0 T: 1', '1 Short: 2 3'],
    ],
    [
      'have the title of the front matter once',
      { '00.md': '---\nsection: Short\n---\n\n# T\n\n# A' },
      ['0 Short: 1', '1 A: 2'],
    ],
    [
      'have no number where no # opens them',
      { '00.md': '# T', '01.md': '## A', '02.md': '# B' },
      ['0 T: 1', '0 : 2', '1 B: 3'],
    ],
    [
      'have the title of the front matter where no # opens them',
      { '00.md': '---\nsection: Short\n---\n\n## A\n\n## B' },
      ['0 Short: 1 2'],
    ],
    [
      'do not count a closing slide that opens with #',
      { '00.md': '# T', '01.md': '# A', '02.md': '# Thanks {.closing}' },
      ['0 T: 1', '1 A: 2', '0 Thanks: 3'],
    ],
    [
      'do not count what is hidden',
      { '00.md': '# T', '01.md': '# A {.hidden}\n\n## B', '02.md': '# C' },
      ['0 T: 1', '0 : 2', '1 C: 3'],
    ],
    [
      'are left out when all of them is hidden',
      { '00.md': '# T', '01.md': '# A {.hidden}', '02.md': '# C' },
      ['0 T: 1', '1 C: 2'],
    ],
    [
      'are told apart when they have one title',
      { '00.md': '# T', '01.md': '# A', '02.md': '# A' },
      ['0 T: 1', '1 A: 2', '2 A: 3'],
    ],
  ])('%s', (_, files: Record<string, string>, expected) => {
    expect(sections(files)).toEqual(expected);
  });
});

describe('hidden slides', () => {
  test('are not in the talk, and the others are numbered without them', () => {
    const { talk } = talkOf({ 'slides/00.md': '# A\n\n## B {.hidden}\n\n## C' });
    expect(talk.slides.map(({ number, title }) => [number, title])).toEqual([
      [1, 'A'],
      [2, 'C'],
    ]);
  });

  test('leave the title to the first that is shown', () => {
    const { talk } = talkOf({ 'slides/00.md': '# A {.hidden}\n\n# B' });
    expect(talk.title).toBe('B');
  });
});

describe('the title of a talk', () => {
  test.each([
    ['is the one it is given', 'title: Given', '# A', 'Given'],
    ['is its first heading', '', 'a\n\n## B *c*', 'B c'],
    ['is that it has none', '', 'a', 'Untitled talk'],
  ])('%s', (_, yaml, outline, title) => {
    expect(talkOf({ 'slides/talk.yaml': yaml, 'slides/00.md': outline }).talk.title).toBe(title);
  });
});

describe('the title of a slide', () => {
  const long = 'word '.repeat(40).trim();

  test.each([
    ['is its heading', '## A *b* [安保]{lang=ja}', 'A b 安保'],
    ['is its whole heading, however long', `## ${long}`, long],
    ['is a number with what it counts', '## 65\n\nyears of *it*', '65 years of it'],
    [
      'is who is quoted and the words',
      '> Keep the lamp trimmed.\n> — A keeper, at the door',
      'A keeper: “Keep the lamp trimmed.”',
    ],
    ['is the first words of a quotation of nobody', '> Keep the lamp trimmed.', 'Keep the lamp trimmed.'],
    ['is the caption of a picture', '![b](c.svg "d")', 'd'],
    ['is the description of a picture without a caption', '![b](c.svg)', 'b'],
    ['is its first words', 'One, *two*.\n\n- `three`\n- four', 'One, two. three four'],
    ['is its number where there are no words', '---\n\n{.blank}', '1'],
    ['is its code where there is nothing else', '```\na b\n```', 'a b'],
  ])('%s', (_, outline, title) => {
    expect(talkOf({ 'slides/00.md': outline, 'slides/c.svg': SVG }).talk.slides[0]?.title).toBe(title);
  });

  test('is shortened between words where it is made of text', () => {
    const title = talkOf({ 'slides/00.md': long }).talk.slides[0]?.title ?? '';
    expect(title.length).toBeLessThanOrEqual(61);
    expect(title).toMatch(/^(?:word )+word…$/);
  });

  test('is shortened in a word that does not end', () => {
    const title = talkOf({ 'slides/00.md': 'x'.repeat(300) }).talk.slides[0]?.title ?? '';
    expect(title).toMatch(/^x{30,60}…$/);
  });
});

describe('a layout', () => {
  const { talk } = talkOf({ 'slides/00.md': '# A\n\n## B {.timelime}\n\n## C {layout=gallery}\n\n## D {.points}' });

  test('that no theme has is an error where it is named, with the nearest name', () => {
    const findings = checkLayouts(talk, ['points', 'timeline', 'title']);
    expect(findings.map(placed)).toEqual(['slides/00.md:3:7 unknown-layout', 'slides/00.md:5:7 unknown-layout']);
    expect(findings.map(({ hint }) => hint)).toEqual([
      'did you mean "timeline"?',
      'known are: points, timeline, title',
    ]);
  });

  test('that the theme adds may be named', () => {
    expect(checkLayouts(talk, ['points', 'timelime', 'gallery'])).toEqual([]);
  });
});

describe('a key on what stands on a slide', () => {
  test.each([
    ['is a language or a step', 'a {lang=ja}\n\n- b {step=1}\n\n[c]{lang=ja}', []],
    ['is unknown on a paragraph', 'a {colour=red}', ['slides/00.md:1:4 unknown-attribute']],
    ['is unknown on an item', '- a {stp=1}', ['slides/00.md:1:6 unknown-attribute']],
    ['is unknown on a passage', '[a]{colour=red}', ['slides/00.md:1:5 unknown-attribute']],
    ['is unknown on a division', '::: {.a colour=red}\nb\n:::', ['slides/00.md:1:9 unknown-attribute']],
    ['is unknown in a note, where nothing comes of it', 'a\n\nNote: b {colour=red}', []],
  ])('%s', (_, outline, found) => {
    expect(talkOf({ 'slides/00.md': outline }).found).toEqual(found);
  });
});

describe('attributes of what stands on a slide', () => {
  test.each([
    ['a paragraph', '# T\n\n## A\n\ntext {stpe=2}', '5:7'],
    ['an item', '# T\n\n## A\n\n- a {colour=red}', '5:6'],
    ['a passage', '# T\n\n## A\n\n[a]{land=ja} b', '5:5'],
  ])('are known, on %s too', (_, text, place) => {
    expect(talkOf({ 'slides/00.md': text }).found).toEqual([`slides/00.md:${place} unknown-attribute`]);
  });

  test('may be a language and a step', () => {
    expect(talkOf({ 'slides/00.md': '# T\n\n## A\n\n- a {step=1}\n\n[b]{lang=ja} c\n' }).found).toEqual([]);
  });
});
