import { address, flag, html, list, maybe, number, record, styleValue, text, type ViewOf } from './shape.ts';

/** When something shows, wherever a layout has it. */
export const step = text(
  'When it shows, for `data-step`: the click that shows it, such as "2", and the last one before it goes, as in "1-2", or "-2" for what is there at first; "" when it is always there',
);

/** A picture, wherever a layout has one. */
export const pictureShape = record('A picture of the slide', {
  src: address('Its address, relative to the page'),
  alt: text('What it shows, for who cannot see it; "" for decoration'),
  id: text('Its id; "" when it has none'),
  canZoom: flag('Whether it can be looked at closely: `data-zoom` on its figure'),
  dataId: text('By which it is the same thing as one on the slide before or after, for `data-id`; "" for none'),
  width: styleValue('How wide it is, as "60%" of the room there is; "" for all of it'),
});

/** `talk`: the same on every slide. */
export const talkShape = record('The talk', {
  title: text('Its title'),
  subtitle: text('Its subtitle'),
  speaker: text('Who speaks'),
  event: text('Where it is given'),
  date: text('The day it is given, written out in the language of the talk: January 19, 2025'),
  lang: text('The language, as a BCP 47 tag'),
  slideCount: number('How many slides the talk has'),
});

/** `section`: the part of the talk that the slide belongs to. */
export const sectionShape = record('The section of the slide', {
  title: text('Its title; the kicker of its slides'),
  label: text('Which part of the talk it is, in the language of the talk: Part 1 of 4; "" before the first part'),
  number: number('From 1; 0 before the first part'),
  count: number('How many parts the talk has'),
  progress: number('How far the talk has come with this part: number / count, from 0 to 1'),
});

const logoShape = record('A logo', { src: address('Its address, relative to the page') });

/** `brand`: the house style of the talk, in all templates. */
export const brandShape = record('The brand of the talk: `templates/brand.yaml`', {
  name: text('Its name; "" when the talk has no brand'),
  logo: maybe('Its logo, for light grounds when there is another one for dark ones', logoShape),
  darkLogo: maybe('Its logo for dark grounds, when that is another one', logoShape),
});

const common = {
  id: text('Its id: the address of the slide is # and this'),
  number: number('Its place in the talk, from 1'),
  layout: text('The name of its layout'),
  title: text('A name for it in plain text: the heading, else the first words'),
  heading: html('The heading; "" when it has none'),
  kicker: text('The small line above the heading: the title of the section; "" on openings'),
  lead: html('What stands before the part that the other fields of this layout hold, to be shown above it'),
  body: html('All content that the other fields of this layout do not hold; a layout that leaves it out loses text'),
  footnotes: list(
    'The footnotes that stand on it, in order',
    record('A footnote', {
      id: text('Its id, to which its mark leads'),
      number: number('Its number, as its mark shows it'),
      text: html('What it says'),
    }),
  ),
  footnotesLabel: text('What a list of footnotes is called in the language of the talk'),
  density: text('How much is on it, as estimated: "low", "medium" or "high"'),
};

/** `slide`, by layout: what every slide has, and what this kind adds. A layout of the talk's own gets `points`. */
export const slideShapes = {
  title: record('The first slide of the talk', common),
  section: record('The opening of a section', common),
  points: record('A heading with a list, paragraphs, or anything that has no layout of its own', common),
  statement: record('One sentence that stands alone: the heading, with at most a little text under it', common),
  quote: record('A quotation', {
    ...common,
    quote: html('The words, without quotation marks around them'),
    speaker: html('Who said it'),
    role: html('Who that is, or where it was said'),
  }),
  split: record('A figure of any kind with a few lines of text, which are the body', {
    ...common,
    figure: html('The figure, whole: a picture, chart, diagram, video, formula, table or block of code'),
    figureKind: text('What it is: "picture", "chart", "diagram", "video", "formula", "table" or "code"'),
    arrangement: text('Where the text is: "beside" the figure, "stacked" with it, or nowhere, when it is "alone"'),
    isFigureFirst: flag('Whether the figure comes before the text'),
  }),
  compare: record('Two or more columns', {
    ...common,
    columnWidths: styleValue(
      'How the width is shared, for `grid-template-columns`: "60fr 40fr"; "" when all are the same',
    ),
    columns: list(
      'The columns, in order',
      record('A column', {
        heading: html('Its heading'),
        body: html('Its content'),
        id: text('Its id; "" when it has none'),
        classes: text('Its own classes, with spaces between them; "" when it has none'),
        lang: text('Its language where it is not that of the slide; else ""'),
        dir: text('The direction of its language where it is not that of the talk: "rtl" or "ltr"; else ""'),
        step,
      }),
    ),
  }),
  timeline: record('Dates in order', {
    ...common,
    events: list(
      'The events, in order',
      record('An event', {
        date: html('When, as written'),
        text: html('What happened'),
        isMarked: flag('Whether it is the one to point out: `{.mark}` on its item'),
        step,
      }),
    ),
  }),
  number: record('One large number', {
    ...common,
    figure: text('The number, as written: the heading of the slide, whose `heading` is ""'),
    countsUp: flag('Whether it counts up when it is shown: `{.count-up}` on the heading, for `data-count-up`'),
    text: html('What it counts'),
  }),
  figure: record('A picture', {
    ...common,
    picture: maybe('The picture', pictureShape),
    caption: html('Its caption'),
    isAlone: flag('Whether the slide is nothing but the picture, which then fills it'),
  }),
  table: record('A table', {
    ...common,
    table: html('The table, whole'),
    rowCount: number('Rows under the header'),
    columnCount: number('Columns'),
  }),
  code: record('Source code', { ...common, code: html('The highlighted code block, whole') }),
  sources: record('Where it comes from', {
    ...common,
    sources: list('The sources, in order', html('One source')),
  }),
  quiz: record('A question with options to choose from', {
    ...common,
    isMultiple: flag('Whether more than one option is right'),
    options: list(
      'The options, in order',
      record('An option', {
        text: html('What it says'),
        isRight: flag('Whether it is right; never shown before it is asked for'),
        verdict: text('What it is, "Right" or "Wrong", in the language of the talk'),
        feedback: html('What is said to who has chosen it'),
        step,
      }),
    ),
    answersLabel: text('What opens the answers is called in the language of the talk'),
  }),
  closing: record('The last slide', common),
  blank: record('The content alone, without a frame', common),
} as const;

/** The layouts that Rostrum knows. */
export type LayoutName = keyof typeof slideShapes;
/** Their names, in the order of the documents. */
export const layoutNames = Object.keys(slideShapes) as readonly LayoutName[];

export type TalkView = ViewOf<typeof talkShape>;
export type SectionView = ViewOf<typeof sectionShape>;
export type BrandView = ViewOf<typeof brandShape>;
export type SlideViewOf<L extends LayoutName> = ViewOf<(typeof slideShapes)[L]>;
/** What every slide has, whatever its layout. */
export type SlideView = SlideViewOf<'points'>;
