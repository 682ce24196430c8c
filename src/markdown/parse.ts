import { Lexer, type Token, type Tokens } from 'marked';
import type { Checked, Finding } from '../text/finding.ts';
import { type Source, spanOf } from '../text/source.ts';
import { rawHtml, unclosedDivision } from './findings.ts';
import { type Conversion, convertInlines } from './inline.ts';
import { placeRaw, type Range } from './place.ts';
import { attributesAtEnd, attributesAtStart } from './syntax/attributes.ts';
import { cutDivisions, type DivisionPiece, type Piece } from './syntax/divisions.ts';
import { classifyHtml } from './syntax/html.ts';
import type { Attributes, Block, Inline, ListItem } from './tree.ts';

const PAUSE = /^\. \. \.$/;

/**
 * The blocks of a range of a source, in order, each with its place. CommonMark and GitHub's tables by marked, with
 * attribute lists, divisions, notes and pauses. Findings: `unclosed-division`, `raw-html`, `unsafe-link`. Never throws.
 */
export function parseMarkdown(source: Source, start: number, end: number): Checked<readonly Block[]> {
  const conversion: Conversion = { source, findings: [] };
  const lexer = new Lexer({ gfm: true });
  const lexed = lexPieces(lexer, source, cutDivisions(source, start, end));
  // References may be defined after their use, in another piece: so inlines wait until all blocks are known.
  for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
  const value = convertPieces(conversion, lexed);
  return { value, findings: inOrder(conversion.findings) };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0));
}

type LexedPiece =
  | { readonly kind: 'plain'; readonly range: Range; readonly tokens: readonly Token[] }
  | { readonly kind: 'division'; readonly piece: DivisionPiece; readonly inner: readonly LexedPiece[] };

function lexPieces(lexer: Lexer, source: Source, pieces: readonly Piece[]): readonly LexedPiece[] {
  return pieces.map((piece): LexedPiece => {
    if (piece.kind === 'division') return { kind: 'division', piece, inner: lexPieces(lexer, source, piece.pieces) };
    const tokens = lexer.blockTokens(source.text.slice(piece.start, piece.end), []);
    return { kind: 'plain', range: piece, tokens };
  });
}

function convertPieces(conversion: Conversion, pieces: readonly LexedPiece[]): readonly Block[] {
  return pieces.flatMap((lexed): readonly Block[] => {
    if (lexed.kind === 'plain') return convertBlocks(conversion, lexed.tokens, lexed.range);
    const { attributes, start, end, isClosed } = lexed.piece;
    if (!isClosed) {
      conversion.findings.push(unclosedDivision(spanOf(conversion.source, start), attributes[0]?.name ?? ''));
    }
    const blocks = convertPieces(conversion, lexed.inner);
    return [{ kind: 'division', attributes, blocks, span: spanOf(conversion.source, start, end) }];
  });
}

function convertBlocks(conversion: Conversion, tokens: readonly Token[], parent: Range): readonly Block[] {
  let cursor = parent.start;
  return tokens.flatMap((token): readonly Block[] => {
    if (token.type === 'space' || token.type === 'def') return [];
    const range = placeRaw(conversion.source.text, token.raw, cursor, parent.end);
    cursor = range.end;
    return convertBlock(conversion, token, range);
  });
}

function convertBlock(conversion: Conversion, token: Token, range: Range): readonly Block[] {
  const span = spanOf(conversion.source, range.start, range.end);
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const { inlines, attributes } = withAttributes(conversion, convertInlines(conversion, tokens, range));
      return [{ kind: 'heading', depth, children: inlines, attributes, span }];
    }
    case 'paragraph':
      return [convertParagraph(conversion, (token as Tokens.Paragraph).tokens, range, false)];
    case 'text': {
      const text = token as Tokens.Text;
      return [convertParagraph(conversion, text.tokens ?? [text], range, true)];
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const converted = convertItems(conversion, items, range);
      return [{ kind: 'list', isOrdered: ordered, start: start === '' ? 1 : start, items: converted, span }];
    }
    case 'blockquote': {
      const blocks = convertBlocks(conversion, (token as Tokens.Blockquote).tokens, range);
      return [{ kind: 'quotation', blocks, span }];
    }
    case 'code':
      return [convertCode(conversion, token as Tokens.Code, range)];
    case 'table':
      return [convertTable(conversion, token as Tokens.Table, range)];
    case 'hr':
      return [{ kind: 'ruler', span }];
    case 'html':
      return convertHtml(conversion, token.raw, range);
    default:
      return [
        {
          kind: 'paragraph',
          children: [{ kind: 'text', text: token.raw, span }],
          attributes: [],
          isTight: false,
          span,
        },
      ];
  }
}

function convertParagraph(conversion: Conversion, tokens: readonly Token[], range: Range, isTight: boolean): Block {
  const span = spanOf(conversion.source, range.start, range.end);
  const children = convertInlines(conversion, tokens, range);
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
  if (last?.kind !== 'text') return { inlines, attributes: [] };
  // Entities make the text shorter than its source, so the list is placed from the end.
  const found = attributesAtEnd(conversion.source, last.text, last.span.end - last.text.length);
  if (!found) return { inlines, attributes: [] };
  const text = last.text.slice(0, found.index);
  const rest = text === '' ? [] : [{ ...last, text }];
  return { inlines: [...inlines.slice(0, -1), ...rest], attributes: found.attributes };
}

function convertItems(conversion: Conversion, items: readonly Tokens.ListItem[], list: Range): readonly ListItem[] {
  let cursor = list.start;
  return items.map((item): ListItem => {
    const range = placeRaw(conversion.source.text, item.raw, cursor, list.end);
    cursor = range.end;
    const span = spanOf(conversion.source, range.start, range.end);
    const blocks = convertBlocks(conversion, item.tokens, range);
    const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.attributes.length > 0);
    const paragraph = blocks[first];
    if (paragraph?.kind !== 'paragraph') return { kind: 'list-item', blocks, attributes: [], span };
    // An attribute list that ends the text of an item belongs to the item.
    return {
      kind: 'list-item',
      blocks: blocks.with(first, { ...paragraph, attributes: [] }),
      attributes: paragraph.attributes,
      span,
    };
  });
}

function convertCode(conversion: Conversion, token: Tokens.Code, range: Range): Block {
  const span = spanOf(conversion.source, range.start, range.end);
  const info = token.lang ?? '';
  const found = attributesAtEnd(conversion.source, info, conversion.source.text.indexOf(info, range.start));
  const language = (found ? info.slice(0, found.index) : info).trim().split(/\s/)[0] ?? '';
  return {
    kind: 'code',
    language: language.toLowerCase(),
    text: token.text,
    attributes: found?.attributes ?? [],
    span,
  };
}

function convertTable(conversion: Conversion, token: Tokens.Table, range: Range): Block {
  let cursor = range.start;
  const cells = (row: readonly Tokens.TableCell[]): readonly (readonly Inline[])[] =>
    row.map((cell) => {
      const place = placeRaw(conversion.source.text, cell.text, cursor, range.end);
      cursor = place.end;
      return convertInlines(conversion, cell.tokens, { start: place.start, end: range.end });
    });
  const span = spanOf(conversion.source, range.start, range.end);
  return { kind: 'table', alignments: token.align, header: cells(token.header), rows: token.rows.map(cells), span };
}

function convertHtml(conversion: Conversion, raw: string, range: Range): readonly Block[] {
  const span = spanOf(conversion.source, range.start, range.end);
  const text = raw.replace(/<!--[\s\S]*?-->/g, '').trim();
  if (text === '') return [];
  if (classifyHtml(text).kind === 'refused') conversion.findings.push(rawHtml(span, text.split('\n')[0] ?? ''));
  return [{ kind: 'paragraph', children: [{ kind: 'text', text, span }], attributes: [], isTight: false, span }];
}
