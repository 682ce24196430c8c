import { describe, expect, test } from 'vitest';
import { Html } from '../../src/text/html.ts';
import { type HandoutForm, viewHandoutPrint } from '../../src/view/handout-print.ts';
import { viewTalk } from '../../src/view/view.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from './surroundings.ts';

const WORDS = { slide: 'Slide {number} of {count}', answers: 'Answers', links: 'Links', sources: 'Sources' };
const OUTLINE = `# One

## Two {.quiz}

- [ ] Green
  - That is starboard.
- [x] Red
  - So says the rule.

::: handout
See [the rule](https://example.org/rule?a=1&b=2).
:::

# Three

## Four[^1]

- b

[^1]: A list of lights.
`;

/** A handout of the outline, HTML as text. */
function handoutOf(form: Partial<HandoutForm> = {}, drawing = '') {
  const { talk } = talkOf({ 'slides/00.md': OUTLINE });
  const view = viewTalk(talk, plainSurroundings());
  const drawings = view.slides.map(() => new Html(drawing));
  const whole: HandoutForm = { perSheet: 3, side: 'none', hasLines: false, hasNotes: false, ...form };
  const print = viewHandoutPrint(view, drawings, whole, null, WORDS);
  return JSON.parse(JSON.stringify(print, (_, value) => (value instanceof Html ? String(value) : value)));
}

describe('a handout', () => {
  test('has as many slides on a sheet as asked for, under the section of the first', () => {
    const { sheets } = handoutOf();
    expect(
      sheets.map(({ section, cells }: { section: string; cells: readonly { id: string }[] }) => [
        section,
        cells.map(({ id }) => id),
      ]),
    ).toEqual([
      ['One', ['one', 'two', 'three']],
      ['Three', ['four']],
    ]);
  });

  test('has notes only when they are asked for', () => {
    const notesOf = (form: Partial<HandoutForm>) => handoutOf({ perSheet: 9, ...form }).sheets[0].cells[1].notes;
    expect(notesOf({})).toBe('');
    expect(notesOf({ hasNotes: true })).toContain('the rule');
  });

  test('has the right answers of each question', () => {
    expect(handoutOf().answers).toEqual([
      {
        id: 'two',
        title: 'Two',
        position: 'Slide 2 of 4',
        answers: [{ text: 'Red', feedback: 'So says the rule.' }],
      },
    ]);
  });

  test('has each address once, in full, and what footnotes say', () => {
    const { links, sources } = handoutOf({}, '<a class="b" href="https://example.org/a">a</a><a href="#one">1</a>');
    expect(links).toEqual([
      { address: 'https://example.org/a', id: 'one', position: 'Slide 1 of 4' },
      { address: 'https://example.org/rule?a=1&b=2', id: 'two', position: 'Slide 2 of 4' },
    ]);
    expect(sources).toEqual(['A list of lights.']);
  });
});
