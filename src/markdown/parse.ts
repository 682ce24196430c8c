import { Lexer, type Token, type Tokens } from 'marked';
import { type Checked, inReadingOrder } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { rawHtml, tooDeep, unclosedCode, unclosedComment, unclosedDivision } from './findings.ts';
import { type Conversion, convertInlines } from './inline.ts';
import { placeRaw } from './place.ts';
import { attributesAtEnd, attributesAtStart } from './syntax/attributes.ts';
import { cutDivisions, type DivisionPiece, type Piece } from './syntax/divisions.ts';
import type { Attributes, Block, Inline, ListItem, Paragraph } from './tree.ts';

/** One list for all that have none: nearly every block of a talk. */
const NO_ATTRIBUTES: Attributes = [];
const PAUSE = /^\. \. \.$/;

/**
 * The blocks of a span of a source, in order, each with its place. CommonMark and GitHub's tables by marked, with
 * attribute lists, divisions, notes and pauses. Findings: `unclosed-division`, `unclosed-code`, `unclosed-comment`,
 * `raw-html`, `unsafe-link`, `too-deep`. Never throws.
 */
export function parseMarkdown(source: Source, start: number, end: number): Checked<readonly Block[]> {
  try {
    return parseBlocks(source, start, end);
  } catch (error) {
    // marked, and the walk over its tokens, call themselves for each level: some thousands fill the stack.
    if (error instanceof RangeError) return { value: [], findings: [tooDeep(spanOf(source, start))] };
    throw error;
  }
}

function parseBlocks(source: Source, start: number, end: number): Checked<readonly Block[]> {
  const conversion: Conversion = { source, findings: [] };
  const lexer = new Lexer({ gfm: true });
  const lexed = lexPieces(lexer, source, cutDivisions(source, start, end));
  // References may be defined after their use, in another piece: so inlines wait until all blocks are known.
  // marked takes "[^1]: a note" for the definition of a link.
  for (const name of Object.keys(lexer.tokens.links)) if (name.startsWith('^')) delete lexer.tokens.links[name];
  for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
  const value = convertPieces(conversion, lexed);
  return { value, findings: inReadingOrder(conversion.findings) };
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
    if (!isClosed) {
      conversion.findings.push(unclosedDivision(spanOf(conversion.source, start), attributes[0]?.name ?? ''));
    }
    const blocks = convertPieces(conversion, lexed.inner);
    return [{ kind: 'division', attributes, blocks, span: spanOf(conversion.source, start, end) }];
  });
}

function convertBlocks(conversion: Conversion, tokens: readonly Token[], parent: Span): readonly Block[] {
  let cursor = parent.start;
  const blocks: Block[] = [];
  for (const token of tokens) {
    if (token.type === 'space' || isLinkDefinition(token)) continue;
    const span = placeRaw(conversion.source, token.raw, cursor, parent.end);
    cursor = span.end;
    const block = convertBlock(conversion, token, span);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

function isLinkDefinition(token: Token): boolean {
  return token.type === 'def' && !(token as Tokens.Def).tag.startsWith('^');
}

function convertBlock(conversion: Conversion, token: Token, span: Span): Block | null {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const { inlines, attributes } = withAttributes(conversion, convertInlines(conversion, tokens, span));
      return { kind: 'heading', depth, children: inlines, attributes, span };
    }
    case 'paragraph':
      return convertParagraph(conversion, (token as Tokens.Paragraph).tokens, span, false);
    case 'text': {
      const text = token as Tokens.Text;
      return convertParagraph(conversion, text.tokens ?? [text], span, true);
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const converted = convertItems(conversion, items, span);
      return { kind: 'list', isOrdered: ordered, start: start === '' ? 1 : start, items: converted, span };
    }
    case 'blockquote': {
      const blocks = convertBlocks(conversion, (token as Tokens.Blockquote).tokens, span);
      return { kind: 'quotation', blocks, span };
    }
    case 'code':
      return convertCode(conversion, token as Tokens.Code, span);
    case 'table':
      return convertTable(conversion, token as Tokens.Table, span);
    case 'checkbox':
      return { ...textParagraph(token.raw, span), isTight: true };
    case 'hr':
      return { kind: 'ruler', span };
    case 'html':
      return convertHtml(conversion, token.raw, span);
    default:
      return textParagraph(token.raw, span);
  }
}

function convertParagraph(conversion: Conversion, tokens: readonly Token[], span: Span, isTight: boolean): Block {
  const children = convertInlines(conversion, tokens, span);
  const [first] = children;
  if (first?.kind === 'text' && children.length === 1) {
    if (PAUSE.test(first.text)) return { kind: 'pause', span };
    const line = attributesAtStart(conversion.source, first.text, first.span.start);
    if (line && line.length === first.text.length) return { kind: 'attribute-line', attributes: line.attributes, span };
  }
  const { inlines, attributes } = withAttributes(conversion, children);
  const [image] = inlines;
  if (image?.kind === 'image' && inlines.length === 1 && !isTight) return { kind: 'figure', image, attributes, span };
  return { kind: 'paragraph', children: inlines, attributes, isTight, span };
}

/** Takes the attribute list off the end of the last text. */
function withAttributes(
  conversion: Conversion,
  inlines: readonly Inline[],
): { readonly inlines: readonly Inline[]; readonly attributes: Attributes } {
  const last = inlines[inlines.length - 1];
  if (last?.kind !== 'text') return { inlines, attributes: NO_ATTRIBUTES };
  // Entities make the text shorter than its source, so the list is placed from the end.
  const found = attributesAtEnd(conversion.source, last.text, last.span.end - last.text.length);
  if (!found) return { inlines, attributes: NO_ATTRIBUTES };
  const text = last.text.slice(0, found.index);
  const rest = text === '' ? [] : [{ ...last, text }];
  return { inlines: [...inlines.slice(0, -1), ...rest], attributes: found.attributes };
}

function convertItems(conversion: Conversion, items: readonly Tokens.ListItem[], list: Span): readonly ListItem[] {
  let cursor = list.start;
  return items.map((item): ListItem => {
    const span = placeRaw(conversion.source, item.raw, cursor, list.end);
    cursor = span.end;
    const blocks = convertBlocks(conversion, item.tokens, span);
    const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.attributes.length > 0);
    const paragraph = blocks[first];
    if (paragraph?.kind !== 'paragraph') return { kind: 'list-item', blocks, attributes: NO_ATTRIBUTES, span };
    // An attribute list that ends the text of an item belongs to the item.
    return {
      kind: 'list-item',
      blocks: blocks.with(first, { ...paragraph, attributes: NO_ATTRIBUTES }),
      attributes: paragraph.attributes,
      span,
    };
  });
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function convertCode(conversion: Conversion, token: Tokens.Code, span: Span): Block {
  if (isUnclosed(token.raw)) conversion.findings.push(unclosedCode(spanOf(conversion.source, span.start)));
  const info = token.lang ?? '';
  const found = attributesAtEnd(conversion.source, info, conversion.source.text.indexOf(info, span.start));
  const language = (found ? info.slice(0, found.index) : info).trim().split(/\s/)[0] ?? '';
  return {
    kind: 'code',
    language: language.toLowerCase(),
    text: token.text,
    attributes: found?.attributes ?? [],
    span,
  };
}

/** Whether fenced code runs to the end of what it stands in. */
function isUnclosed(raw: string): boolean {
  const fence = FENCE.exec(raw)?.[1];
  if (fence === undefined) return false;
  const lastLine = raw.trimEnd().split('\n').slice(1).at(-1)?.trim() ?? '';
  return !lastLine.startsWith(fence) || lastLine !== (fence[0] ?? '').repeat(lastLine.length);
}

function convertTable(conversion: Conversion, token: Tokens.Table, span: Span): Block {
  let cursor = span.start;
  const cells = (row: readonly Tokens.TableCell[]): readonly (readonly Inline[])[] =>
    row.map((cell) => {
      const place = placeRaw(conversion.source, cell.text, cursor, span.end);
      cursor = place.end;
      return convertInlines(conversion, cell.tokens, spanOf(conversion.source, place.start, span.end));
    });
  return { kind: 'table', alignments: token.align, header: cells(token.header), rows: token.rows.map(cells), span };
}

/** HTML on lines of its own is shown as text; comments are not shown, and neither is a single line break. */
function convertHtml(conversion: Conversion, raw: string, span: Span): Block | null {
  const text = raw.replace(/<!--[\s\S]*?-->/g, '').trim();
  if (text === '' || /^<br\s*\/?>$/i.test(text)) return null;
  if (text.startsWith('<!--')) {
    conversion.findings.push(unclosedComment(spanOf(conversion.source, span.start)));
    return null;
  }
  conversion.findings.push(rawHtml(span, text.split('\n')[0] ?? ''));
  return textParagraph(text, span);
}

function textParagraph(text: string, span: Span): Paragraph {
  return {
    kind: 'paragraph',
    children: [{ kind: 'text', text, span }],
    attributes: NO_ATTRIBUTES,
    isTight: false,
    span,
  };
}
