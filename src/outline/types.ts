import type {
  Attributes,
  Block,
  Code,
  Division,
  Figure,
  Heading,
  Inline,
  List,
  ListItem,
  Table,
} from '../markdown/tree.ts';
import type { Source, Span } from '../text/source.ts';

/** One Markdown file: its slides, cut into sections at each `#`. */
export interface Outline {
  readonly source: Source;
  /** `section` of the front matter: the title of the first section, whatever its heading says; '' when not given. */
  readonly section: string;
  /** The budget of the outline. */
  readonly timeSeconds: number;
  readonly slides: readonly Slide[];
}

/** One screen. */
export interface Slide {
  /** What opens it: `#`, `##`, or a ruler (or nothing, at the start of an outline). */
  readonly opening: 'section' | 'heading' | 'ruler';
  readonly heading: Heading | null;
  readonly attributes: Attributes;
  readonly layout: NamedLayout;
  readonly content: Content;
  /** What it has for each field that its layout declares. */
  readonly fields: FieldValues;
  readonly notes: Notes;
  readonly steps: Steps;
  /** The step at which each block of the speaker's notes is said, for those that are tied to one. */
  readonly noteSteps: ReadonlyMap<Block, number>;
  readonly isHidden: boolean;
  /** From its heading or ruler to the end of its notes. */
  readonly span: Span;
}

/** What the clicks of a slide do. Step 1 is what the first click shows, and so on without gaps; before it nothing counts. */
export interface Steps {
  readonly count: number;
  /** When blocks and items show; those that are always there are not in it. */
  readonly spans: ReadonlyMap<Block | ListItem, StepSpan>;
  /** The step that lights each group of lines of a block of code; `null` for a first group that is there from the start. */
  readonly lines: ReadonlyMap<Code, readonly (number | null)[]>;
  /** The step that a number written as `step=2` means: another one only where numbers are left out. */
  readonly byOrder: ReadonlyMap<number, number>;
}
/** From which step on something shows, and the last at which it does. */
export interface StepSpan {
  /** `null` when it is there before the first click. */
  readonly first: number | null;
  /** 0 when the first click takes it away; `null` when it stays. */
  readonly last: number | null;
}

/** A layout's name, and the place where it is named; no place when it was inferred from the content. */
export interface NamedLayout {
  readonly name: string;
  readonly span: Span | null;
}

/** What a slide has for the fields of its layout, by name, in the order of the layout's file. */
export type FieldValues = ReadonlyMap<string, FieldValue>;
/** What a slide has for one field; empty where it has nothing. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'flag'; readonly isSet: boolean }
  | { readonly kind: 'picture'; readonly figure: Figure | null }
  | { readonly kind: 'html'; readonly blocks: readonly Block[] }
  /** Divisions that each hold one list. */
  | { readonly kind: 'list'; readonly boxes: readonly Division[] };

/** What is not on the slide itself. */
export interface Notes {
  readonly speaker: readonly Block[];
  readonly handout: readonly Block[];
  readonly private: readonly Block[];
}

/** The content of a slide, taken apart as its layout needs it. `rest` is all that no other field holds. */
export type Content =
  | PlainContent
  | QuoteContent
  | CompareContent
  | TimelineContent
  | NumberContent
  | FigureContent
  | TableContent
  | CodeContent
  | SourcesContent
  | QuizContent
  | SplitContent;

interface WithRest {
  /** What stands before the part that the layout takes. */
  readonly lead: readonly Block[];
  readonly rest: readonly Block[];
}
/** Blocks as they are: layouts without content of their own, and those of the talk. */
export interface PlainContent extends WithRest {
  readonly kind: 'plain';
}
/** A quotation; who said it and who that is are empty where it does not say. */
export interface QuoteContent extends WithRest {
  readonly kind: 'quote';
  readonly words: readonly Block[];
  readonly speaker: readonly Inline[];
  readonly role: readonly Inline[];
}
/** Two or more columns, in order. */
export interface CompareContent extends WithRest {
  readonly kind: 'compare';
  readonly columns: readonly Column[];
}
/** A column; its heading is not among its blocks. */
export interface Column {
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
  /** The block whose step shows the column: its `###` or its division. */
  readonly opener: Block;
}
/** Three or more events, in the order of the list. */
export interface TimelineContent extends WithRest {
  readonly kind: 'timeline';
  readonly events: readonly Event[];
}
/** An item of a timeline: its bold beginning, and the rest without the sign between them. */
export interface Event {
  readonly item: ListItem;
  readonly date: readonly Inline[];
  readonly text: readonly Block[];
  readonly isMarked: boolean;
}
/** A number as written, and the paragraph that says what it counts. */
export interface NumberContent extends WithRest {
  readonly kind: 'number';
  readonly figure: string;
  readonly text: readonly Inline[];
}
/** The first picture that stands in a paragraph of its own. */
export interface FigureContent extends WithRest {
  readonly kind: 'figure';
  readonly figure: Figure;
}
/** The first table. */
export interface TableContent extends WithRest {
  readonly kind: 'table';
  readonly table: Table;
}
/** The first block of code. */
export interface CodeContent extends WithRest {
  readonly kind: 'code';
  readonly code: Code;
}
/** What can be the figure of a slide; a division that is one is a chart. */
export type SplitFigure = Extract<
  Block,
  { kind: 'figure' | 'diagram' | 'media' | 'math-block' | 'table' | 'code' | 'division' }
>;
/** The first figure of any kind; the text around it is the `rest`. */
export interface SplitContent extends WithRest {
  readonly kind: 'split';
  /** The heading of the column that it was; `null` for none. */
  readonly figureHeading: Heading | null;
  readonly figure: SplitFigure;
  /** Whether it comes before the text. */
  readonly isFigureFirst: boolean;
}
/** The first list. */
export interface SourcesContent extends WithRest {
  readonly kind: 'sources';
  readonly list: List;
}

/** A question with the options to choose from, in the order of the list. */
export interface QuizContent extends WithRest {
  readonly kind: 'quiz';
  readonly options: readonly QuizOption[];
}
/** An item of a quiz: its first text, and what is said to who has chosen it; empty where it does not say. */
export interface QuizOption {
  readonly item: ListItem;
  readonly text: readonly Block[];
  readonly feedback: readonly Block[];
  readonly isRight: boolean;
}

/** A slide before its layout is known. */
export interface SlideParts {
  readonly opening: Slide['opening'];
  readonly heading: Heading | null;
  readonly attributes: Attributes;
  readonly blocks: readonly Block[];
  readonly notes: Notes;
  readonly span: Span;
}

/** How one kind of content is told and taken apart. */
export interface ContentReader<C extends Content> {
  /** What a slide must have for this layout, after "needs", with how it is written. */
  readonly needs: string;
  /** Whether the layout is chosen when none is named. */
  infers(parts: SlideParts): boolean;
  /** The content, or `null` when the slide has not what the layout needs. */
  read(parts: SlideParts): C | null;
}
