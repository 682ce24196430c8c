import { Hooks, type Lexer, type MarkedOptions, type Token } from 'marked';
import { BoundedLexer, BoundedTokenizer } from './bounds.ts';
import { lexAttributes } from './syntax/attributes.ts';
import { lexDefinitionList } from './syntax/definitions.ts';
import { lexFootnoteDefinition, lexFootnoteMark } from './syntax/footnotes.ts';
import { lexMath, lexMathBlock, maskFormulas } from './syntax/math.ts';
import { lexPassage, maskPassages } from './syntax/passages.ts';

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
    return lexFootnoteMark(this.lexer as BoundedLexer, src, tokens);
  },
];

const PASSAGE: Tokenize = function (src) {
  return lexPassage(this.lexer as BoundedLexer, src);
};

/** The options of a lexer for a text: what cannot stand in it is not looked for. */
function optionsFor(text: string): MarkedOptions {
  const hasMath = text.includes('$');
  const hasBraces = text.includes('{');
  const hasPassages = text.includes(']{');
  const starts = [...(hasMath ? ['$'] : []), ...(hasBraces ? ['{'] : [])];
  return {
    gfm: true,
    extensions: {
      block: hasMath ? [...BLOCK, lexMathBlock] : BLOCK,
      inline: [
        ...INLINE,
        ...(hasPassages ? [PASSAGE] : []),
        ...(hasBraces ? [lexAttributes] : []),
        ...(hasMath ? [lexMath] : []),
      ],
      startInline: starts.map((sign) => (src: string) => src.indexOf(sign)),
      renderers: {},
      childTokens: {},
    },
    ...(hasMath || hasPassages ? { hooks: Object.assign(new Hooks(), { emStrongMask: mask }) } : {}),
    tokenizer: new BoundedTokenizer(),
  };
}

/** A line of text, as marked looks for the ends of emphasis in it. */
function mask(this: { readonly lexer: Lexer }, text: string): string {
  return maskPassages(this.lexer as BoundedLexer, text.includes('$') ? maskFormulas(text) : text);
}

/**
 * marked's lexer for CommonMark with GitHub's tables, and the parts of the outline language that need to stand in it;
 * formulas are looked for only in a text with a dollar sign. Its bounds are those of `bounds.ts`.
 */
export function createLexer(text: string): Lexer {
  return new BoundedLexer(optionsFor(text));
}
