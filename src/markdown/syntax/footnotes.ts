import type { Lexer, Token, Tokens } from 'marked';
import type { BoundedLexer } from '../bounds.ts';
import { interrupts, lineAt, nextLine } from '../lines.ts';

/** marked's token of `[^name]: text`. */
export interface FootnoteDefinitionToken extends Tokens.Generic {
  readonly type: 'footnote-definition';
  readonly name: string;
  readonly tokens: Token[];
}
/** marked's token of `[^name]` or `^[text]`. */
export interface FootnoteMarkToken extends Tokens.Generic {
  readonly type: 'footnote-mark';
  /** '' for a note in the line. */
  readonly name: string;
  /** The inlines of a note in the line. */
  readonly tokens: Token[];
}

const DEFINITION = /^ {0,3}\[\^([^\]\s^]+)\]:[ \t]*/;
const MARK = /^\[\^([^\]\s^]+)\]/;
const INDENTED = /^(?: {4}|\t)/;

/**
 * `[^name]: text` (Pandoc's and GitHub's footnotes): its lines up to an empty one, and paragraphs after it that are
 * indented by four spaces.
 */
export function lexFootnoteDefinition(lexer: Lexer, src: string): FootnoteDefinitionToken | undefined {
  const opening = DEFINITION.exec(src);
  if (opening?.[1] === undefined) return undefined;
  const length = definitionLength(src);
  const raw = src.slice(0, length);
  const text = raw.slice(opening[0].length).replace(/^(?: {4}|\t)/gm, '');
  return { type: 'footnote-definition', raw, name: opening[1], tokens: lexer.blockTokens(text, []) };
}

function definitionLength(src: string): number {
  let end = nextLine(src, 0);
  let isAfterBlank = false;
  for (let at = end; at < src.length; at = nextLine(src, at)) {
    const line = lineAt(src, at);
    const isBlank = line.trim() === '';
    if (!isBlank && (isAfterBlank ? !INDENTED.test(line) : DEFINITION.test(line) || interrupts(line))) break;
    if (!isBlank) end = at + line.length;
    isAfterBlank = isBlank;
  }
  return end;
}

/**
 * `[^name]`, or `^[text]`: the sign before the bracket is then the end of the text that was read before it, and is
 * taken from it.
 */
export function lexFootnoteMark(
  lexer: BoundedLexer,
  src: string,
  before: readonly Token[],
): FootnoteMarkToken | undefined {
  if (!src.startsWith('[')) return undefined;
  const name = MARK.exec(src)?.[1];
  if (name !== undefined) return { type: 'footnote-mark', raw: `[^${name}]`, name, tokens: [] };
  const last = before.at(-1);
  if (last?.type !== 'text' || !last.raw.endsWith('^')) return undefined;
  const { brackets, start } = lexer.bracketsAt(src);
  const close = (brackets.get(start) ?? start) - start;
  if (close === 0) return undefined;
  last.raw = last.raw.slice(0, -1);
  if ('text' in last) last.text = last.text.slice(0, -1);
  return {
    type: 'footnote-mark',
    raw: src.slice(0, close + 1),
    name: '',
    tokens: lexer.inlineTokens(src.slice(1, close), []),
  };
}
