import { describe, expect, test } from 'vitest';
import { talkFacts } from '../../src/view/facts.ts';
import { talkOf } from '../talk/talk-of.ts';

/** The agenda as each slide sees it: what is past in lower case, the present between signs, the future in upper case. */
function agendas(outlines: Record<string, string>): readonly string[] {
  const { talk } = talkOf(outlines);
  const facts = talkFacts(talk);
  const shown = {
    past: (t: string) => t.toLowerCase(),
    present: (t: string) => `>${t}<`,
    future: (t: string) => t.toUpperCase(),
  };
  return talk.slides.map((slide) =>
    facts(slide)
      .agenda.map(({ title, state }) => shown[state](title))
      .join(' '),
  );
}

describe('the agenda', () => {
  test('has the parts of the talk, and knows where each slide is', () => {
    const outline = '# Talk\n\n## x\n\n# Lamps\n\n## y\n\n# Tower\n\n# End {.closing}';
    expect(agendas({ 'slides/00.md': outline })).toEqual([
      'LAMPS TOWER',
      'LAMPS TOWER',
      '>Lamps< TOWER',
      '>Lamps< TOWER',
      'lamps >Tower<',
      'lamps tower',
    ]);
  });

  test('has sections that only their outline names', () => {
    const files = {
      'slides/00.md': '---\nsection: Lamps\n---\n\n## x',
      'slides/01.md': '---\nsection: Tower\n---\n\n## y',
    };
    expect(agendas(files)).toEqual(['>Lamps< TOWER', 'lamps >Tower<']);
  });

  test('leads to the first slide of each part', () => {
    const { talk } = talkOf({ 'slides/00.md': '# Talk\n\n# Lamps {#one}\n\n# Tower' });
    const [first] = talk.slides.map(talkFacts(talk));
    expect(first?.agenda.map(({ id }) => id)).toEqual(['one', 'tower']);
  });
});

test('questions are counted over the whole talk', () => {
  const quiz = '## Which? {.quiz}\n\n- [x] a\n- [ ] b\n\n';
  const { talk } = talkOf({ 'slides/00.md': quiz + quiz });
  expect(talk.slides.map(talkFacts(talk)).map(({ questionCount }) => questionCount)).toEqual([2, 2]);
});
