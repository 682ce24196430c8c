import { brandShape, talkShape } from './contract.ts';
import { address, flag, html, list, record, type Shape, text, type ViewOf } from './shape.ts';

/** What the template of each kind of paper is given, by kind and name. */
export const printShapes = {
  notes: {
    talk: talkShape,
    brand: brandShape,
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
  handout: {
    talk: talkShape,
    brand: brandShape,
    published: record('Where the deck is published', {
      address: address('Its address; "" when the talk does not say'),
      qrCode: html('The same as a QR code'),
    }),
    words: record('What the papers themselves say, in the language of the talk', {
      answers: text('What stands above the answers to questions'),
      links: text('What stands above the list of links'),
      sources: text('What stands above the list of sources'),
    }),
    side: text('Where a cell has room to write, or notes: "beside" its slide, "below" it, or "none"'),
    hasLines: flag('Whether that room is ruled'),
    sheets: list(
      'The sheets with slides, in order',
      record('A sheet', {
        section: text('The title of the section that its first slide belongs to'),
        cells: list(
          'Its slides, in order',
          record('A slide on a sheet', {
            id: text('Its id, to which links to the slide lead: that of its cell'),
            title: text('A name for it in plain text'),
            position: text('Its place, written out: Slide 4 of 23'),
            drawing: html('The slide itself, as large as its cell lets it be'),
            notes: html('Its notes for the handout; "" unless they are asked for'),
          }),
        ),
      }),
    ),
    answers: list(
      'The questions with their right answers, in order',
      record('A question', {
        id: text('The id of its slide'),
        title: text('The question in plain text'),
        position: text('The place of its slide, written out'),
        answers: list(
          'The right answers',
          record('An answer', { text: html('What it says'), feedback: html('What is said to who has chosen it') }),
        ),
      }),
    ),
    links: list(
      'All addresses that slides lead to, each once',
      record('A link', {
        address: address('The address in full'),
        id: text('The id of the first slide that has it'),
        position: text('The place of that slide, written out'),
      }),
    ),
    sources: list('Sources and footnotes, each once', html('One of them')),
  },
  article: {
    talk: talkShape,
    brand: brandShape,
    words: record('What the paper itself says, in the language of the talk', {
      sources: text('What stands above the list of sources'),
    }),
    slides: list(
      'The slides, in order',
      record('A slide, and what is said with it', {
        id: text('Its id, to which links to the slide lead: that of its passage'),
        title: text('A name for it in plain text'),
        heading: text('The title of the section where one begins; else ""'),
        label: text('Which part of the talk that is, written out; "" without a heading'),
        position: text('Its place, written out: Slide 4 of 23'),
        drawing: html('The slide itself; "" when it shows no more than a heading of the text'),
        notes: list('What is said, in order', html('Notes that are said together')),
        handout: html('Its notes for the handout'),
      }),
    ),
    sources: list('Sources and footnotes, each once', html('One of them')),
  },
} as const;

/** The kinds of paper that a template draws. */
export type DrawnPrint = keyof typeof printShapes;
/** Everything that the template of a kind can name. */
export type PrintData<K extends DrawnPrint> = {
  readonly [N in keyof (typeof printShapes)[K]]: (typeof printShapes)[K][N] extends Shape
    ? ViewOf<(typeof printShapes)[K][N]>
    : never;
};
