import { talkShape } from './contract.ts';
import { html, list, record, text, type ViewOf } from './shape.ts';

/** What the template of each kind of paper is given, by kind and name. */
export const printShapes = {
  notes: {
    talk: talkShape,
    words: record('What the papers themselves say, in the language of the talk', {
      notes: text('What notes are called'),
      handout: text('What stands above notes that the handout has too'),
      private: text('What stands above notes that are for the speaker alone'),
      noNotes: text('What stands where a slide has no notes'),
    }),
    slides: list(
      'The slides, in order',
      record('A slide with its notes', {
        id: text('Its id, to which links to the slide lead: that of its sheet'),
        title: text('A name for it in plain text'),
        section: text('The title of the section it belongs to'),
        position: text('Its place, written out: Slide 4 of 23'),
        drawing: html('The slide itself, as large as the paper lets it be'),
        notes: list(
          'What is said, in order',
          record('Notes that are said together', {
            step: text('With which step, written out: Step 2; "" before the first'),
            text: html('What is said'),
          }),
        ),
        handout: html('The notes that the handout has too'),
        private: html('The notes that are for the speaker alone; "" unless they are asked for'),
      }),
    ),
  },
} as const;

/** The kinds of paper that a template draws. */
export type DrawnPrint = keyof typeof printShapes;
/** The sheets of `notes`: everything its template can name. */
export type NotesPrint = {
  readonly [N in keyof (typeof printShapes)['notes']]: ViewOf<(typeof printShapes)['notes'][N]>;
};
