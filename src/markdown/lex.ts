import { Hooks, type Lexer, type MarkedOptions, type Token } from 'marked';
import { BoundedLexer, BoundedTokenizer } from './bounds.ts';
import { lexDefinitionList } from './syntax/definitions.ts';
import { lexFootnoteDefinition, lexFootnoteMark } from './syntax/footnotes.ts';
import { lexMath, lexMathBlock, maskFormulas } from './syntax/math.ts';

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

const WITHOUT_MATH: MarkedOptions = {
  gfm: true,
  extensions: { block: BLOCK, inline: INLINE, renderers: {}, childTokens: {} },
};
const WITH_MATH: MarkedOptions = {
  gfm: true,
  extensions: {
    block: [...BLOCK, lexMathBlock],
    inline: [...INLINE, lexMath],
    startInline: [(src) => src.indexOf('$')],
    renderers: {},
    childTokens: {},
  },
  hooks: Object.assign(new Hooks(), { emStrongMask: maskFormulas }),
};

/**
 * marked's lexer for CommonMark with GitHub's tables, and the parts of the outline language that need to stand in it;
 * formulas are looked for only in a text with a dollar sign. Its bounds are those of `bounds.ts`.
 */
export function createLexer(text: string): Lexer {
  const options = text.includes('$') ? WITH_MATH : WITHOUT_MATH;
  return new BoundedLexer({ ...options, tokenizer: new BoundedTokenizer() });
}
