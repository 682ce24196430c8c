import { Lexer, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';
import { type Brackets, pairBrackets } from './syntax/brackets.ts';

/** In characters: a paragraph, a heading, an item or a cell. Some regular expressions of marked take the square of it. */
export const LONGEST_TEXT = 20_000;
/** Signs in a text that may mark emphasis, those in a row counted once: marked compares each with all others. */
export const MOST_MARKS = 2_000;
/** Blocks in blocks, or inlines in inlines. */
export const DEEPEST = 100;
export const WIDEST_TABLE = 100;
export const MOST_CELLS = 20_000;

/** An item so far from the margin is deeper than that: each level takes up to four columns. marked needs long to find out. */
const DEEPEST_ITEM = new RegExp(`^[ \\t>]{${4 * DEEPEST},}(?:[-+*]|\\d{1,9}[.)])[ \\t]`, 'm');

/** Thrown by a lexer or a cut of a text that is nested deeper than `DEEPEST`; `parseMarkdown` makes a finding of it. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

/** Throws `TooDeep` when a list in the text is nested so deep that its lines tell. */
export function refuseDeepLists(text: string): void {
  if (DEEPEST_ITEM.test(text)) throw new TooDeep();
}

/** In place of what a text of more than `LONGEST_TEXT`, or with more than `MOST_MARKS`, holds. */
export interface TooLongToken {
  readonly type: 'too-long';
  readonly raw: string;
}

/** In place of a table of more than `WIDEST_TABLE` columns or `MOST_CELLS` cells. */
export interface TooWideToken {
  readonly type: 'too-wide';
  readonly raw: string;
}

/** HTML on lines of its own, with its tags and what stands between them. */
export interface HtmlToken extends Tokens.HTML {
  readonly tokens: Token[];
}

/**
 * marked's lexer, in which no text takes longer than its size warrants: what is too long or too wide stays as it is, as
 * a token of its own. Throws `TooDeep`.
 */
export class BoundedLexer extends Lexer<string, string> {
  #depth = 0;
  #text = '';
  #brackets: Brackets | null = null;

  /** The whole text whose inlines are being lexed, and the pairs of brackets in it. */
  get around(): { readonly text: string; readonly brackets: Brackets } {
    this.#brackets ??= pairBrackets(this.#text);
    return { text: this.#text, brackets: this.#brackets };
  }

  /** The pairs of brackets around the rest of a text, and where that begins among them. */
  bracketsAt(rest: string): { readonly brackets: Brackets; readonly start: number } {
    return { brackets: this.around.brackets, start: this.#text.length - rest.length };
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList;
  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[] {
    return this.#deeper(() => super.blockTokens(src, tokens, lastParagraphClipped));
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (!isTooLong(src)) return this.#within(src, () => super.inlineTokens(src, tokens));
    tokens.push({ type: 'too-long', raw: src } satisfies TooLongToken);
    return tokens;
  }

  #within<T>(text: string, work: () => T): T {
    const [outer, brackets] = [this.#text, this.#brackets];
    this.#text = text;
    this.#brackets = null;
    try {
      return this.#deeper(work);
    } finally {
      this.#text = outer;
      this.#brackets = brackets;
    }
  }

  #deeper<T>(work: () => T): T {
    if (this.#depth >= DEEPEST) throw new TooDeep();
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }
}

/** The usual case is told by its length alone. */
function isTooLong(text: string): boolean {
  if (text.length > LONGEST_TEXT) return true;
  return text.length > MOST_MARKS && (text.match(/[*_~]+/g)?.length ?? 0) > MOST_MARKS;
}

/** HTML that is a block to where it ends, over empty lines too (CommonMark 4.6, kinds 1 and 3 to 5), and its end. */
const TO_ITS_END: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<script[\s>]/i, /<\/script>/i],
  [/^ {0,3}<style[\s>]/i, /<\/style>/i],
  [/^ {0,3}<pre[\s>]/i, /<\/pre>/i],
  [/^ {0,3}<textarea[\s>]/i, /<\/textarea>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** Whether HTML is one comment: nobody reads it, however long it is. `<!-->` is one, too (CommonMark 6.6). */
function isComment(raw: string): boolean {
  const text = raw.trim();
  return text.startsWith('<!--') && text.indexOf('-->', 2) === text.length - 3;
}

/** marked's tokenizer of blocks, in which none reaches over the rest of a text, or becomes far more than it was. */
export class BoundedTokenizer extends Tokenizer<string, string> {
  /** HTML that never ends is a block of one line. What stands in HTML is lexed as a line of text is, as Pandoc does. */
  override html(src: string): Tokens.HTML | undefined {
    const token = super.html(src);
    if (token === undefined) return undefined;
    const isUnending = TO_ITS_END.some(([start, end]) => start.test(token.raw) && !end.test(token.raw));
    const raw = isUnending ? token.raw.slice(0, token.raw.indexOf('\n') + 1 || undefined) : token.raw;
    const lexed: HtmlToken = { ...token, raw, text: raw, tokens: isComment(raw) ? [] : this.lexer.inline(raw) };
    return lexed;
  }

  /** No address has a brace in it: it begins an attribute list, as in `[https://e.org]{.hidden}`. */
  override url(src: string): Tokens.Link | undefined {
    const token = super.url(src);
    const brace = token === undefined ? -1 : token.raw.search(/\]?\{/);
    return brace === -1 ? token : super.url(src.slice(0, brace));
  }

  /** marked fills up each row to the columns of the header: a few bytes for each become a cell for each column. */
  override table(src: string): Tokens.Table | undefined {
    const firstEnd = src.indexOf('\n');
    const columns = src.slice(0, firstEnd).split('|').length - 1;
    if (firstEnd === -1 || columns === 0) return undefined;
    const blankLine = src.indexOf('\n\n', firstEnd);
    const rows = src.slice(0, blankLine === -1 ? src.length : blankLine).split('\n').length;
    if (columns <= WIDEST_TABLE && columns * rows <= MOST_CELLS) return super.table(src);
    const raw = this.rules.block.table.exec(src)?.[0];
    return raw === undefined ? undefined : ({ type: 'too-wide', raw } satisfies TooWideToken as never);
  }
}
