import { interactiveClass } from '../markdown/render-interactive.ts';
import {
  type Attribute,
  type Attributes,
  type Block,
  type Code,
  type Diagram,
  type Division,
  type Footnote,
  type FootnoteMark,
  hasClass,
  type Image,
  type Inline,
  type InlineMath,
  type Link,
  type ListItem,
  type MathBlock,
  type Media,
  type Passage,
  visitInlines,
  visitTree,
} from '../markdown/tree.ts';
import { blocksOfFields } from '../outline/fields.ts';
import type { Slide, SplitContent } from '../outline/types.ts';

/** What a slide and its handout show that other parts of a talk must know of, each in reading order; no other notes. */
export interface Contents {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly codes: readonly Code[];
  readonly formulas: readonly (InlineMath | MathBlock)[];
  /** The ids that the slide and what is on it are given: those that a link can lead to, because they are drawn. */
  readonly ids: readonly Attribute[];
  /** The marks of footnotes, those in footnotes among them. */
  readonly footnotes: readonly FootnoteMark[];
  /** The marks of footnotes in the handout, and in footnotes that it alone has. */
  readonly handoutFootnotes: readonly FootnoteMark[];
  /** The divisions that are charts. */
  readonly charts: readonly Division[];
  readonly diagrams: readonly Diagram[];
  /** The divisions that a person can work with. */
  readonly interactive: readonly Division[];
  /** The passages that count up to their number. */
  readonly counters: readonly Passage[];
  readonly media: readonly Media[];
  /** The divisions that compare two pictures, and those that are image maps. */
  readonly comparisons: readonly Division[];
  readonly imageMaps: readonly Division[];
  /** The classes of what is on the slide. */
  readonly classes: readonly Attribute[];
  /** The `key=value` attributes of what is on the slide. */
  readonly pairs: readonly OwnedPair[];
}
/** What may have attributes of its own kind; `part` is all else. */
export type PairOwner =
  | 'figure'
  | 'code'
  | 'diagram'
  | 'chart'
  | 'column'
  | 'details'
  | 'countdown'
  | 'media'
  | 'point'
  | 'part';
export interface OwnedPair {
  readonly owner: PairOwner;
  readonly pair: Attribute;
}

/** Collects what a slide shows in one walk over it. */
export function collectContents(slide: Slide): Contents {
  const contents = {
    links: [] as Link[],
    images: [] as Image[],
    codes: [] as Code[],
    formulas: [] as (InlineMath | MathBlock)[],
    footnotes: [] as FootnoteMark[],
    handoutFootnotes: [] as FootnoteMark[],
    charts: [] as Division[],
    diagrams: [] as Diagram[],
    interactive: [] as Division[],
    counters: [] as Passage[],
    media: [] as Media[],
    comparisons: [] as Division[],
    imageMaps: [] as Division[],
    ids: [] as Attribute[],
    classes: [] as Attribute[],
    pairs: [] as OwnedPair[],
  };
  const add = (attributes: Attributes, owner: PairOwner = 'part'): void => {
    for (const attribute of attributes) {
      if (attribute.kind === 'id') contents.ids.push(attribute);
      else if (attribute.kind === 'class') contents.classes.push(attribute);
      else if (attribute.kind === 'pair') contents.pairs.push({ owner, pair: attribute });
    }
  };
  const met = new Set<Footnote>();
  const points = new Set<ListItem>();
  const item = (node: ListItem): void => add(node.attributes, points.has(node) ? 'point' : 'part');
  const inline = (node: Inline): void => {
    if (node.kind === 'link') contents.links.push(node);
    else if (node.kind === 'image') contents.images.push(node);
    else if (node.kind === 'math') contents.formulas.push(node);
    else if (node.kind === 'passage' || node.kind === 'element') add(node.attributes);
    else if (node.kind === 'footnote-mark') mark(node);
    if (node.kind === 'passage' && hasClass(node.attributes, 'count-up')) contents.counters.push(node);
  };
  const block = (node: Block): void => {
    if ('attributes' in node) add(node.attributes, ownerOf(node));
    if (node.kind === 'code') contents.codes.push(node);
    else if (node.kind === 'math-block') contents.formulas.push(node);
    else if (node.kind === 'diagram') contents.diagrams.push(node);
    else if (node.kind === 'media') contents.media.push(node);
    else if (node.kind !== 'division') return;
    else if (hasClass(node.attributes, 'chart')) contents.charts.push(node);
    else if (hasClass(node.attributes, 'before-after')) contents.comparisons.push(node);
    else if (hasClass(node.attributes, 'image-map')) {
      contents.imageMaps.push(node);
      for (const point of pointsOf(node)) points.add(point);
    } else if (interactiveClass(node) !== null) contents.interactive.push(node);
  };
  const visit = (blocks: readonly Block[]): void => visitTree(blocks, { block, inline, item });
  const mark = (node: FootnoteMark): void => {
    contents.footnotes.push(node);
    if (met.has(node.footnote)) return;
    met.add(node.footnote);
    visit(node.footnote.blocks);
  };
  const markInHandout = (node: FootnoteMark): void => {
    contents.handoutFootnotes.push(node);
    if (met.has(node.footnote)) return;
    met.add(node.footnote);
    visitHandout(node.footnote.blocks);
  };
  const visitHandout = (blocks: readonly Block[]): void =>
    visitTree(blocks, {
      block,
      inline: (node) => (node.kind === 'footnote-mark' ? markInHandout(node) : inline(node)),
      item,
    });
  contents.ids.push(...slide.attributes.filter(({ kind }) => kind === 'id'));
  if (slide.heading) visitInlines(slide.heading.children, inline);
  visitContent(slide, inline, visit);
  visitHandout(slide.notes.handout);
  return contents;
}

/** Collects what the notes of a slide show that are the speaker's alone: as if they were all that the slide had. */
export function collectNotes(slide: Slide): Contents {
  const { speaker, private: own } = slide.notes;
  const notes = { speaker: [], handout: [...speaker, ...own], private: [] };
  return collectContents({
    ...slide,
    heading: null,
    attributes: [],
    content: { kind: 'plain', lead: [], rest: [] },
    fields: new Map(),
    notes,
  });
}

/** The points of an image map: the items of its list. */
function pointsOf({ blocks }: Division): readonly ListItem[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
}

const OWNERS = ['chart', 'column', 'details', 'countdown'] as const;

function ownerOf(block: Block): PairOwner {
  if (block.kind === 'figure' || block.kind === 'code' || block.kind === 'diagram' || block.kind === 'media') {
    return block.kind;
  }
  if (block.kind !== 'division') return 'part';
  return OWNERS.find((name) => hasClass(block.attributes, name)) ?? 'part';
}

/** Visits what a slide shows under its heading, whatever its layout, in reading order: after its lead the fields that the layout declares. */
export function visitContent(
  { content, fields }: Pick<Slide, 'content' | 'fields'>,
  inline: (node: Inline) => void,
  visit: (blocks: readonly Block[]) => void,
): void {
  visit(content.lead);
  visit(blocksOfFields(fields));
  switch (content.kind) {
    case 'plain':
      break;
    case 'quote':
      visit(content.words);
      visitInlines([...content.speaker, ...content.role], inline);
      break;
    case 'compare':
      for (const { heading, blocks, opener } of content.columns) {
        if (heading) visit([heading]);
        if (opener.kind === 'division') visit([{ ...opener, blocks: [] }]);
        visit(blocks);
      }
      break;
    case 'timeline':
      for (const { date, text } of content.events) {
        visitInlines(date, inline);
        visit(text);
      }
      break;
    case 'number':
      visitInlines(content.text, inline);
      break;
    case 'figure':
      visit([content.figure]);
      break;
    case 'table':
      visit([content.table]);
      break;
    case 'code':
      visit([content.code]);
      break;
    case 'sources':
      for (const { blocks } of content.list.items) visit(blocks);
      break;
    case 'quiz':
      for (const { text, feedback } of content.options) visit([...text, ...feedback]);
      break;
    case 'split':
      if (content.isFigureFirst) visit(figureBlocks(content));
      break;
  }
  visit(content.rest);
  if (content.kind === 'split' && !content.isFigureFirst) visit(figureBlocks(content));
}

function figureBlocks({ figureHeading, figure }: SplitContent): readonly Block[] {
  return figureHeading === null ? [figure] : [figureHeading, figure];
}
