import type { Block } from '../../markdown/tree.ts';
import type { CodeContent, ContentReader, FigureContent, SourcesContent, TableContent } from '../types.ts';
import { around, type Surroundings } from './around.ts';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

function isOf<K extends Block['kind']>(kind: K): (block: Block) => block is BlockOf<K> {
  return (block): block is BlockOf<K> => block.kind === kind;
}

function takeFirst<K extends Block['kind']>(
  blocks: readonly Block[],
  kind: K,
): ({ readonly taken: BlockOf<K> } & Surroundings) | null {
  const taken = blocks.find(isOf(kind));
  return taken ? { taken, ...around(blocks, taken) } : null;
}

function isOnly(blocks: readonly Block[], kind: Block['kind']): boolean {
  return blocks.length === 1 && blocks[0]?.kind === kind;
}

/** A picture: an image in a paragraph of its own. */
export const figureReader: ContentReader<FigureContent> = {
  needs: 'a picture in a paragraph of its own: "![what it shows](media/name.svg)"',
  infers: ({ blocks }) => isOnly(blocks, 'figure'),
  read({ blocks }) {
    const found = takeFirst(blocks, 'figure');
    return found && { kind: 'figure', figure: found.taken, lead: found.lead, rest: found.rest };
  },
};

/** A table. */
export const tableReader: ContentReader<TableContent> = {
  needs: 'a table: rows of cells between "|", with a row of dashes under the first',
  infers: ({ blocks }) => isOnly(blocks, 'table'),
  read({ blocks }) {
    const found = takeFirst(blocks, 'table');
    return found && { kind: 'table', table: found.taken, lead: found.lead, rest: found.rest };
  },
};

/** A block of source code. */
export const codeReader: ContentReader<CodeContent> = {
  needs: 'a block of code between lines of "```"',
  infers: ({ blocks }) => isOnly(blocks, 'code'),
  read({ blocks }) {
    const found = takeFirst(blocks, 'code');
    return found && { kind: 'code', code: found.taken, lead: found.lead, rest: found.rest };
  },
};

/** A list of sources; only ever named, never inferred. */
export const sourcesReader: ContentReader<SourcesContent> = {
  needs: 'a list of sources',
  infers: () => false,
  read({ blocks }) {
    const found = takeFirst(blocks, 'list');
    return found && { kind: 'sources', list: found.taken, lead: found.lead, rest: found.rest };
  },
};
