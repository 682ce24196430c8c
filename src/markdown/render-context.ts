import type { AlertType, Block, Code, Diagram, Division, Footnote, ListItem } from './tree.ts';

/** What the slide around a tree decides about its HTML. */
export interface RenderContext {
  /** The address in the deck of a picture, as written in the outline. */
  readonly pictureUrl: (src: string) => string;
  /** The size of a picture, as its file has it; `null` when it does not say. */
  readonly pictureSize: (src: string) => PictureSize | null;
  /** When a block or item shows, as `data-step` says it; '' when it is there from the start to the end. */
  readonly stepOf: (node: Block | ListItem) => string;
  /** The step that lights each group of lines of a block of code; `null` for one that is there from the start, and none where nothing steps. */
  readonly lineStepsOf: (code: Code) => readonly (number | null)[];
  /** Code as highlighted HTML, or `null` when its language is not known. */
  readonly highlight: (text: string, language: string) => string | null;
  /** A formula as HTML, or `null` when it cannot be drawn. */
  readonly math: (tex: string, isDisplay: boolean) => string | null;
  /** What stands in the figure of a chart, as HTML; `null` when it could not be drawn. */
  readonly chart: (division: Division) => string | null;
  /** A diagram as SVG, with what it shows in words; `null` when it could not be drawn. */
  readonly diagram: (diagram: Diagram) => DrawnDiagram | null;
  /** The number and the id of a footnote; `null` when it says nothing, and its mark is only text. */
  readonly footnoteOf: (footnote: Footnote) => FootnoteNumber | null;
  /** Where a file of the deck will be found on the web; `null` when the talk does not say where it will be published. */
  readonly published: (address: string) => PublishedFile | null;
  /** The language of the talk, as a BCP 47 tag. */
  readonly lang: string;
  /** In which direction the language of the talk is written. */
  readonly direction: 'ltr' | 'rtl';
  /** What the language of the talk calls things. */
  readonly words: RenderWords;
  /** What a slide shows of the whole talk. */
  readonly talk: TalkFacts;
}
/** What a slide can show of the talk that it belongs to. */
export interface TalkFacts {
  readonly title: string;
  /** A BCP 47 tag. */
  readonly lang: string;
  /** How many slides ask a question. */
  readonly questionCount: number;
  /** The parts of the talk, in order, as this slide sees them. */
  readonly agenda: readonly AgendaEntry[];
}
/** A part of the talk in its agenda. */
export interface AgendaEntry {
  readonly title: string;
  /** The id of its first slide. */
  readonly id: string;
  /** Where it is, as seen from the slide that shows the agenda. */
  readonly state: 'past' | 'present' | 'future';
}
/** How large a picture is made. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}
/** A diagram that was drawn. */
export interface DrawnDiagram extends PictureSize {
  readonly svg: string;
  /** What it shows, for who cannot see it. */
  readonly description: string;
}
/** Where a file of the deck will be found. */
export interface PublishedFile {
  readonly address: string;
  /** The address as a QR code, an SVG. */
  readonly qrCode: string;
}
/** Where a footnote stands. */
export interface FootnoteNumber {
  readonly number: number;
  readonly id: string;
}
/** Words that the outline does not say itself. */
export interface RenderWords {
  readonly alerts: Readonly<Record<AlertType, string>>;
  readonly done: string;
  readonly open: string;
  /** What a video and a sound are called, before their address on paper. */
  readonly video: string;
  readonly audio: string;
  /** What the list of footnotes on a slide is called, for who cannot see it. */
  readonly footnotes: string;
  readonly agenda: string;
  /** What opens something that names no words for it. */
  readonly details: string;
  /** A line to fill in on paper: how many of so many questions were right. */
  readonly score: (count: number) => string;
}
