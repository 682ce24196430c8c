import { type Source, spanOf } from '../../text/source.ts';
import type { Attributes } from '../tree.ts';
import { parseWords } from './attributes.ts';

/** Plain Markdown, or a division that holds pieces, in the order of the source. */
export type Piece = PlainPiece | DivisionPiece;
export interface PlainPiece {
  readonly kind: 'plain';
  readonly start: number;
  readonly end: number;
}
export interface DivisionPiece {
  readonly kind: 'division';
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  readonly pieces: readonly Piece[];
  /** Whether its closing line was found. A note that follows `Note:` needs none. */
  readonly isClosed: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPENING = /^(:{3,})\s*(?:\{([^{}]*)\}|([\w-]+))\s*:*\s*$/;
const CLOSING = /^:{3,}\s*$/;
const NOTE = /^notes?:[ \t]*/i;
const SLIDE_START = /^#{1,2}[ \t]|^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;

interface OpenDivision {
  readonly start: number;
  readonly attributes: Attributes;
  readonly pieces: Piece[];
  readonly isNote: boolean;
}

/**
 * Cuts a range of a source at the lines that open and close divisions: `::: name` or `::: {.name key=value}` to
 * `:::` (Pandoc's `fenced_divs`), and `Note:` (reveal.js's separator) to the start of the next slide. Lines inside
 * fenced code are code. A division that is never closed runs to the end of the range.
 */
export function cutDivisions(source: Source, start: number, end: number): readonly Piece[] {
  const root: OpenDivision = { start, attributes: [], pieces: [], isNote: false };
  const open: OpenDivision[] = [root];
  let plainStart = start;
  let fence = '';

  const top = (): OpenDivision => open[open.length - 1] ?? root;
  const flush = (to: number): void => {
    if (to > plainStart) top().pieces.push({ kind: 'plain', start: plainStart, end: to });
  };
  const close = (to: number, isClosed: boolean): void => {
    const division = open.pop();
    if (!division) return;
    const { attributes, pieces } = division;
    top().pieces.push({ kind: 'division', start: division.start, end: to, attributes, pieces, isClosed });
  };

  for (let at = start; at < end; ) {
    const lineBreak = source.text.indexOf('\n', at);
    const next = lineBreak === -1 || lineBreak >= end ? end : lineBreak + 1;
    const line = source.text.slice(at, next).trimEnd();
    const mark = FENCE.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = '';
    } else if (mark !== undefined) {
      fence = mark;
    } else if (line.startsWith(':::') && CLOSING.test(line) && open.length > 1 && !top().isNote) {
      flush(at);
      close(next, true);
      plainStart = next;
    } else if (line.startsWith(':::') && OPENING.test(line)) {
      flush(at);
      open.push({ start: at, attributes: openingAttributes(source, line, at), pieces: [], isNote: false });
      plainStart = next;
    } else if (NOTE.test(line) && open.length === 1) {
      flush(at);
      open.push({ start: at, attributes: noteAttributes(source, at), pieces: [], isNote: true });
      plainStart = at + (NOTE.exec(line)?.[0].length ?? 0);
    } else if (top().isNote && SLIDE_START.test(line)) {
      flush(at);
      close(at, true);
      plainStart = at;
    }
    at = next;
  }
  flush(end);
  while (open.length > 1) close(end, top().isNote);
  return root.pieces;
}

function openingAttributes(source: Source, line: string, at: number): Attributes {
  const match = OPENING.exec(line);
  if (match?.[2] !== undefined) return parseWords(source, match[2], at + line.indexOf(match[2], match[1]?.length));
  const name = match?.[3] ?? '';
  const start = at + line.indexOf(name, match?.[1]?.length);
  return [{ kind: 'class', name, value: '', span: spanOf(source, start, start + name.length) }];
}

function noteAttributes(source: Source, at: number): Attributes {
  return [{ kind: 'class', name: 'notes', value: '', span: spanOf(source, at) }];
}
