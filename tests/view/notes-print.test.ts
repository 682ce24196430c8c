import { describe, expect, test } from 'vitest';
import { Html } from '../../src/text/html.ts';
import { NOTE_KINDS, type NoteKind } from '../../src/view/note-kinds.ts';
import { viewNotes } from '../../src/view/notes.ts';
import { viewNotesPrint } from '../../src/view/notes-print.ts';
import { viewTalk } from '../../src/view/view.ts';
import { talkOf } from '../talk/talk-of.ts';
import { plainSurroundings } from './surroundings.ts';

const WORDS = { slide: 'Slide {number} of {count}', step: 'Step {number}', 'no-notes': 'Nothing to say.' };
const OUTLINE = `# One

## Two {.steps}

- b

Note:
said before

said with it {step=1}

::: handout
handed out
:::

::: private
kept
:::
`;

/** The sheets of the outline, HTML as text. */
function sheetsOf(outline: string, kinds: readonly NoteKind[] = NOTE_KINDS) {
  const { talk } = talkOf({ 'slides/00.md': outline });
  const view = viewTalk(talk, plainSurroundings());
  const notes = viewNotes(talk, plainSurroundings());
  const drawings = view.slides.map(({ slide }) => new Html(`<div>${slide.id}</div>`));
  const print = viewNotesPrint(view, notes, drawings, new Set(kinds), WORDS);
  return print.slides.map((sheet) => ({
    ...sheet,
    drawing: String(sheet.drawing),
    notes: sheet.notes.map(({ step, text }) => [step, String(text)]),
    handout: String(sheet.handout),
    private: String(sheet.private),
  }));
}

describe('the sheets of notes', () => {
  test('have each slide with its place, its drawing and its notes, by step', () => {
    expect(sheetsOf(OUTLINE)).toEqual([
      {
        id: 'one',
        title: 'One',
        section: 'One',
        position: 'Slide 1 of 2',
        drawing: '<div>one</div>',
        notes: [],
        handout: '',
        private: '',
      },
      {
        id: 'two',
        title: 'Two',
        section: 'One',
        position: 'Slide 2 of 2',
        drawing: '<div>two</div>',
        notes: [
          ['', '<p>said before</p>'],
          ['Step 1', '<p>said with it</p>'],
        ],
        handout: '<p>handed out</p>',
        private: '<p>kept</p>',
      },
    ]);
  });

  test.each([
    [['speaker'], ['said before', 'said with it']],
    [['handout'], ['handed out']],
    [['private'], ['kept']],
    [
      ['speaker', 'handout'],
      ['said before', 'said with it', 'handed out'],
    ],
  ] as const)('have of the kinds %j only those', (kinds, expected) => {
    const text = JSON.stringify(sheetsOf(OUTLINE, kinds));
    const all = ['said before', 'said with it', 'handed out', 'kept'];
    expect(all.filter((words) => text.includes(words))).toEqual(expected);
  });

  test('have the notes of a slide in its language', () => {
    const [one, two] = sheetsOf('# One {lang=ar}\n\nNote: b\n\n::: handout\nc\n:::\n\n## Two\n\nNote: d\n');
    expect([one?.notes, one?.handout, one?.private, two?.notes]).toEqual([
      [['', '<div lang="ar" dir="rtl"><p>b</p></div>']],
      '<div lang="ar" dir="rtl"><p>c</p></div>',
      '',
      [['', '<p>d</p>']],
    ]);
  });
});
