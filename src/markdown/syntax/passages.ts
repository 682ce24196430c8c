import type { Token, Tokens } from 'marked';
import type { BoundedLexer } from '../bounds.ts';
import { listAtStart } from './attributes.ts';

/** marked's token of `[text]{lang=ja}`. */
export interface PassageToken extends Tokens.Generic {
  readonly type: 'passage';
  /** The attribute list, as written. */
  readonly list: string;
  readonly tokens: Token[];
}

/**
 * `[text]{lang=ja}` (Pandoc's `bracketed_spans`): brackets in it come in pairs, and all marks in it end in it. The words
 * of a link by reference are none.
 */
export function lexPassage(lexer: BoundedLexer, src: string): PassageToken | undefined {
  if (!src.startsWith('[')) return undefined;
  const { brackets, start } = lexer.bracketsAt(src);
  const end = brackets.get(start);
  if (end === undefined) return undefined;
  const list = listAtStart(src.slice(end - start + 1));
  const inner = src.slice(1, end - start);
  if (list === '' || Object.hasOwn(lexer.tokens.links, inner.replace(/\s+/g, ' ').toLowerCase())) return undefined;
  return { type: 'passage', raw: `[${inner}]${list}`, list, tokens: lexer.inlineTokens(inner, []) };
}

/** A line of text, as marked looks for the ends of emphasis in it, with passages and notes in the line made unreadable for that. */
export function maskPassages(lexer: BoundedLexer, masked: string): string {
  const { text, brackets } = lexer.around;
  let result = '';
  let done = 0;
  for (const [start, end] of [...brackets].toSorted(([one], [other]) => one - other)) {
    if (start < done || !(text[end + 1] === '{' || text[start - 1] === '^')) continue;
    result += `${masked.slice(done, start)}[${'a'.repeat(end - start - 1)}]`;
    done = end + 1;
  }
  return result + masked.slice(done);
}
