import type { Diagram } from '../markdown/tree.ts';
import { type Span, spanOf } from '../text/source.ts';

/** What mermaid takes out of a text before it reads it, in this order, by the patterns that it has for it. */
const NOT_READ = [
  /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/gs,
  /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi,
  /^\s*%%(?!{)[^\n]+\n?/gm,
  /^\s+/g,
];

/**
 * The place in the outline, or in the diagram's own file, of a place in its text: an offset, or line and column from 1 of
 * what mermaid reads. It runs to the end of the line. The fence stands for what is not found.
 */
export function diagramPlace(
  diagram: Diagram,
  place: number | { readonly line: number; readonly column: number },
): Span {
  const { text, file, span } = diagram;
  const offset = typeof place === 'number' ? place : offsetOf(text, place);
  const at = withinLine(text, offset);
  if (file) return spanOf(file, at);
  return lineInOutline(diagram, at) ?? spanOf(span.source, span.start);
}

function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  let read = text;
  let offsets = Array.from({ length: text.length }, (_, index) => index);
  for (const pattern of NOT_READ) {
    let kept = '';
    let from = 0;
    const keptOffsets: number[] = [];
    for (const { 0: match, index } of [...read.matchAll(pattern), { 0: '', index: read.length }]) {
      kept += read.slice(from, index);
      keptOffsets.push(...offsets.slice(from, index));
      from = index + match.length;
    }
    read = kept;
    offsets = keptOffsets;
  }
  const before = read.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const lineLength = (read.slice(start).split('\n')[0] ?? '').length;
  return offsets[start + Math.min(column - 1, lineLength)] ?? text.length;
}

/** Where a text ends, the last sign before it stands for it; else a mark would stand under nothing. */
function withinLine(text: string, offset: number): number {
  const isNothing = (at: number): boolean => at > 0 && (at >= text.length || text[at] === '\n');
  let at = Math.min(offset, text.length);
  while (isNothing(at)) at -= 1;
  return at;
}

/** In items and quotations the lines of a block have lost what stands before them: so they are looked for one by one. */
function lineInOutline({ text, span }: Diagram, offset: number): Span | null {
  const { source } = span;
  let cursor = source.text.indexOf('\n', span.start) + 1;
  let before = 0;
  for (const line of text.split('\n')) {
    const at = source.text.indexOf(line, cursor);
    if (at === -1 || at + line.length > span.end) return null;
    if (offset <= before + line.length) return spanOf(source, at + offset - before);
    cursor = at + line.length;
    before += line.length + 1;
  }
  return null;
}
