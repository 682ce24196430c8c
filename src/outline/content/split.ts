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
  const content = takenApart(inOneColumn(blocks));
  if (content === null || content.rest.some(isFigure) || !content.rest.every(isText)) return null;
  if (content.rest.length === 0) return isDrawing(content.figure) ? content : null;
  return isShort(content.rest) && fitsAtOneSide(content.figure) ? content : null;
}

function takenApart(blocks: readonly Block[]): SplitContent | null {
  const index = blocks.findIndex(isFigure);
  const figure = blocks[index];
  if (figure === undefined || !isFigure(figure)) return null;
  const rest = blocks.filter((block) => block !== figure);
  return { kind: 'split', figure, isFigureFirst: index === 0 && rest.length > 0, lead: [], rest };
}

/** The blocks of two columns that have nothing of their own, one after the other. */
function inOneColumn(blocks: readonly Block[]): readonly Block[] {
  const [holder] = blocks;
  if (blocks.length !== 1 || holder?.kind !== 'division' || !isBare(holder, 'columns')) return blocks;
  const columns = holder.blocks.filter((block) => block.kind === 'division' && isBare(block, 'column'));
  if (columns.length !== 2 || holder.blocks.length !== 2) return blocks;
  const contents = columns.map((column) => (column.kind === 'division' ? column.blocks : []));
  const isOneFigure = contents.some((content) => content.length === 1 && content.every(isFigure));
  return isOneFigure ? contents.flat() : blocks;
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
