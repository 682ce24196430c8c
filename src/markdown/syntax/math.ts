import type { Tokens } from 'marked';

/** What marked's lexer makes of a formula, in a line of text or on lines of its own. */
export interface MathToken extends Tokens.Generic {
  readonly type: 'math';
  readonly raw: string;
  readonly tex: string;
  readonly isDisplay: boolean;
  /** What stands after a formula on lines of its own: an attribute list, or ''. */
  readonly after: string;
}

/** A formula in a line of text that is longer stays text: so that no text takes long to look through. */
const LONGEST = 10_000;
/** Words in a formula may hold formulas themselves: `\text{if $x > 0$}`. */
const WORDS = /\\text\w*\{[^{}]*\}/y;
const BLOCK = /^ {0,3}\$\$/;
const EMPTY_LINE = /\n[ \t]*(?:\n|$)/y;
const AFTER_BLOCK = /[ \t]*(\{[^\n]*\})?[ \t]*(?:\n|$)/y;

/**
 * `$x$` and `$$x$$` in a line of text, by Pandoc's `tex_math_dollars`: after an opening `$` and before a closing one
 * stands no space, and after a closing one no digit; `\$` is a dollar sign. Nothing inside a formula is Markdown.
 */
export function lexMath(src: string): MathToken | undefined {
  return inlineToken(src, 0);
}

function inlineToken(src: string, start: number): MathToken | undefined {
  if (src[start] !== '$') return undefined;
  const sign = src[start + 1] === '$' ? '$$' : '$';
  const from = start + sign.length;
  const end = closingOf(src, from, sign);
  if (end === -1) return undefined;
  const tex = src.slice(from, end);
  const isDisplay = sign === '$$';
  if (!isDisplay && (/^\s|\s$/.test(tex) || /^\d/.test(src.slice(end + 1, end + 2)))) return undefined;
  if (tex.trim() === '') return undefined;
  return { type: 'math', raw: src.slice(start, end + sign.length), tex: tex.trim(), isDisplay, after: '' };
}

/** A formula for display that begins a line, and ends one but for an attribute list; no line in it is empty. */
export function lexMathBlock(src: string): MathToken | undefined {
  const start = BLOCK.exec(src)?.[0].length;
  if (start === undefined) return undefined;
  const end = closingOf(src, start, '$$');
  const tex = src.slice(start, end).trim();
  if (end === -1 || tex === '') return undefined;
  AFTER_BLOCK.lastIndex = end + 2;
  const after = AFTER_BLOCK.exec(src);
  if (!after) return undefined;
  return { type: 'math', raw: src.slice(0, AFTER_BLOCK.lastIndex), tex, isDisplay: true, after: after[1] ?? '' };
}

/**
 * Where the sign that closes a formula stands; -1 when none does before an empty line, or when a backtick comes first:
 * what follows a price may well be code with a `$` in it.
 */
function closingOf(src: string, from: number, sign: '$' | '$$'): number {
  const last = Math.min(src.length, from + LONGEST);
  for (let at = from; at < last; at += 1) {
    switch (src[at]) {
      case '\\':
        WORDS.lastIndex = at;
        at = WORDS.test(src) ? WORDS.lastIndex - 1 : at + 1;
        break;
      case '$':
        if (src.startsWith(sign, at)) return at;
        break;
      case '`':
        return -1;
      case '\n':
        EMPTY_LINE.lastIndex = at;
        if (EMPTY_LINE.test(src)) return -1;
        break;
    }
  }
  return -1;
}

/** A line of text, as marked looks for the ends of emphasis in it, with each formula made unreadable for that. */
export function maskFormulas(text: string): string {
  let masked = '';
  let done = 0;
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', Math.max(at + 1, done))) {
    const token = inlineToken(text, at);
    if (!token) continue;
    masked += `${text.slice(done, at)}[${'a'.repeat(token.raw.length - 2)}]`;
    done = at + token.raw.length;
  }
  return masked + text.slice(done);
}
