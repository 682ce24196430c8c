import { type Block, hasClass } from '../../markdown/tree.ts';
import type { Column, CompareContent, ContentReader } from '../types.ts';
import { around } from './around.ts';

/** Columns: two or more `###`, or `:::: columns` with `::: column` in it. */
export const compareReader: ContentReader<CompareContent> = {
  needs: 'columns: two or more "###" headings, or "::: column" divisions inside ":::: columns"',
  infers: ({ blocks }) => columnsOf(blocks) !== null,
  read: ({ blocks }) => columnsOf(blocks),
};

function columnsOf(blocks: readonly Block[]): CompareContent | null {
  return divisionColumns(blocks) ?? headingColumns(blocks);
}

function divisionColumns(blocks: readonly Block[]): CompareContent | null {
  for (const holder of blocks) {
    if (holder.kind !== 'division' || !hasClass(holder.attributes, 'columns')) continue;
    const columns: Column[] = [];
    const loose: Block[] = [];
    for (const block of holder.blocks) {
      if (block.kind === 'division' && hasClass(block.attributes, 'column'))
        columns.push(columnOf(block, block.blocks));
      else loose.push(block);
    }
    if (columns.length < 2) continue;
    const { lead, rest } = around(blocks, holder);
    return { kind: 'compare', columns, lead, rest: [...loose, ...rest] };
  }
  return null;
}

function headingColumns(blocks: readonly Block[]): CompareContent | null {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.depth === 3 ? [index] : []));
  if (starts.length < 2) return null;
  const columns = starts.flatMap((start, index): readonly Column[] => {
    const opener = blocks[start];
    return opener ? [columnOf(opener, blocks.slice(start, starts[index + 1]))] : [];
  });
  return { kind: 'compare', columns, lead: blocks.slice(0, starts[0]), rest: [] };
}

function columnOf(opener: Block, blocks: readonly Block[]): Column {
  const [first] = blocks;
  if (first?.kind !== 'heading') return { heading: null, blocks, opener };
  return { heading: first, blocks: blocks.slice(1), opener };
}
