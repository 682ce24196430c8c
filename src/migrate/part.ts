import { parseMarkdown } from '../markdown/parse.ts';
import type { References } from '../markdown/references.ts';
import { type Block, type Inline, type ListItem, visitTree } from '../markdown/tree.ts';
import type { Checked } from '../text/finding.ts';
import type { TracedText } from './traced.ts';

const NO_REFERENCES: References = {
  variables: new Map(),
  emoji: null,
  readTag: null,
  isHtmlTrusted: false,
  readText: () => null,
};

/**
 * The blocks of a text as an outline would have them, each with its place in the text, and what is found in it. What
 * links refer to may stand elsewhere in the deck: `definitions` has it.
 */
export function checkPart({ text }: TracedText, definitions = ''): Checked<readonly Block[]> {
  const source = { path: '', text: definitions === '' ? text : `${text}\n\n${definitions}` };
  return parseMarkdown(source, 0, NO_REFERENCES);
}

/** The blocks of `checkPart`. */
export function parsePart(traced: TracedText, definitions = ''): readonly Block[] {
  return checkPart(traced, definitions).value;
}

/** A node of a text with what it stands in, the innermost last. */
export interface Met<N> {
  readonly node: N;
  readonly parents: readonly (Block | ListItem)[];
}

/** All blocks and items of lists, outer before inner, in reading order. */
export function metBlocks(blocks: readonly Block[]): readonly Met<Block | ListItem>[] {
  const met: Met<Block | ListItem>[] = [];
  const meet = (node: Block | ListItem, parents: readonly (Block | ListItem)[]): void => {
    met.push({ node, parents });
    for (const inner of innerNodes(node)) meet(inner, [...parents, node]);
  };
  for (const block of blocks) meet(block, []);
  return met;
}

function innerNodes(node: Block | ListItem): readonly (Block | ListItem)[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'definition-list') return node.entries.flatMap(({ meanings }) => meanings.flat());
  return 'blocks' in node ? node.blocks : [];
}

/** All inlines, outer before inner, in reading order; footnotes are not among them. */
export function metInlines(blocks: readonly Block[]): readonly Inline[] {
  const met: Inline[] = [];
  visitTree(blocks, { inline: (inline) => met.push(inline) });
  return met;
}

/** The end of a range without the white space at it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Where the white space of a line begins that stands right before an offset. */
export function spaceBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}
