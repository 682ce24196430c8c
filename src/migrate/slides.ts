import { carryHtmlColumns } from './columns.ts';
import { carryElements } from './elements.ts';
import { carryBody, openSlide } from './headings.ts';
import { carryHtml, takeHtmlNotes } from './html.ts';
import { carryLinks } from './links.ts';
import { parsePart } from './part.ts';
import { carryPictures } from './pictures.ts';
import { carrySlideAttributes } from './slide-attributes.ts';
import { isBlankText, type TracedText, trimTraced } from './traced.ts';
import type { DeckSlide, ForeignAttribute, Migration } from './types.ts';

/** A slide as an outline has it. */
export interface TalkSlide {
  readonly opens: 'section' | 'slide' | 'ruler';
  readonly heading: TracedText;
  /** The words of its attribute list. */
  readonly words: readonly string[];
  readonly body: TracedText;
  readonly notes: readonly TracedText[];
}

/** More blocks under a heading are no opening of a section. */
const MOST_OPENING_BLOCKS = 3;

/** A slide of a deck in the language of outlines. Findings: `not-carried`, `carried-otherwise`. */
export function carrySlide(slide: DeckSlide, migration: Migration, definitions: string): TalkSlide {
  const { text, notes } = takeHtmlNotes(slide.text);
  const carried = carryText(text, migration, definitions);
  const opened = openSlide(carried);
  const { body, hasColumns } = carryBody(opened.body, migration);
  const attributes: readonly ForeignAttribute[] = [...opened.attributes, ...slide.attributes];
  const own = carrySlideAttributes(attributes, migration);
  const hasHeading = !isBlankText(opened.heading);
  const opens = hasHeading ? (slide.opens ?? openingOf(opened.depth, body)) : 'ruler';
  const isEmpty = opens === 'ruler' && isBlankText(body) && own.words.every((word) => word.startsWith('#'));
  const isStacked = hasColumns && opens !== 'section';
  const layout = isEmpty ? ['.blank'] : isStacked ? ['.points'] : [];
  const noteTexts = [...slide.notes, ...notes, ...own.notes].map((note) =>
    carryText(trimTraced(note), migration, definitions),
  );
  return {
    opens,
    heading: opened.heading,
    words: [
      ...own.words.filter((word) => word.startsWith('#')),
      ...layout,
      ...own.words.filter((word) => !word.startsWith('#')),
    ],
    body,
    notes: noteTexts.filter((note) => !isBlankText(note)),
  };
}

/** A text of a deck, on a slide or in notes, in the language of outlines. Findings as `carrySlide`. */
export function carryText(text: TracedText, migration: Migration, definitions: string): TracedText {
  const html = carryHtmlColumns(carryHtml(text, migration));
  const elements = migration.tool === 'reveal' ? carryElements(html, migration) : html;
  return carryPictures(carryLinks(elements, migration, definitions), migration);
}

/** Where the tool does not say it: a heading of the first level opens a section when it stands nearly alone. */
function openingOf(depth: number, body: TracedText): 'section' | 'slide' {
  const blocks = parsePart(body);
  const isLight = blocks.every(({ kind }) => kind === 'paragraph' || kind === 'heading' || kind === 'figure');
  return depth === 1 && isLight && blocks.length <= MOST_OPENING_BLOCKS ? 'section' : 'slide';
}
