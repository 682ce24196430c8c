import { type Source, spanOf } from '../../text/source.ts';
import { DEEPEST, TooDeep } from '../bounds.ts';
import { type Attributes, hasClass } from '../tree.ts';
import { parseWords } from './attributes.ts';
import { VerbatimLines } from './verbatim.ts';

/** Plain Markdown, or a division that holds pieces, in the order of the source. */
export type Piece = PlainPiece | DivisionPiece;
/** A range without divisions, for marked. */
export interface PlainPiece {
  readonly kind: 'plain';
  readonly start: number;
  readonly end: number;
}
/** A division from its opening line to the end of its closing one. */
export interface DivisionPiece {
  readonly kind: 'division';
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  readonly pieces: readonly Piece[];
  /** Whether its closing line was found. A note that follows `Note:` needs none. */
  readonly isClosed: boolean;
}

const OPENING = /^[ \t]*(:{3,})\s*(?:\{([^{}]*)\}|([\w-]+))\s*:*\s*$/;
const CLOSING = /^[ \t]*:{3,}\s*$/;
const NOTE = /^ {0,3}notes?:[ \t]*/i;
const SLIDE_START = /^ {0,3}(?:#{1,2}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;
/** Divisions that are notes: in them a line `Note:` is text, so that what is private stays so. */
const NOTE_CLASSES = ['notes', 'handout', 'private'];

interface OpenDivision {
  readonly start: number;
  readonly attributes: Attributes;
  readonly pieces: Piece[];
  /** Whether `Note:` opened it: then it needs no closing line. */
  readonly isNote: boolean;
}

/**
 * Cuts a range of a source at the lines that open and close divisions: `::: name` or `::: {.name key=value}` to
 * `:::` (Pandoc's `fenced_divs`), and `Note:` (reveal.js's separator) to the start of the next slide or the end of the
 * division around it. Lines inside fenced code and comments are left alone. A division that is never closed runs to
 * the end of the range. Throws `TooDeep`.
 */
export function cutDivisions(source: Source, start: number, end: number): readonly Piece[] {
  const root: OpenDivision = { start, attributes: [], pieces: [], isNote: false };
  const open: OpenDivision[] = [root];
  const verbatim = new VerbatimLines(source.text);
  let plainStart = start;

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
    const before = plainStart;
    if (verbatim.isVerbatim(line, at)) {
      at = next;
      continue;
    }
    const mayBeDivision = line.includes(':::');
    if (mayBeDivision && CLOSING.test(line) && open.some((division) => division !== root && !division.isNote)) {
      flush(at);
      if (top().isNote) close(at, true);
      close(next, true);
      plainStart = next;
    } else if (mayBeDivision && OPENING.test(line)) {
      flush(at);
      if (open.length > DEEPEST) throw new TooDeep();
      open.push({ start: at, attributes: openingAttributes(source, line, at), pieces: [], isNote: false });
      plainStart = next;
    } else if (NOTE.test(line) && !open.some(holdsNotes)) {
      flush(at);
      open.push({ start: at, attributes: noteAttributes(source, at), pieces: [], isNote: true });
      plainStart = at + (NOTE.exec(line)?.[0].length ?? 0);
    } else if (top().isNote && SLIDE_START.test(line)) {
      flush(at);
      close(at, true);
      plainStart = at;
    }
    if (plainStart !== before) {
      verbatim.cut();
      // What stands after "Note:" is the first line of the note.
      if (plainStart > at && plainStart < next)
        verbatim.isVerbatim(source.text.slice(plainStart, next).trimEnd(), plainStart);
    }
    at = next;
  }
  flush(end);
  while (open.length > 1) close(end, top().isNote);
  return root.pieces;
}

function holdsNotes({ attributes }: OpenDivision): boolean {
  return NOTE_CLASSES.some((name) => hasClass(attributes, name));
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
