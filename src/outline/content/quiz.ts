import type { Block, List, ListItem } from '../../markdown/tree.ts';
import type { ContentReader, QuizContent, QuizOption } from '../types.ts';
import { around } from './around.ts';

const FEWEST_OPTIONS = 2;

/** A question: a list of tasks, in which the right answers are ticked. Only ever named, never inferred. */
export const quizReader: ContentReader<QuizContent> = {
  needs: 'a list of two or more options, "- [x] right" and "- [ ] wrong", of which at least one is right',
  infers: () => false,
  read({ blocks }) {
    for (const block of blocks) {
      const options = block.kind === 'list' ? optionsOf(block) : null;
      if (options) return { kind: 'quiz', options, ...around(blocks, block) };
    }
    return null;
  },
};

function optionsOf({ items }: List): readonly QuizOption[] | null {
  const options = items.map(optionOf).filter((option) => option !== null);
  const isWhole = options.length === items.length && options.length >= FEWEST_OPTIONS;
  return isWhole && options.some(({ isRight }) => isRight) ? options : null;
}

/** An option is the first text of its item; what is indented under it answers who has chosen it. */
function optionOf(item: ListItem): QuizOption | null {
  if (item.isDone === null) return null;
  const [first, ...others] = item.blocks;
  return { item, text: first ? [first] : [], feedback: others.flatMap(withoutBullet), isRight: item.isDone };
}

/** A list of one item is written for its indentation alone. */
function withoutBullet(block: Block): readonly Block[] {
  const [only] = block.kind === 'list' && block.items.length === 1 ? block.items : [];
  return only ? only.blocks : [block];
}
