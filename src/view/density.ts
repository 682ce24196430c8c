import { panelsOf } from '../markdown/render-interactive.ts';
import { type Block, type Division, hasClass, type Inline } from '../markdown/tree.ts';
import type { Column, Content, FieldValues, QuizOption } from '../outline/types.ts';

/** How much is on a slide: themes have a named step in size for each. */
export type Density = 'low' | 'medium' | 'high';

/** What a line of body text at 30 px holds over the whole width, measured with the default theme. */
const CHARACTERS_PER_LINE = 64;
const PICTURE_LINES = 6;

interface Limits {
  readonly low: number;
  readonly medium: number;
}

const LINES: Limits = { low: 4, medium: 8 };
const ROWS: Limits = { low: 4, medium: 7 };
const CODE_LINES: Limits = { low: 8, medium: 13 };
const EVENTS: Limits = { low: 4, medium: 5 };
const QUIZ_LINES: Limits = { low: 5, medium: 8 };
const QUOTE_CHARACTERS: Limits = { low: 120, medium: 240 };
const NUMBER_CHARACTERS: Limits = { low: 3, medium: 6 };
const OPENING_CHARACTERS: Limits = { low: 30, medium: 60 };
/** A closing slide has text under its heading, and in most themes a picture beside it. */
const CLOSING_CHARACTERS: Limits = { low: 16, medium: 44 };
const STATEMENT_CHARACTERS: Limits = { low: 60, medium: 110 };

/** Layouts that are their heading, with at most a little under it. */
const OPENINGS = new Set(['title', 'section']);

/** The density of a slide, by what its layout holds most of; of the fields that it declares its text counts. */
export function densityOf(layout: string, title: string, content: Content, fields: FieldValues): Density {
  switch (content.kind) {
    case 'quote':
      return grade(textLength(content.words), QUOTE_CHARACTERS);
    case 'number':
      return grade(content.figure.length, NUMBER_CHARACTERS);
    case 'compare':
      return grade(mostLines(content.columns), LINES);
    case 'timeline':
      return grade(content.events.length, EVENTS);
    case 'table':
      return grade(content.table.rows.length, ROWS);
    case 'code':
      return grade(content.code.text.split('\n').length, CODE_LINES);
    case 'sources':
      return grade(content.list.items.length, ROWS);
    case 'quiz':
      return grade(quizLines(content.options), QUIZ_LINES);
    case 'figure':
      return 'low';
    case 'split':
      return grade(estimateLines(content.rest, CHARACTERS_PER_LINE / 3), LINES);
    case 'plain':
      return plainDensity(layout, title, [...textOfFields(fields), ...content.rest]);
  }
}

/** The blocks that fields hold; a picture leaves the text its room. */
function textOfFields(fields: FieldValues): readonly Block[] {
  return [...fields.values()].flatMap((value): readonly Block[] => {
    if (value.kind === 'html') return value.blocks;
    return value.kind === 'list' ? value.boxes : [];
  });
}

function plainDensity(layout: string, title: string, blocks: readonly Block[]): Density {
  if (OPENINGS.has(layout)) return grade(title.length, OPENING_CHARACTERS);
  if (layout === 'closing') return grade(title.length, CLOSING_CHARACTERS);
  if (layout === 'statement') return grade(title.length, STATEMENT_CHARACTERS);
  return grade(estimateLines(blocks, CHARACTERS_PER_LINE), LINES);
}

function grade(amount: number, limits: Limits): Density {
  if (amount <= limits.low) return 'low';
  return amount <= limits.medium ? 'medium' : 'high';
}

/** What is said under an option is smaller than the option. */
function quizLines(options: readonly QuizOption[]): number {
  return options.reduce(
    (lines, { text, feedback }) =>
      lines + estimateLines(text, CHARACTERS_PER_LINE - 6) + 0.8 * estimateLines(feedback, CHARACTERS_PER_LINE),
    0,
  );
}

function mostLines(columns: readonly Column[]): number {
  return columns.reduce((most, column) => Math.max(most, columnLines(column, columns.length)), 0);
}

function columnLines({ blocks }: Column, count: number): number {
  return estimateLines(blocks, CHARACTERS_PER_LINE / count - 4);
}

/** The lines that blocks take at a width, in characters. */
function estimateLines(blocks: readonly Block[], width: number): number {
  return blocks.reduce((lines, block) => lines + blockLines(block, width), 0);
}

function blockLines(block: Block, width: number): number {
  switch (block.kind) {
    case 'paragraph':
      return wrapped(block.children, width);
    case 'heading':
      return wrapped(block.children, width) + 1;
    case 'list':
      return block.items.reduce((lines, item) => lines + estimateLines(item.blocks, width - 4), 0);
    case 'alert':
      return estimateLines(block.blocks, width) + 2;
    case 'definition-list':
      return block.entries.reduce((lines, { meanings }) => lines + 1 + estimateLines(meanings.flat(), width), 0);
    case 'division':
      return divisionLines(block, width);
    case 'quotation':
    case 'element-block':
      return estimateLines(block.blocks, width);
    case 'code':
      return block.text.split('\n').length;
    case 'math-block':
      return 1 + block.tex.split('\\\\').length;
    case 'table':
      return block.rows.length + 1;
    case 'figure':
    case 'media':
    case 'diagram':
      return PICTURE_LINES;
    default:
      return 0;
  }
}

/** Of tabs the largest counts: all lie in the same place. */
function divisionLines({ attributes, blocks }: Division, width: number): number {
  if (!hasClass(attributes, 'tabs')) return estimateLines(blocks, width);
  const { before, panels } = panelsOf(blocks);
  const largest = panels.reduce((most, [, ...inside]) => Math.max(most, estimateLines(inside, width)), 0);
  return estimateLines(before, width) + largest + 2;
}

function wrapped(inlines: readonly Inline[], width: number): number {
  return Math.max(1, Math.ceil(lengthOf(inlines) / Math.max(8, width)));
}

function textLength(blocks: readonly Block[]): number {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  return paragraphs.reduce((length, { children }) => length + lengthOf(children), 0);
}

/** The length of the text of inlines; counted, not put together, because this runs over every paragraph of a talk. */
function lengthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((length, inline) => {
    if ('children' in inline) return length + lengthOf(inline.children);
    if (inline.kind === 'math') return length + plainLength(inline.tex);
    return length + ('text' in inline ? inline.text.length : 0);
  }, 0);
}

/** About how wide a formula is, in characters: commands and braces draw one sign or none. */
function plainLength(tex: string): number {
  return tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}^_\s]/g, '').length;
}
