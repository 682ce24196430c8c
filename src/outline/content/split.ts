import { plainText } from '../../markdown/render.ts';
import { type Block, type Division, hasClass, visitTree } from '../../markdown/tree.ts';
import type { ContentReader, SplitContent, SplitFigure } from '../types.ts';

/** How much text can be read at one side of a figure: paragraphs and items of lists, and the characters in them. */
const MOST_LINES = 6;
const MOST_CHARACTERS = 320;
/** Code and tables that are wider than these need the whole width, under the text. */
const WIDEST_CODE = 46;
const MOST_CODE_LINES = 16;
const MOST_COLUMNS = 3;
const MOST_ROWS = 8;

/** A figure of any kind with a few lines of text, or a chart or diagram alone. */
export const splitReader: ContentReader<SplitContent> = {
  needs: 'a picture, chart, diagram, formula, table or block of code, with a few lines of text',
  infers: ({ blocks }) => inferred(blocks) !== null,
  read: ({ blocks }) => inferred(blocks) ?? takenApart(blocks),
};

function inferred(blocks: readonly Block[]): SplitContent | null {
  const ofTwo = ofColumns(blocks);
  const content = ofTwo ?? takenApart(blocks);
  if (content === null) return null;
  const texts = ofTwo === null ? content.rest : content.rest.filter((block, index) => index > 0 || isNotHeading(block));
  if (!texts.every(isText)) return null;
  if (content.rest.length === 0) return isDrawing(content.figure) ? content : null;
  return isShort(content.rest) && fitsAtOneSide(content.figure) ? content : null;
}

function takenApart(blocks: readonly Block[]): SplitContent | null {
  const index = blocks.findIndex(isFigure);
  const figure = blocks[index];
  if (figure === undefined || !isFigure(figure)) return null;
  const rest = blocks.filter((block) => block !== figure);
  return { kind: 'split', figureHeading: null, figure, isFigureFirst: index === 0 && rest.length > 0, lead: [], rest };
}

/** Two columns of which one is a figure, and which have nothing of their own that they would lose: no class, step or width. */
function ofColumns(blocks: readonly Block[]): SplitContent | null {
  const columns = divisionColumns(blocks) ?? headingColumns(blocks);
  const index = columns?.findIndex((column) => column.filter(isNotHeading).every(isFigure)) ?? -1;
  const [heading, figure, ...more] = withHeading(columns?.[index] ?? []);
  const rest = columns?.[1 - index] ?? [];
  if (figure === undefined || figure === null || !isFigure(figure) || more.length > 0) return null;
  const figureHeading = heading?.kind === 'heading' ? heading : null;
  return { kind: 'split', figureHeading, figure, isFigureFirst: index === 0, lead: [], rest };
}

function divisionColumns(blocks: readonly Block[]): readonly (readonly Block[])[] | null {
  const [holder] = blocks;
  if (blocks.length !== 1 || holder?.kind !== 'division' || !isBare(holder, 'columns')) return null;
  const columns = holder.blocks.flatMap((block) =>
    block.kind === 'division' && isBare(block, 'column') ? [block.blocks] : [],
  );
  return columns.length === 2 && holder.blocks.length === 2 ? columns : null;
}

function headingColumns(blocks: readonly Block[]): readonly (readonly Block[])[] | null {
  const starts = blocks.flatMap((block, index) => (isPlainColumn(block) ? [index] : []));
  const [first, second] = starts;
  if (starts.length !== 2 || first !== 0 || second === undefined) return null;
  return [blocks.slice(0, second), blocks.slice(second)];
}

function isPlainColumn(block: Block): boolean {
  return block.kind === 'heading' && block.depth === 3 && block.attributes.length === 0;
}

/** The blocks of a column after its heading; `null` in its place where it has none. */
function withHeading(column: readonly Block[]): readonly (Block | null)[] {
  return column[0]?.kind === 'heading' ? column : [null, ...column];
}

function isNotHeading({ kind }: Block): boolean {
  return kind !== 'heading';
}

function isBare({ attributes }: Division, name: string): boolean {
  return attributes.length === 1 && hasClass(attributes, name);
}

function isFigure(block: Block): block is SplitFigure {
  if (block.kind === 'division') return hasClass(block.attributes, 'chart');
  return ['figure', 'diagram', 'media', 'math-block', 'table', 'code'].includes(block.kind);
}

function isDrawing({ kind }: SplitFigure): boolean {
  return kind === 'division' || kind === 'diagram';
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'alert' || kind === 'pause';
}

function isShort(blocks: readonly Block[]): boolean {
  let lines = 0;
  let characters = 0;
  visitTree(blocks, {
    block: (block) => {
      if (block.kind !== 'paragraph') return;
      lines += 1;
      characters += plainText(block.children).length;
    },
  });
  return lines <= MOST_LINES && characters <= MOST_CHARACTERS;
}

function fitsAtOneSide(figure: SplitFigure): boolean {
  switch (figure.kind) {
    case 'code': {
      const lines = figure.text.split('\n');
      return lines.length <= MOST_CODE_LINES && lines.every(({ length }) => length <= WIDEST_CODE);
    }
    case 'table':
      return figure.header.length <= MOST_COLUMNS && figure.rows.length <= MOST_ROWS;
    case 'media':
      return figure.type === 'video';
    default:
      return true;
  }
}
