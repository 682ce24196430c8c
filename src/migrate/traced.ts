import { type Source, type Span, spanOf } from '../text/source.ts';
import { trackFences } from './fences.ts';

/** A text, and for each of its lines the place in the deck that it comes from. */
export interface TracedText {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
  /** One for each line. */
  readonly origins: readonly Span[];
}

/** What takes the place of a range of a text; an empty range is where it is put in. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part of a source from `start` to `end`. */
export function traceText(source: Source, start: number, end: number): TracedText {
  const text = source.text.slice(start, end);
  const starts = lineStarts(text);
  return { text, starts, origins: starts.map((at) => spanOf(source, start + at)) };
}

/** A text that comes as a whole from one place. */
export function tracedTo(origin: Span, text: string): TracedText {
  const starts = lineStarts(text);
  return { text, starts, origins: starts.map(() => origin) };
}

/** The place in the deck that the line at an offset comes from. */
export function originAt({ starts, origins }: TracedText, offset: number): Span {
  return origins[lineIndex(starts, offset)] as Span;
}

/** The part of a text from `start` to `end`. */
export function sliceTraced(traced: TracedText, start: number, end: number): TracedText {
  return editTraced(traced, [
    { start: 0, end: start, text: '' },
    { start: end, end: traced.text.length, text: '' },
  ]);
}

/** Texts one after another, with so much between each two. */
export function joinTraced(parts: readonly TracedText[], between: string): TracedText | null {
  const [first, ...others] = parts;
  if (!first) return null;
  const text = [first, ...others].map((part) => part.text).join(between);
  const origins = [...first.origins];
  const gaps = between.split('\n').length - 1;
  for (const part of others) {
    const last = part.origins[0] as Span;
    if (gaps === 0) origins.push(...part.origins.slice(1));
    else origins.push(...Array.from({ length: gaps - 1 }, () => last), ...part.origins);
  }
  return { text, starts: lineStarts(text), origins };
}

/** The text with all edits made at once; of two that overlap, the one that begins first counts. */
export function editTraced(traced: TracedText, edits: readonly Edit[]): TracedText {
  if (edits.length === 0) return traced;
  const ordered = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const text: string[] = [];
  const origins: Span[] = [];
  let isNewLine = true;
  const add = (piece: string, at: number, isKept: boolean): void => {
    if (piece === '') return;
    text.push(piece);
    let from = 0;
    for (const line of piece.split('\n')) {
      if (isNewLine) origins.push(originAt(traced, isKept ? at + from : at));
      from += line.length + 1;
      isNewLine = true;
    }
    isNewLine = false;
  };
  let done = 0;
  for (const edit of ordered) {
    if (edit.start < done) continue;
    add(traced.text.slice(done, edit.start), done, true);
    add(edit.text, edit.start, false);
    done = edit.end;
  }
  add(traced.text.slice(done), done, true);
  const edited = text.join('');
  return {
    text: edited,
    starts: lineStarts(edited),
    origins: origins.length > 0 ? origins : traced.origins.slice(0, 1),
  };
}

/** The text with each line rewritten: by a line, by several, or by nothing for `null`. Lines come without their ends. */
export function mapTraced(
  traced: TracedText,
  rewrite: (line: string, origin: Span, index: number) => string | null,
): TracedText {
  const lines = traced.text.split('\n');
  const kept: string[] = [];
  const origins: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const origin = traced.origins[index] as Span;
    const rewritten = rewrite(line, origin, index);
    if (rewritten === null) continue;
    kept.push(rewritten);
    origins.push(...rewritten.split('\n').map(() => origin));
  }
  const text = kept.join('\n');
  return { text, starts: lineStarts(text), origins: origins.length > 0 ? origins : traced.origins.slice(0, 1) };
}

/** Without empty lines at its beginning and white space at its end. */
export function trimTraced(traced: TracedText): TracedText {
  const start = /^(?:[ \t]*\n)*/.exec(traced.text)?.[0].length ?? 0;
  return sliceTraced(traced, start, Math.max(start, traced.text.trimEnd().length));
}

/** Trimmed, without white space before its first word, and with one empty line where there are several outside of code. */
export function tidyTraced(traced: TracedText): TracedText {
  const isCode = trackFences();
  let wasBlank = false;
  const tidied = mapTraced(trimTraced(traced), (line) => {
    const isBlank = !isCode(line.trimEnd()) && line.trim() === '';
    const isExtra = isBlank && wasBlank;
    wasBlank = isBlank;
    return isExtra ? null : isBlank ? '' : line;
  });
  const indent = /^[ \t]*/.exec(tidied.text)?.[0] ?? '';
  return indent.length < 4 ? editTraced(tidied, [{ start: 0, end: indent.length, text: '' }]) : tidied;
}

/** Whether nothing stands in it. */
export function isBlankText({ text }: TracedText): boolean {
  return text.trim() === '';
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
