import type { OutlineFields } from '../outline/outline.ts';
import type { Slide } from '../outline/types.ts';
import type { ReadFields } from '../text/fields.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { Source, Span } from '../text/source.ts';
import type { Contents } from './contents.ts';
import type { SlideFootnotes } from './footnotes.ts';
import type { Motion, Transition } from './motion.ts';

/** What `talk.yaml`, or the front matter of a talk in one file, says. Empty fields are ''. */
export interface TalkFields {
  readonly title: string;
  readonly subtitle: string;
  readonly speaker: string;
  readonly event: string;
  /** A day as YYYY-MM-DD. */
  readonly date: string;
  /** A BCP 47 tag. */
  readonly lang: string;
  readonly theme: string;
  readonly size: SlideSize;
  /** Whether slides are light or dark; '' for what the theme is made for. */
  readonly scheme: 'light' | 'dark' | '';
  /** The article's file, relative to the talk. */
  readonly article: string;
  readonly timeSeconds: number;
  readonly description: string;
  /** The picture for sharing, relative to the talk. */
  readonly picture: string;
  /** Where the deck will be published. */
  readonly address: string;
  /** Where footnotes stand: on the slide that marks them, or all on the slide of sources. */
  readonly footnotes: 'slide' | 'sources';
  /** How slides come that do not say it themselves. */
  readonly transition: Transition;
  /** How long each step shows before the next one comes by itself; 0 when the talk waits for a person. */
  readonly kioskSeconds: number;
}

/** `slides/talk.yaml` and all outlines, loaded and validated. */
export interface Talk extends TalkFields {
  readonly paths: TalkPaths;
  readonly sections: readonly Section[];
  /** The same sections, with the time that each may take. */
  readonly plan: readonly PlannedSection[];
  /** The slides that are shown, in order; hidden ones are left out. */
  readonly slides: readonly TalkSlide[];
  /** The pictures, videos, sounds and captions that shown slides use, by their path relative to the talk; the picture for sharing among them. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** Where a talk stands; all absolute. */
export interface TalkPaths {
  /** The folder that outlines and pictures are in. */
  readonly slides: string;
  /** The folder of what this talk changes about its theme. */
  readonly templates: string;
  /** Where the deck is built unless told otherwise. */
  readonly deck: string;
  /** Where the speaker's deck is built unless told otherwise. */
  readonly speaker: string;
  /** The file of the deck where it is made as one file, unless told otherwise. */
  readonly singleFile: string;
  /** The folder of pictures of the slides unless told otherwise. */
  readonly pictures: string;
  /** Where the gallery of themes is made unless told otherwise. */
  readonly gallery: string;
  /** Where each kind of print is made unless told otherwise. */
  readonly prints: Readonly<Record<'slides' | 'notes' | 'handout' | 'article', string>>;
}

/** What reading a talk gives, before it is put together. */
export interface TalkFiles {
  readonly paths: TalkPaths;
  readonly fields: ReadFields<TalkFields>;
  readonly outlines: readonly Source[];
  /** What the talk says of its outline when it is one file; `null` when each outline says it itself. */
  readonly outlineFields: OutlineFields | null;
  /** Whether the talk is one file, whose front matter holds the fields. */
  readonly isSingleFile: boolean;
  /** Whether every outline could be read. */
  readonly isWhole: boolean;
}

/** A part of the talk: what follows one `#`. */
export interface Section {
  readonly title: string;
  /** From 1; 0 for the opening of the talk. */
  readonly number: number;
}

/** A section in the plan of the talk. */
export interface PlannedSection {
  readonly title: string;
  /** How many slides it has. */
  readonly slideCount: number;
  /** What it may take; 0 when nobody says. */
  readonly timeSeconds: number;
}

/** A slide in its talk, named and numbered. */
export interface TalkSlide extends Slide {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** A name in plain text. */
  readonly title: string;
  readonly section: Section;
  readonly contents: Contents;
  readonly footnotes: SlideFootnotes;
  readonly background: Background | null;
  readonly motion: Motion;
}

/** What stands behind a slide, and whether text upon it must be light. */
export type Background = { readonly isDark: boolean; readonly span: Span } & (
  | { readonly kind: 'color'; readonly css: string }
  | { readonly kind: 'picture' | 'video'; readonly src: string }
);
