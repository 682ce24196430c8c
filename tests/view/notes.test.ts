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
        [1, '<p>e</p><p>f</p>'],
        [2, '<p>g</p>'],
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

describe('the footnotes of notes', () => {
  const FOOT = '\n\n[^a]: on the slide\n[^b]: said\n[^c]: kept\n';

  test('stand under the notes that mark them, numbered on from those of the slide', () => {
    const [slide] = notesOf(
      `# A\n\nText[^a]\n\nNote: b[^b], and again[^a]\n\n::: private\nc[^c], d[^b]\n:::${FOOT}`,
    ).slides;
    const [part] = slide?.speaker ?? [];
    const [said, kept] = [String(part?.html), String(slide?.private)];
    expect(said).toMatch(/href="#footnote-1-2"[^>]*>2<.*href="#footnote-1-1"[^>]*>1</s);
    expect(said).toMatch(/<li id="footnote-1-2">.*said/s);
    expect(said).not.toMatch(/on the slide|kept/);
    expect(kept).toMatch(/href="#footnote-1-3"[^>]*>3<.*href="#footnote-1-2"[^>]*>2</s);
    expect(kept).toMatch(/<li id="footnote-1-3">.*kept/s);
    expect(kept.match(/<li id=/g)).toHaveLength(1);
  });

  test('stand under the last part of notes that are parted by steps', () => {
    const [parts] = partsOf(`# A {.steps}\n\n- b\n\nNote:\nc[^b]\n\n. . .\n\nd${FOOT}`);
    expect(parts?.map(([, html]) => String(html).includes('class="footnotes"'))).toEqual([false, true]);
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
