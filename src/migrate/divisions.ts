import type { Division } from '../markdown/tree.ts';
import type { Edit } from './traced.ts';

/** The edits that take the two lines around a division away, and leave what is in it; none where it is never closed. */
export function unwrapDivision(text: string, { span }: Division): readonly Edit[] {
  const closing = text.lastIndexOf(':::', span.end - 1);
  const start = text.lastIndexOf('\n', closing) + 1;
  const isClosed = closing > span.start && /^[ \t]*:{3,}[ \t]*$/.test(text.slice(start, closing + 3));
  const opening = text.indexOf('\n', span.start);
  if (!isClosed || opening === -1) return [];
  return [
    { start: span.start, end: opening, text: '' },
    { start, end: closing + 3, text: '' },
  ];
}
