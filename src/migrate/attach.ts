import type { Attributes, Block, ListItem } from '../markdown/tree.ts';
import { trimmedEnd } from './part.ts';
import type { Edit } from './traced.ts';

/**
 * The edits that give a block, or an item of a list, attributes more: in braces at the end of its text, or as a division
 * around it. `null` where neither can be: inside a list there are no divisions.
 */
export function attachWords(
  text: string,
  node: Block | ListItem,
  parents: readonly (Block | ListItem)[],
  words: readonly string[],
): readonly Edit[] | null {
  const list = words.join(' ');
  const { start, end } = node.span;
  const at = (offset: number, written: string): readonly Edit[] => [{ start: offset, end: offset, text: written }];
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
    case 'division':
      return (
        insideBraces(text, node.attributes, list) ??
        (node.kind === 'division' ? null : at(trimmedEnd(text, start, end), ` {${list}}`))
      );
    case 'list-item': {
      const first = node.blocks[0];
      if (first?.kind !== 'paragraph') return null;
      return (
        insideBraces(text, node.attributes, list) ??
        at(trimmedEnd(text, first.span.start, first.span.end), ` {${list}}`)
      );
    }
    case 'figure':
      return insideBraces(text, node.attributes, list) ?? at(node.image.span.end, `{${list}}`);
    case 'code': {
      const lineEnd = text.indexOf('\n', start);
      const isFenced = /^\s*(?:`{3}|~{3})/.test(text.slice(start, start + 20)) && lineEnd !== -1;
      if (isFenced)
        return insideBraces(text, node.attributes, list) ?? at(trimmedEnd(text, start, lineEnd), ` {${list}}`);
      break;
    }
  }
  const holder = parents.at(-1);
  if (parents.some(({ kind }) => kind !== 'division')) return null;
  if (holder && holder.kind !== 'division') return null;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return [
    { start: lineStart, end: lineStart, text: `::: {${list}}\n` },
    { start: trimmedEnd(text, start, end), end: trimmedEnd(text, start, end), text: '\n:::' },
  ];
}

/** At the end of the attribute list that is there already. */
function insideBraces(text: string, attributes: Attributes, list: string): readonly Edit[] | null {
  const last = attributes.at(-1);
  if (!last || text[last.span.start - 1] === ':') return null;
  const close = text.indexOf('}', last.span.end);
  return close === -1 ? null : [{ start: close, end: close, text: ` ${list}` }];
}
