import { type Span, spanOf } from '../../text/source.ts';
import type { Conversion } from '../conversion.ts';
import { emptyVariable, unknownVariable } from '../findings.ts';

const VARIABLE = /\{\{\s*([\w-]+)\s*\}\}/g;
const SHORT_CODE = /:([a-z0-9_+-]+):/g;

/** A piece of a text: as it stands, or put there for `{{name}}`, with its place. */
export interface FilledPiece {
  readonly text: string;
  readonly span: Span;
}

/**
 * A text with its variables `{{name}}` and emoji short codes `:name:` (GitHub's names) resolved, in pieces. Short codes
 * that nobody has stay as they are. Findings: `unknown-variable`, `empty-variable`.
 */
export function fillText(conversion: Conversion, text: string, span: Span): readonly FilledPiece[] {
  if (!text.includes('{{')) return [{ text: withEmoji(conversion, text), span }];
  const pieces: FilledPiece[] = [];
  let done = 0;
  let start = span.start;
  let cursor = span.start;
  const addPlain = (end: number, to: number): void => {
    if (end === done) return;
    pieces.push({ text: withEmoji(conversion, text.slice(done, end)), span: spanOf(span.source, start, to) });
  };
  for (const match of text.matchAll(VARIABLE)) {
    const place = placeIn(spanOf(span.source, cursor, span.end), match[0]);
    cursor = place.end;
    const value = valueFor(conversion, match[1] ?? '', place);
    if (value === null) continue;
    addPlain(match.index, place.start);
    pieces.push({ text: value, span: place });
    done = match.index + match[0].length;
    start = place.end;
  }
  addPlain(text.length, span.end);
  return pieces;
}

/** As `fillText`, for where a text cannot have pieces: an address, a caption. */
export function fillValue(conversion: Conversion, text: string, span: Span): string {
  if (!text.includes('{{') && !text.includes(':')) return text;
  return fillText(conversion, text, span)
    .map((piece) => piece.text)
    .join('');
}

function valueFor({ references, findings }: Conversion, name: string, span: Span): string | null {
  const value = references.variables.get(name);
  if (value === undefined) findings.push(unknownVariable(span, name, [...references.variables.keys()]));
  else if (value === '') findings.push(emptyVariable(span, name));
  return value === undefined || value === '' ? null : value;
}

function placeIn({ source, start, end }: Span, written: string): Span {
  const at = source.text.indexOf(written, start);
  return at === -1 || at >= end ? spanOf(source, start, end) : spanOf(source, at, at + written.length);
}

function withEmoji({ references: { emoji } }: Conversion, text: string): string {
  if (emoji === null || !text.includes(':')) return text;
  return text.replace(
    SHORT_CODE,
    (written, name: string) => (Object.hasOwn(emoji, name) ? emoji[name] : undefined) ?? written,
  );
}
