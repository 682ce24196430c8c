import { parsePart } from '../part.ts';
import { type Edit, editTraced, isBlankText, sliceTraced, type TracedText } from '../traced.ts';
import type { DeckFields, DeckSlide, Migration, ReadDeck } from '../types.ts';
import { includeFiles } from './includes.ts';
import { carryPandocAttributes } from './pandoc-attributes.ts';
import { formatOptions, titleSlide, withFooter, withTitleBlock } from './pandoc-fields.ts';
import { carryPandocLines } from './pandoc-lines.ts';
import { carryIncremental } from './pandoc-steps.ts';
import { carryPandocText } from './pandoc-text.ts';

/**
 * The slides of a deck for Pandoc or Quarto: the title slide that they make of the fields, then a slide for each heading
 * of the slide level and each ruler, a section for each heading above it.
 */
export function readPandoc(deck: TracedText, own: DeckFields, migration: Migration): ReadDeck {
  const { text: bare, fields } = withTitleBlock(deck, own);
  const whole = includeFiles(bare, migration, []);
  const lined = carryPandocLines(whole, migration);
  const text = carryPandocHeadings(lined);
  const level = slideLevel(text, fields, migration);
  const isUsual = isIncremental(fields);
  const parts = cutAt(text, level);
  const slides = parts.map(({ start, end, depth }): DeckSlide => {
    const carried = carryPandocAttributes(sliceTraced(text, start, end), migration);
    const part = carryPandocText(carryIncremental(carried, isUsual));
    const opens = depth === 0 ? null : depth < level ? 'section' : 'slide';
    return { text: part, notes: [], attributes: [], addresses: [], opens };
  });
  const title = titleSlide(fields);
  return { slides: withFooter([...(title ? [title] : []), ...slides], fields), fields };
}

function isIncremental(fields: DeckFields): boolean {
  return fields.fields.incremental === true || formatOptions(fields).incremental === true;
}

/** By https://pandoc.org/MANUAL.html#structuring-the-slide-show; Quarto takes 2. */
function slideLevel(text: TracedText, fields: DeckFields, { tool }: Migration): number {
  const given = Number(fields.fields['slide-level'] ?? formatOptions(fields)['slide-level'] ?? Number.NaN);
  if (Number.isInteger(given) && given >= 0 && given <= 6) return given;
  if (tool === 'quarto') return 2;
  const blocks = parsePart(text);
  const levels = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const hasContent = next !== undefined && next.kind !== 'heading' && next.kind !== 'ruler';
    return block.kind === 'heading' && hasContent ? [block.depth] : [];
  });
  const all = blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : []));
  return levels.length > 0 ? Math.min(...levels) : Math.max(1, ...all);
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** Of the heading that opens it; 0 without one. */
  readonly depth: number;
}

function cutAt(text: TracedText, level: number): readonly Part[] {
  const blocks = parsePart(text);
  const parts: Part[] = [];
  let current = { start: 0, depth: 0, isRuler: false };
  const finish = (end: number): void => {
    const isEmpty = isBlankText(sliceTraced(text, current.start, end));
    // A ruler right before a heading is the same break.
    if (!isEmpty || (current.isRuler && end === text.text.length))
      parts.push({ start: current.start, end, depth: current.depth });
  };
  for (const block of blocks) {
    const opens = block.kind === 'heading' && block.depth <= level;
    if (block.kind !== 'ruler' && !opens) continue;
    finish(block.span.start);
    current =
      block.kind === 'ruler'
        ? { start: block.span.end, depth: 0, isRuler: true }
        : { start: block.span.start, depth: block.kind === 'heading' ? block.depth : 0, isRuler: false };
  }
  finish(text.text.length);
  return parts;
}

/** `{-}` after a heading says that it has no number: none has one. */
function carryPandocHeadings(text: TracedText): TracedText {
  const edits = [...text.text.matchAll(/^(#{1,6}[^\n]*?)([ \t]*\{[ \t]*-[ \t]*\})[ \t]*$/gm)].map(
    ({ index, 1: words = '', 2: list = '' }): Edit => {
      const start = index + words.length;
      return { start, end: start + list.length, text: '' };
    },
  );
  return editTraced(text, edits);
}
