import { type Attributes, type Block, hasClass, type Inline, type ListItem, visitInlines, visitTree } from './tree.ts';

/** Blocks without what has the class `hidden`, at any depth: blocks, items of lists, and words. */
export function withoutHidden(blocks: readonly Block[]): readonly Block[] {
  return holdsHidden(blocks) ? keepShown(blocks) : blocks;
}

/** Words without those that have the class `hidden`. */
export function withoutHiddenWords(inlines: readonly Inline[]): readonly Inline[] {
  let found = false;
  visitInlines(inlines, (inline) => {
    found ||= isHidden(inline);
  });
  return found ? keepWords(inlines) : inlines;
}

function isHidden(node: Block | ListItem | Inline): boolean {
  const attributes: Attributes = 'attributes' in node ? node.attributes : [];
  return hasClass(attributes, 'hidden');
}

function holdsHidden(blocks: readonly Block[]): boolean {
  let found = false;
  const look = (node: Block | ListItem | Inline): void => {
    found ||= isHidden(node);
  };
  visitTree(blocks, { block: look, item: look, inline: look });
  return found;
}

function keepShown(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !isHidden(block)).map(keepShownOf);
}

function keepShownOf(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: keepWords(block.children) };
    case 'list':
      return { ...block, items: block.items.filter((item) => !isHidden(item)).map(keepShownItem) };
    case 'quotation':
    case 'division':
    case 'element-block':
      return { ...block, blocks: keepShown(block.blocks) };
    case 'alert':
      return { ...block, title: keepWords(block.title), blocks: keepShown(block.blocks) };
    case 'definition-list':
      return {
        ...block,
        entries: block.entries.map(({ term, meanings }) => ({
          term: keepWords(term),
          meanings: meanings.map(keepShown),
        })),
      };
    case 'table':
      return {
        ...block,
        caption: keepWords(block.caption),
        header: block.header.map(keepWords),
        rows: block.rows.map((cells) => cells.map(keepWords)),
      };
    default:
      return block;
  }
}

function keepShownItem(item: ListItem): ListItem {
  return { ...item, blocks: keepShown(item.blocks) };
}

function keepWords(inlines: readonly Inline[]): readonly Inline[] {
  return inlines
    .filter((inline) => !isHidden(inline))
    .map((inline) => ('children' in inline ? { ...inline, children: keepWords(inline.children) } : inline));
}
