import { describe, expect, test } from 'vitest';
import { viewNotes } from '../../src/view/notes.ts';
import { selectSlides } from '../../src/view/select-slides.ts';
import { readSlideChoices } from '../../src/view/slide-choice.ts';
import { viewTalk } from '../../src/view/view.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from './surroundings.ts';

const OUTLINES = {
  'slides/00-opening.md':
    '# Lights {#talk}\n\n## Why {#why}\n\nSee [the tower](#tower), [why](#why) and [a mark](#mark).\n',
  'slides/01-lamps.md': `# Lamps {#lamps}

## The tower {#tower}

- High[^1]

[^1]: As [the buoy](#buoy) says.

::: notes
Go back to [why](#why), on to [the buoy](#buoy).
:::

::: handout
Read [the end](#end).
:::

## The lens {#lens}

- Clear, see [the tower](#tower)
`,
  'slides/02-marks.md': `# Marks {#marks}

## The buoy {#buoy}

[A passage]{#mark}, and [a host](https://example.org/#tower)

## The end {.closing #end}
`,
};
const ALL = ['talk', 'why', 'lamps', 'tower', 'lens', 'marks', 'buoy', 'end'];

/** The talk with these slides alone, and what was found. */
function select(list: string) {
  const { talk } = talkOf(OUTLINES);
  const surroundings = plainSurroundings();
  const whole = { view: viewTalk(talk, surroundings), notes: viewNotes(talk, surroundings) };
  const choices = readSlideChoices(list);
  if (typeof choices === 'string') throw new Error(choices);
  const { value, findings } = selectSlides(whole, choices);
  const found = findings.map(({ rule, message, hint }) => `${rule}: ${message} (${hint})`);
  return { whole, ...value, found, ids: value.view.slides.map(({ slide }) => slide.id) };
}

/** The links of some HTML, with the address of each; '' for one that has none. */
function linksIn(html: unknown): readonly string[] {
  const links = String(html).matchAll(/<a\b(?:[^>]*?\shref="([^"]*)")?[^>]*>(.*?)<\/a>/g);
  return [...links].map(([, address = '', words]) => `${words} ${address}`.trim());
}

describe('slides are chosen', () => {
  test.each([
    ['1-', ALL],
    ['4', ['tower']],
    ['-2', ['talk', 'why']],
    ['7-', ['buoy', 'end']],
    ['tower', ['tower']],
    ['lamps', ['lamps', 'tower', 'lens']],
    ['talk', ['talk', 'why']],
    ['lens,2-4,lens,tower', ['why', 'lamps', 'tower', 'lens']],
    ['end,1', ['talk', 'end']],
  ])('by %s, in the order of the talk', (list, ids) => {
    const selected = select(list);
    expect(selected.ids).toEqual(ids);
    expect(selected.found).toEqual([]);
  });

  test.each([
    [
      '9',
      'no-such-slide: there is no slide 9, by which slides are chosen (the talk has 8 slides, the last of which is 8)',
    ],
    [
      '3-40',
      'no-such-slide: there is no slide 40, by which slides are chosen (the talk has 8 slides, the last of which is 8)',
    ],
    [
      '12-',
      'no-such-slide: there is no slide 12, by which slides are chosen (the talk has 8 slides, the last of which is 8)',
    ],
    [
      'towre',
      'no-such-slide: no slide and no section has the id "towre", by which slides are chosen (did you mean "tower"?)',
    ],
    [
      'mark',
      'no-such-slide: no slide and no section has the id "mark", by which slides are chosen (did you mean "marks"?)',
    ],
  ])('but not by %s, which is not there', (list, finding) => {
    expect(select(list).found).toEqual([finding]);
  });

  test('and all that are not there are told at once', () => {
    expect(select('1,9,quux').found.length).toBe(2);
  });
});

describe('of the slides that are left', () => {
  test('each says of the talk what it did: number, section and count', () => {
    const { view, whole } = select('buoy');
    expect(view.talk).toBe(whole.view.talk);
    expect(view.slides[0]?.slide.number).toBe(7);
    expect(view.slides[0]?.section).toBe(whole.view.slides[6]?.section);
  });

  test('each has its own notes', () => {
    const { notes } = select('why,tower');
    expect(notes?.slides.map(({ speaker }) => speaker.length)).toEqual([0, 1]);
  });

  test('links to slides that are there stay, and so do those to other hosts', () => {
    const { view } = select('tower,lens,buoy');
    expect(linksIn(view.slides[1]?.slide.body)).toEqual(['the tower #tower']);
    expect(linksIn(view.slides[2]?.slide.body)).toEqual(['a host https://example.org/#tower']);
  });

  test('links to slides that are not there, or to what is on them, keep their words alone', () => {
    const { view } = select('why');
    expect(linksIn(view.slides[0]?.slide.body)).toEqual(['the tower', 'why #why', 'a mark']);
  });

  test('so do links in footnotes, in handouts and in the notes of the speaker', () => {
    const { view, notes } = select('tower');
    const [scene] = view.slides;
    expect(linksIn(scene?.slide.footnotes[0]?.text)).toEqual(['the buoy']);
    expect(linksIn(scene?.handout)).toEqual(['the end']);
    expect(linksIn(notes?.slides[0]?.speaker[0]?.html)).toEqual(['why', 'the buoy']);
    // The mark of its footnote leads to the same slide.
    expect(linksIn(scene?.slide.body).every((link) => link.includes('#'))).toBe(true);
  });

  test('the talk as it was is not changed', () => {
    const { whole } = select('why');
    expect(linksIn(whole.view.slides[1]?.slide.body)).toEqual(['the tower #tower', 'why #why', 'a mark #mark']);
  });
});
