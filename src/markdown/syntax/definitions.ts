import type { Lexer, Token, Tokens } from 'marked';
import { interrupts, lineAt, nextLine } from '../lines.ts';

/** marked's token of a list of terms and what they mean. */
export interface DefinitionListToken extends Tokens.Generic {
  readonly type: 'definition-list';
  readonly entries: readonly DefinitionTokens[];
}
export interface DefinitionTokens {
  readonly term: readonly Token[];
  readonly meanings: readonly (readonly Token[])[];
}

/** After the line of the term. */
const FIRST_MEANING = /\n(?:[ \t]*\n)? {0,3}:[ \t]+\S/y;
/** What cannot be a term, because it begins another kind of block. */
const OTHER_BLOCK = /^(?: {4}|\t| {0,3}(?:[#>|]|:(?:[ \t]|::)|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}))/;
const MEANING = /^ {0,3}:[ \t]+(?=\S)/;
const INDENTED = /^(?: {2,}|\t)/;

/**
 * Pandoc's `definition_lists`: a term on a line of its own, then, after at most one empty line, `: meaning` once or
 * more often. A meaning goes on over the lines under it, and over indented paragraphs.
 */
export function lexDefinitionList(lexer: Lexer, src: string): DefinitionListToken | undefined {
  if (!isEntry(src, 0)) return undefined;
  const entries: DefinitionTokens[] = [];
  let end = 0;
  for (let entry = readEntry(src, 0); entry !== null; entry = readEntry(src, skipBlank(src, end))) {
    const { term, meanings } = entry;
    entries.push({
      term: lexer.inline(term, []),
      meanings: meanings.map((meaning) => lexer.blockTokens(meaning, [])),
    });
    end = entry.end;
  }
  if (entries.length === 0) return undefined;
  return { type: 'definition-list', raw: src.slice(0, end), entries };
}

/** Looks at no more than the lines it needs: this runs at every block of a talk. */
function isEntry(src: string, start: number): boolean {
  const end = src.indexOf('\n', start);
  if (end === -1) return false;
  FIRST_MEANING.lastIndex = end;
  if (!FIRST_MEANING.test(src)) return false;
  const line = lineAt(src, start);
  return line.trim() !== '' && !OTHER_BLOCK.test(line);
}

interface Entry {
  readonly term: string;
  readonly meanings: readonly string[];
  readonly end: number;
}

function readEntry(src: string, start: number): Entry | null {
  if (!isEntry(src, start)) return null;
  const term = src.slice(start, nextLine(src, start)).trim();
  const meanings: string[] = [];
  const first = skipBlank(src, nextLine(src, start));
  let end = first;
  for (let at = first; MEANING.test(lineAt(src, at)); at = skipOneBlank(src, end)) {
    end = meaningEnd(src, at);
    meanings.push(
      src
        .slice(at, end)
        .replace(MEANING, '')
        .replace(/^(?: {1,4}|\t)/gm, ''),
    );
  }
  // ": words" between a paragraph and a table is the caption of the table.
  const isCaption = first > nextLine(src, start) && lineAt(src, skipBlank(src, end)).startsWith('|');
  return isCaption && meanings.length === 1 ? null : { term, meanings, end };
}

function meaningEnd(src: string, start: number): number {
  let end = nextLine(src, start);
  for (let at = end; at < src.length; at = nextLine(src, at)) {
    const line = lineAt(src, at);
    const isBlank = line.trim() === '';
    const isAfterBlank = at > end;
    const isOutside = !isBlank && !INDENTED.test(line) && (isAfterBlank || interrupts(line));
    if (isOutside || (!isBlank && (MEANING.test(line) || isTerm(src, at)))) break;
    if (!isBlank) end = nextLine(src, at);
  }
  return end;
}

function isTerm(src: string, at: number): boolean {
  return !INDENTED.test(lineAt(src, at)) && MEANING.test(lineAt(src, nextLine(src, at)));
}

function skipBlank(src: string, at: number): number {
  let next = at;
  while (next < src.length && lineAt(src, next).trim() === '') next = nextLine(src, next);
  return next;
}

function skipOneBlank(src: string, at: number): number {
  const next = at < src.length && lineAt(src, at).trim() === '' ? nextLine(src, at) : at;
  return MEANING.test(lineAt(src, next)) ? next : at;
}
