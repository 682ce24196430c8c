import { Lexer, type Token } from 'marked';
import { lexDefinitionList } from './syntax/definitions.ts';
import { lexFootnoteDefinition, lexFootnoteMark } from './syntax/footnotes.ts';

type Tokenize = (this: { readonly lexer: Lexer }, src: string, tokens: readonly Token[]) => Token | undefined;

/** What marked tries first at each block, and at each piece of a line. */
const BLOCK: Tokenize[] = [
  function (src) {
    return lexFootnoteDefinition(this.lexer, src);
  },
  function (src) {
    return lexDefinitionList(this.lexer, src);
  },
];
const INLINE: Tokenize[] = [
  function (src, tokens) {
    return lexFootnoteMark(this.lexer, src, tokens);
  },
];

/** marked's lexer for CommonMark with GitHub's tables, and the parts of the outline language that need to stand in it. */
export function createLexer(): Lexer {
  const extensions = { block: BLOCK, inline: INLINE, renderers: {}, childTokens: {} };
  return new Lexer<string, string>({ gfm: true, extensions });
}
