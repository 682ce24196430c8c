import type { Tokens } from 'marked';
import { type Span, spanOf } from '../text/source.ts';
import type { Conversion } from './conversion.ts';
import { convertInlines } from './inline.ts';
import { placeRaw } from './place.ts';
import { withAttributes } from './syntax/attributes.ts';
import type { Block, Inline, Paragraph, Table } from './tree.ts';

type Cells = readonly (readonly Inline[])[];

const CAPTION = /^(?:Table:|:)[ \t]+/;

/** A table. Its last row is its caption when only its first cell says something, and that as a caption does. */
export function convertTable(conversion: Conversion, token: Tokens.Table, span: Span): Table {
  let cursor = span.start;
  const cells = (row: readonly Tokens.TableCell[]): Cells =>
    row.map((cell) => {
      const place = placeRaw(conversion.source, cell.text, cursor, span.end);
      cursor = place.end;
      return convertInlines(conversion, cell.tokens, spanOf(conversion.source, place.start, span.end));
    });
  const header = cells(token.header);
  const rows = token.rows.map(cells);
  const table: Table = {
    kind: 'table',
    alignments: token.align,
    header,
    rows,
    caption: [],
    attributes: [],
    span,
  };
  const [caption = [], ...others] = rows.at(-1) ?? [];
  const isCaption = startsCaption(caption) && others.every((cell) => cell.length === 0);
  return isCaption ? withCaption({ ...table, rows: rows.slice(0, -1) }, caption) : table;
}

/**
 * Blocks in which each paragraph `Table: words` or `: words` right after or before a table (Pandoc's `table_captions`)
 * has become its caption.
 */
export function joinCaptions(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.kind === 'table' && before.caption.length === 0 && isCaption(block)) {
      joined[joined.length - 1] = withCaption(before, block.children, block);
    } else if (block.kind === 'table' && block.caption.length === 0 && before && isCaption(before)) {
      joined[joined.length - 1] = withCaption(block, before.children, before);
    } else joined.push(block);
  }
  return joined;
}

function isCaption(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && startsCaption(block.children);
}

function startsCaption([first]: readonly Inline[]): boolean {
  return first?.kind === 'text' && CAPTION.test(`${first.text} `);
}

function withCaption(table: Table, caption: readonly Inline[], paragraph?: Paragraph): Table {
  const [first, ...others] = caption;
  if (first?.kind !== 'text') return table;
  const { source } = table.span;
  const words = [{ ...first, text: `${first.text} `.replace(CAPTION, '').slice(0, -1) }, ...others];
  // At the end of a paragraph they have been read already.
  const { inlines, attributes } = paragraph
    ? { inlines: words, attributes: paragraph.attributes }
    : withAttributes(source, words);
  const span: Span = paragraph
    ? spanOf(source, Math.min(table.span.start, paragraph.span.start), Math.max(table.span.end, paragraph.span.end))
    : table.span;
  const isNotEmpty = (inline: Inline): boolean => inline.kind !== 'text' || inline.text !== '';
  return { ...table, caption: inlines.filter(isNotEmpty), attributes, span };
}
