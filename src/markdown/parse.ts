import type { Lexer, Token } from 'marked';
import { type Checked, inReadingOrder } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { convertBlocks } from './blocks.ts';
import { refuseDeepLists, TooDeep } from './bounds.ts';
import { type Conversion, Footnotes } from './conversion.ts';
import { tooDeep, unclosedDivision } from './findings.ts';
import { type Inclusion, readIncluded } from './include.ts';
import { createLexer } from './lex.ts';
import type { References } from './references.ts';
import { cutDivisions, type DivisionPiece, type Piece } from './syntax/divisions.ts';
import { type Block, hasClass } from './tree.ts';

/**
 * The blocks of a source from `start`, in order, each with its place; those of included files stand in it with places
 * of their own. CommonMark and GitHub's tables by marked, with attribute lists, divisions, notes, pauses, footnotes,
 * alerts and definition lists. Findings: those of `markdown/findings.ts`. Never throws.
 */
export function parseMarkdown(source: Source, start: number, references: References): Checked<readonly Block[]> {
  return parseWithin(source, start, { references, chain: [source.path], included: { count: 0, length: 0 } });
}

/** Classes that an included file is not to lose: what is in it would be seen. */
const UNSEEN = ['notes', 'handout', 'private', 'hidden'];

function parseWithin(source: Source, start: number, inclusion: Inclusion): Checked<readonly Block[]> {
  const conversion: Conversion = { ...inclusion, source, findings: [], footnotes: new Footnotes() };
  try {
    const value = parseBlocks(conversion, start);
    return { value, findings: inReadingOrder([...conversion.findings, ...conversion.footnotes.findings]) };
  } catch (error) {
    // A regular expression that goes back too far fills the stack, too.
    if (error instanceof TooDeep || error instanceof RangeError)
      return { value: [], findings: [tooDeep(spanOf(source, start))] };
    throw error;
  }
}

function parseBlocks(conversion: Conversion, start: number): readonly Block[] {
  const { source } = conversion;
  refuseDeepLists(source.text);
  const lexer = createLexer(source.text);
  const lexed = lexPieces(lexer, source, cutDivisions(source, start, source.text.length));
  // References may be defined after their use, in another piece: so inlines wait until all blocks are known.
  for (const { src, tokens } of lexer.inlineQueue) {
    // Else a tag that one text leaves open would change how the next is read.
    lexer.state.inRawBlock = false;
    lexer.state.inLink = false;
    lexer.inlineTokens(src, tokens);
  }
  return convertPieces(conversion, lexed);
}

type LexedPiece =
  | { readonly kind: 'plain'; readonly span: Span; readonly tokens: readonly Token[] }
  | { readonly kind: 'division'; readonly piece: DivisionPiece; readonly inner: readonly LexedPiece[] };

function lexPieces(lexer: Lexer, source: Source, pieces: readonly Piece[]): readonly LexedPiece[] {
  return pieces.map((piece): LexedPiece => {
    if (piece.kind === 'division') return { kind: 'division', piece, inner: lexPieces(lexer, source, piece.pieces) };
    const tokens = lexer.blockTokens(source.text.slice(piece.start, piece.end), []);
    return { kind: 'plain', span: spanOf(source, piece.start, piece.end), tokens };
  });
}

function convertPieces(conversion: Conversion, pieces: readonly LexedPiece[]): readonly Block[] {
  return pieces.flatMap((lexed): readonly Block[] => {
    if (lexed.kind === 'plain') return convertBlocks(conversion, lexed.tokens, lexed.span);
    const { attributes, start, end, isClosed } = lexed.piece;
    const span = spanOf(conversion.source, start, end);
    if (!isClosed) {
      conversion.findings.push(unclosedDivision(spanOf(conversion.source, start), attributes[0]?.name ?? ''));
    }
    const blocks = convertPieces(conversion, lexed.inner);
    if (!hasClass(attributes, 'include')) return [{ kind: 'division', attributes, blocks, span }];
    const included = includeBlocks(conversion, { attributes, blocks, span });
    const isUnseen = UNSEEN.some((name) => hasClass(attributes, name));
    return isUnseen ? [{ kind: 'division', attributes, blocks: included, span }] : included;
  });
}

function includeBlocks(conversion: Conversion, division: Parameters<typeof readIncluded>[1]): readonly Block[] {
  const included = readIncluded(conversion, division);
  if (included === null) return [];
  const { value, findings } = parseWithin(included.source, included.start, included.inclusion);
  for (const finding of findings) conversion.findings.push(finding);
  return value;
}
