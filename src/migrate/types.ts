import type { ReadFields } from '../text/fields.ts';
import type { Finding } from '../text/finding.ts';
import type { Source, Span } from '../text/source.ts';
import type { TracedText } from './traced.ts';

/** The tool that a deck was written for. */
export type Tool = 'reveal' | 'marp' | 'pandoc' | 'quarto';

/** What the tools are called. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  reveal: 'reveal.js',
  marp: 'Marp',
  pandoc: 'Pandoc',
  quarto: 'Quarto',
};

/** The fields of a deck's front matter, as its tool has them. */
export type DeckFields = ReadFields<Readonly<Record<string, unknown>>>;

/** Something that a deck says of a slide, or of a part of one, by the name that its tool has for it. */
export interface ForeignAttribute {
  readonly name: string;
  /** '' where the name says all. */
  readonly value: string;
  readonly origin: Span;
}

/** A slide of a deck, cut out of it. */
export interface DeckSlide {
  /** Its heading and all under it. */
  readonly text: TracedText;
  readonly notes: readonly TracedText[];
  readonly attributes: readonly ForeignAttribute[];
  /** What comes after `#` in links of the deck that lead to it; its id and its headings do so, too. */
  readonly addresses: readonly string[];
  /** What its heading opens; `null` where the tool does not say, and its content does. */
  readonly opens: 'section' | 'slide' | null;
}

/** A deck as its tool reads it. */
export interface ReadDeck {
  readonly slides: readonly DeckSlide[];
  /** Those of its front matter, and what else it says of itself. */
  readonly fields: DeckFields;
}

/** What the parts of a migration share. */
export interface Migration {
  readonly tool: Tool;
  readonly findings: Finding[];
  /** The place of a picture of the deck in the talk, relative to the outlines; `null`, with why, when it cannot be had. */
  readonly carryPicture: (src: string) => CarriedPicture;
  /** Puts a picture that stands in the deck itself into the talk; what comes back is its place there. */
  readonly addPicture: (stem: string, type: string, text: string) => string;
  /** A text file that the deck includes, by its path as written; `null` when it cannot be had. */
  readonly readText: (path: string) => Source | null;
}
/** Where a picture stands in the talk, or why it is not there. */
export type CarriedPicture =
  | { readonly kind: 'carried'; readonly path: string }
  | { readonly kind: 'remote' | 'missing' | 'outside' | 'unknown' | 'large' };
