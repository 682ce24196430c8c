import type { Block } from '../../markdown/tree.ts';

/** What stands before and after the block that a layout takes, in the order of the outline. */
export interface Surroundings {
  readonly lead: readonly Block[];
  readonly rest: readonly Block[];
}

/** The blocks around one of them. */
export function around(blocks: readonly Block[], taken: Block): Surroundings {
  const index = blocks.indexOf(taken);
  return { lead: blocks.slice(0, index), rest: blocks.slice(index + 1) };
}
