import { type Block, type Division, hasClass, type ListItem } from '../../markdown/tree.ts';
import { attachWords } from '../attach.ts';
import { unwrapDivision } from '../divisions.ts';
import { metBlocks, parsePart } from '../part.ts';
import { type Edit, editTraced, type TracedText } from '../traced.ts';

/** Divisions that say whether the items of lists in them come one by one; `flipped` stands for a quotation around a list. */
const SAYING = ['incremental', 'nonincremental', 'flipped'];

/** A slide in which items of lists come one by one where the deck, or a division around them, says so. */
export function carryIncremental(text: TracedText, isUsual: boolean): TracedText {
  const met = metBlocks(parsePart(text));
  const edits = met.flatMap(({ node, parents }): readonly Edit[] => {
    if (node.kind !== 'list-item' || !comesAlone(parents, isUsual)) return [];
    return attachWords(text.text, node, parents, ['.step']) ?? [];
  });
  return withoutSaying(editTraced(text, edits));
}

function comesAlone(parents: readonly (Block | ListItem)[], isUsual: boolean): boolean {
  const divisions = parents.filter((parent) => parent.kind === 'division');
  if (divisions.some(({ attributes }) => hasClass(attributes, 'notes'))) return false;
  const said = divisions.findLast(says);
  if (!said) return isUsual;
  return hasClass(said.attributes, 'flipped') ? !isUsual : hasClass(said.attributes, 'incremental');
}

function says({ attributes }: Division): boolean {
  return SAYING.some((name) => hasClass(attributes, name));
}

/** Divisions that said no more than that have said it. */
function withoutSaying(text: TracedText): TracedText {
  const edits = metBlocks(parsePart(text)).flatMap(({ node }): readonly Edit[] => {
    const isDone = node.kind === 'division' && says(node) && node.attributes.length === 1;
    return isDone ? unwrapDivision(text.text, node) : [];
  });
  return editTraced(text, edits);
}
