import type { Source, Span } from '../text/source.ts';

/** One word of an attribute list `{#id .class key=value}`, with its place. */
export interface Attribute {
  readonly kind: 'id' | 'class' | 'pair';
  /** The id, the class, or the key. */
  readonly name: string;
  /** The value of a pair; '' for the others. */
  readonly value: string;
  readonly span: Span;
}

/** An attribute list, in the order written; empty where there is none. */
export type Attributes = readonly Attribute[];

/** Words. */
export interface Text {
  readonly kind: 'text';
  /** As it is read: entities and escapes are resolved. */
  readonly text: string;
  readonly span: Span;
}
/** `*emphasis*`, `**strong**`, `~~deleted~~`. */
export interface Styled {
  readonly kind: 'emphasis' | 'strong' | 'deleted';
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** `` `code` `` in a line of text. */
export interface InlineCode {
  readonly kind: 'inline-code';
  readonly text: string;
  readonly span: Span;
}
/** A link to an allowed address, or to `#` and an id in the talk. */
export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly title: string;
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** `![alt](src "title")` */
export interface Image {
  readonly kind: 'image';
  /** As written: relative to the outline. */
  readonly src: string;
  readonly alt: string;
  /** The caption. */
  readonly title: string;
  readonly span: Span;
}
/** `$x$`, or `$$x$$` within a text. */
export interface InlineMath {
  readonly kind: 'math';
  /** As written between the dollar signs, without white space at its ends. */
  readonly tex: string;
  /** Whether it stands on a line of its own, in the style of display. */
  readonly isDisplay: boolean;
  readonly span: Span;
}
/** `[text]{lang=ja}` */
export interface Passage {
  readonly kind: 'passage';
  readonly attributes: Attributes;
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** An attribute of HTML by its name, such as `colspan`; the value is not escaped. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
}
/** An element written as HTML in a line, such as `<sub>2</sub>`. */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Attributes;
  readonly html: readonly HtmlAttribute[];
  readonly children: readonly Inline[];
  readonly span: Span;
}
/** HTML of an outline whose author is trusted, exactly as written. */
export interface TrustedHtml {
  readonly kind: 'trusted-html';
  readonly html: string;
  readonly span: Span;
}
/** A line that ends in a backslash or two spaces. */
export interface LineBreak {
  readonly kind: 'line-break';
  readonly span: Span;
}
/** `[^name]`, or `^[a note]` where it stands. */
export interface FootnoteMark {
  readonly kind: 'footnote-mark';
  /** The same object for every mark of one footnote. */
  readonly footnote: Footnote;
  readonly span: Span;
}
/** What a footnote says. */
export interface Footnote {
  /** The name between `[^` and `]`; '' for a note in the line. */
  readonly name: string;
  readonly blocks: readonly Block[];
}
/** What stands in a line of text. */
export type Inline =
  | Text
  | Styled
  | InlineCode
  | Link
  | Image
  | InlineMath
  | Passage
  | Element
  | TrustedHtml
  | LineBreak
  | FootnoteMark;

/** A heading, of depth 1 for `#` to 6 for `######`. */
export interface Heading {
  readonly kind: 'heading';
  readonly depth: number;
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** A paragraph, or the text of a list item. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly children: readonly Inline[];
  readonly attributes: Attributes;
  /** Whether it is a line of a tight list, shown without space around it. */
  readonly isTight: boolean;
  readonly span: Span;
}
/** A list, with numbers or bullets. */
export interface List {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
  readonly span: Span;
}
/** An item of a list. Attributes at the end of its first text are its own. */
export interface ListItem {
  readonly kind: 'list-item';
  readonly blocks: readonly Block[];
  readonly attributes: Attributes;
  /** Whether its box is ticked, `[x]` or `[ ]`; `null` where it has none. */
  readonly isDone: boolean | null;
  readonly span: Span;
}
/** Lines that begin with `>`. */
export interface Quotation {
  readonly kind: 'quotation';
  readonly blocks: readonly Block[];
  readonly span: Span;
}
/** The kinds of alert that GitHub has. */
export const ALERT_TYPES = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type AlertType = (typeof ALERT_TYPES)[number];
/** A quotation whose first line is `[!NOTE]`, with or without a title after it. */
export interface Alert {
  readonly kind: 'alert';
  readonly type: AlertType;
  /** Empty where the type stands for it. */
  readonly title: readonly Inline[];
  /** Those at the end of its title. */
  readonly attributes: Attributes;
  readonly blocks: readonly Block[];
  readonly span: Span;
}
/** A term and, under it, lines that begin with `:`. */
export interface DefinitionList {
  readonly kind: 'definition-list';
  readonly entries: readonly Definition[];
  readonly span: Span;
}
export interface Definition {
  readonly term: readonly Inline[];
  /** What the term means, once or more often. */
  readonly meanings: readonly (readonly Block[])[];
}
/** Fenced or indented code. */
export interface Code {
  readonly kind: 'code';
  /** The first word after the fence, lower case; '' when there is none. */
  readonly language: string;
  /** As written, or what the file holds that `src=` names. */
  readonly text: string;
  /** The number of its first line. */
  readonly firstLine: number;
  /** The lines that stand out, as `{1|3-5}` has them, one list for each click; `null` for all. Empty without. */
  readonly lineGroups: readonly (readonly LineRange[] | null)[];
  readonly attributes: Attributes;
  readonly span: Span;
}
/** A formula on lines of its own: between `$$` and `$$`, or fenced as `math`. */
export interface MathBlock {
  readonly kind: 'math-block';
  readonly tex: string;
  readonly attributes: Attributes;
  readonly span: Span;
}
/** A drawing that mermaid makes of a text: fenced as `mermaid`. */
export interface Diagram {
  readonly kind: 'diagram';
  /** As written, or what the file holds that `src=` names. */
  readonly text: string;
  /** The file that `src=` names; `null` where none is named, or it cannot be had. */
  readonly file: Source | null;
  readonly attributes: Attributes;
  readonly span: Span;
}
/** Lines from `first` to `last`, both of them, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}
/** How a column of a table is aligned; `null` where nothing says it. */
export type Alignment = 'left' | 'center' | 'right' | null;
/** A table: cells are inlines, and every row has as many as the header. */
export interface Table {
  readonly kind: 'table';
  readonly alignments: readonly Alignment[];
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  /** What the line `Table: ...` or `: ...` beside it says; empty where there is none. */
  readonly caption: readonly Inline[];
  /** Those at the end of its caption. */
  readonly attributes: Attributes;
  readonly span: Span;
}
/** A paragraph that is one image: the figure with its caption. */
export interface Figure {
  readonly kind: 'figure';
  readonly image: Image;
  readonly attributes: Attributes;
  readonly span: Span;
}
/** A paragraph that is one image whose file is a video or a sound: `![alt](media/film.webm)`. */
export interface Media {
  readonly kind: 'media';
  readonly type: 'video' | 'audio';
  readonly image: Image;
  readonly attributes: Attributes;
  readonly span: Span;
}
/** `::: name ... :::`, or what follows a line `Note:`. */
export interface Division {
  readonly kind: 'division';
  readonly attributes: Attributes;
  readonly blocks: readonly Block[];
  readonly span: Span;
}
/** An element written as HTML on lines of its own, with what stands between its tags. */
export interface ElementBlock {
  readonly kind: 'element-block';
  readonly name: string;
  readonly attributes: Attributes;
  readonly html: readonly HtmlAttribute[];
  readonly blocks: readonly Block[];
  readonly span: Span;
}
/** `---` */
export interface Ruler {
  readonly kind: 'ruler';
  readonly span: Span;
}
/** `. . .` on a line of its own: what follows comes at the next click. */
export interface Pause {
  readonly kind: 'pause';
  readonly span: Span;
}
/** An attribute list on a line of its own: it belongs to the slide it opens. */
export interface AttributeLine {
  readonly kind: 'attribute-line';
  readonly attributes: Attributes;
  readonly span: Span;
}
/** What stands on lines of its own. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Quotation
  | Alert
  | DefinitionList
  | Code
  | MathBlock
  | Diagram
  | Table
  | Figure
  | Media
  | Division
  | ElementBlock
  | TrustedHtml
  | Ruler
  | Pause
  | AttributeLine;

/** Whether an attribute list has a class. */
export function hasClass(attributes: Attributes, name: string): boolean {
  return attributes.some((attribute) => attribute.kind === 'class' && attribute.name === name);
}

/** The pair of a key in an attribute list. */
export function attributeOf(attributes: Attributes, key: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.kind === 'pair' && attribute.name === key);
}

/** The value of a key in an attribute list; '' when it is not there. */
export function attributeValue(attributes: Attributes, key: string): string {
  return attributeOf(attributes, key)?.value ?? '';
}

/** What `visitTree` calls with each node, outer before inner, in reading order. */
export interface Visitor {
  readonly block?: (block: Block) => void;
  readonly item?: (item: ListItem) => void;
  readonly inline?: (inline: Inline) => void;
}

/** Visits blocks and all that is in them, but not into footnotes: a mark is visited, what it leads to stands elsewhere. Calls, not a generator: this runs over every node of a talk. */
export function visitTree(blocks: readonly Block[], visitor: Visitor): void {
  for (const block of blocks) {
    visitor.block?.(block);
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        if (visitor.inline) visitInlines(block.children, visitor.inline);
        break;
      case 'figure':
        visitor.inline?.(block.image);
        break;
      case 'quotation':
      case 'division':
      case 'element-block':
        visitTree(block.blocks, visitor);
        break;
      case 'alert':
        if (visitor.inline) visitInlines(block.title, visitor.inline);
        visitTree(block.blocks, visitor);
        break;
      case 'definition-list':
        for (const { term, meanings } of block.entries) {
          if (visitor.inline) visitInlines(term, visitor.inline);
          for (const blocks of meanings) visitTree(blocks, visitor);
        }
        break;
      case 'list':
        for (const item of block.items) {
          visitor.item?.(item);
          visitTree(item.blocks, visitor);
        }
        break;
      case 'table':
        if (visitor.inline)
          for (const row of [[block.caption], block.header, ...block.rows]) visitCells(row, visitor.inline);
        break;
    }
  }
}

function visitCells(row: readonly (readonly Inline[])[], visit: (inline: Inline) => void): void {
  for (const cell of row) visitInlines(cell, visit);
}

/** Visits inlines and all that is in them, outer before inner, in reading order. */
export function visitInlines(inlines: readonly Inline[], visit: (inline: Inline) => void): void {
  for (const inline of inlines) {
    visit(inline);
    if ('children' in inline) visitInlines(inline.children, visit);
  }
}
