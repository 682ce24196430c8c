import { findOutsideCode } from './mask.ts';
import { type Edit, editTraced, sliceTraced, type TracedText, trimTraced } from './traced.ts';

/** What footnotes of a deck say, by name. */
export type FootnoteTexts = ReadonlyMap<string, TracedText>;

const DEFINITION = /^ {0,3}\[\^([^\]\s^]+)\]:/;
const MARK = /\[\^([^\]\s^]+)\](?!:)/g;
const INDENTED = /^(?: {4}|\t)/;

/** The footnotes of a deck, which may stand anywhere in it, and the deck without them. */
export function takeFootnotes(deck: TracedText): { readonly text: TracedText; readonly footnotes: FootnoteTexts } {
  const footnotes = new Map<string, TracedText>();
  if (!deck.text.includes('[^')) return { text: deck, footnotes };
  const lines = deck.text.split('\n');
  const edits: Edit[] = [];
  const masked = new Set(findOutsideCode(deck.text, /^ {0,3}\[\^/gm).map(({ index }) => index));
  for (let index = 0; index < lines.length; index += 1) {
    const name = DEFINITION.exec(lines[index] ?? '')?.[1];
    const start = deck.starts[index] ?? 0;
    if (name === undefined || !masked.has(start) || footnotes.has(name)) continue;
    const last = lastLine(lines, index);
    const end = (deck.starts[last] ?? 0) + (lines[last] ?? '').length;
    footnotes.set(name, trimTraced(sliceTraced(deck, start, end)));
    edits.push({ start, end, text: '' });
    index = last;
  }
  return { text: editTraced(deck, edits), footnotes };
}

/** A definition lasts to an empty line, and goes on in indented paragraphs. */
function lastLine(lines: readonly string[], start: number): number {
  let last = start;
  let isAfterBlank = false;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const isBlank = line.trim() === '';
    if (!isBlank && (isAfterBlank ? !INDENTED.test(line) : DEFINITION.test(line))) break;
    if (!isBlank) last = index;
    isAfterBlank = isBlank;
  }
  return last;
}

/** The names of the footnotes that a text marks, each once. */
export function markedIn(text: TracedText): readonly string[] {
  return [...new Set(findOutsideCode(text.text, MARK).flatMap(([, name]) => name ?? []))];
}
