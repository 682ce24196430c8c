import { describe, expect, test } from 'vitest';
import { viewNotes } from '../../src/view/notes.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from './surroundings.ts';

/** The notes of a talk as the speaker's window has them, HTML as text. */
function notesOf(outline: string, yaml = '') {
  const { talk } = talkOf({ 'slides/talk.yaml': yaml, 'slides/00.md': outline });
  return viewNotes(talk, plainSurroundings());
}

const partsOf = (outline: string) =>
  notesOf(outline).slides.map(({ speaker }) => speaker.map(({ step, html }) => [step, String(html)]));

describe('the notes of a slide', () => {
  test('are one part when they belong to no step', () => {
    expect(partsOf('# A\n\nNote:\nb\n\nc')).toEqual([[[null, '<p>b</p><p>c</p>']]]);
  });

  test('are parted by the steps that they belong to', () => {
    const outline = '# A {.steps}\n\n- b\n- c\n\nNote:\nd\n\n. . .\n\ne\n\nf\n\ng {step=2}';
    expect(partsOf(outline)).toEqual([
      [
        [null, '<p>d</p>'],
        [0, '<p>e</p><p>f</p>'],
        [1, '<p>g</p>'],
      ],
    ]);
  });

  test('keep what is private apart, and have nothing of the handout', () => {
    const [slide] = notesOf('# A\n\nNote: b\n\n::: private\nc\n:::\n\n::: handout\nd\n:::').slides;
    expect([slide?.speaker.map(({ html }) => String(html)), String(slide?.private)]).toEqual([
      ['<p>b</p>'],
      '<p>c</p>',
    ]);
  });

  test('are empty where there are none', () => {
    expect(notesOf('# A').slides).toEqual([{ speaker: [], private: '' }]);
  });
});

describe('the plan', () => {
  test('names each section, by its first slide where it has no title, and where it begins', () => {
    const { plan, timeSeconds } = notesOf('## A\n\n## B\n\n# C', 'time: 3m');
    expect(plan).toEqual([
      { title: 'A', first: 0, slideCount: 2, timeSeconds: 120 },
      { title: 'C', first: 2, slideCount: 1, timeSeconds: 60 },
    ]);
    expect(timeSeconds).toBe(180);
  });

  test('takes as long as its sections when the talk does not say', () => {
    expect(notesOf('---\ntime: 2m\n---\n\n# A').timeSeconds).toBe(120);
  });
});
