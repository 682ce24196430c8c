import { withoutHidden } from '../markdown/hidden.ts';
import { type Block, hasClass } from '../markdown/tree.ts';
import type { Notes } from './types.ts';

/** By class; of two classes on one division the one that shows less counts. */
const KINDS = { private: 'private', notes: 'speaker', handout: 'handout' } as const;
type ClassName = keyof typeof KINDS;
/** The classes of divisions that are notes. */
export const CLASS_NAMES = Object.keys(KINDS) as readonly ClassName[];

/**
 * The blocks of a slide without its notes and what is hidden, and its notes by kind. Notes are found in divisions of any depth, so that
 * none of them can be published; one kind inside another, as a handout after `Note:`, is its own, but all that is
 * inside `private` is private.
 */
export function separateNotes(blocks: readonly Block[]): { readonly shown: readonly Block[]; readonly notes: Notes } {
  const notes: { [K in keyof Notes]: Block[] } = { speaker: [], handout: [], private: [] };
  const separate = (inside: readonly Block[], kept: Block[]): Block[] => {
    for (const block of inside) {
      if (block.kind !== 'division') {
        kept.push(block);
        continue;
      }
      const name = CLASS_NAMES.find((className) => hasClass(block.attributes, className));
      if (name === 'private') for (const own of block.blocks) notes.private.push(own);
      else if (name !== undefined) separate(block.blocks, notes[KINDS[name]]);
      else kept.push({ ...block, blocks: separate(block.blocks, []) });
    }
    return kept;
  };
  const shown = withoutHidden(separate(blocks, []));
  const { speaker, handout } = notes;
  return {
    shown,
    notes: { speaker: withoutHidden(speaker), handout: withoutHidden(handout), private: withoutHidden(notes.private) },
  };
}

/** Whether there are no notes of any kind. */
export function hasNoNotes(notes: Notes): boolean {
  return notes.speaker.length + notes.handout.length + notes.private.length === 0;
}
