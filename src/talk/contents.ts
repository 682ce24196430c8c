import {
  type Attribute,
  type Attributes,
  type Block,
  type Code,
  type Image,
  type Inline,
  type Link,
  visitInlines,
  visitTree,
} from '../markdown/tree.ts';
import type { Content, Slide } from '../outline/types.ts';

/** What a slide shows that other parts of a talk must know of, each in reading order; nothing of its notes. */
export interface Contents {
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly codes: readonly Code[];
  /** The ids that the slide and what is on it are given: those that a link can lead to, because they are drawn. */
  readonly ids: readonly Attribute[];
  /** The `key=value` attributes of what is on the slide. */
  readonly pairs: readonly Attribute[];
}

/** Collects what a slide shows in one walk over it. */
export function collectContents(slide: Slide): Contents {
  const contents = {
    links: [] as Link[],
    images: [] as Image[],
    codes: [] as Code[],
    ids: [] as Attribute[],
    pairs: [] as Attribute[],
  };
  const add = (attributes: Attributes): void => {
    for (const attribute of attributes) {
      if (attribute.kind === 'id') contents.ids.push(attribute);
      else if (attribute.kind === 'pair') contents.pairs.push(attribute);
    }
  };
  const inline = (node: Inline): void => {
    if (node.kind === 'link') contents.links.push(node);
    else if (node.kind === 'image') contents.images.push(node);
    else if (node.kind === 'passage') add(node.attributes);
  };
  const block = (node: Block): void => {
    if ('attributes' in node) add(node.attributes);
    if (node.kind === 'code') contents.codes.push(node);
  };
  contents.ids.push(...slide.attributes.filter(({ kind }) => kind === 'id'));
  if (slide.heading) visitInlines(slide.heading.children, inline);
  visitContent(slide.content, inline, (blocks) =>
    visitTree(blocks, { block, inline, item: ({ attributes }) => add(attributes) }),
  );
  return contents;
}

/** Visits what a slide shows under its heading, whatever its layout, in reading order. */
export function visitContent(
  content: Content,
  inline: (node: Inline) => void,
  visit: (blocks: readonly Block[]) => void,
): void {
  visit(content.lead);
  switch (content.kind) {
    case 'plain':
      break;
    case 'quote':
      visit(content.words);
      visitInlines([...content.speaker, ...content.role], inline);
      break;
    case 'compare':
      for (const { heading, blocks } of content.columns) {
        visitInlines(heading?.children ?? [], inline);
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
      inline(content.figure.image);
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
  }
  visit(content.rest);
}
