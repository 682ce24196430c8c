import { plainText } from '../markdown/render.ts';
import { attributeValue, type Block, type Inline, visitTree } from '../markdown/tree.ts';
import type { Slide } from '../outline/types.ts';
import { visitContent } from './contents.ts';

const LONGEST_TITLE = 80;

/**
 * A name for a slide in plain text: its heading; with a number also what it counts; without a heading who is quoted,
 * what a picture shows, or its first words; `''` for an empty slide.
 */
export function titleOf(slide: Slide): string {
  const { heading, content } = slide;
  const words = heading ? plainText(heading.children) : '';
  if (content.kind === 'number') return shorten(`${words} ${plainText(content.text)}`);
  if (words !== '') return words;
  if (content.kind === 'quote' && content.speaker.length > 0) {
    return shorten(`${plainText(content.speaker)}: “${firstWords(slide)}”`);
  }
  if (content.kind === 'figure') return shorten(content.figure.image.title || content.figure.image.alt);
  return shorten(firstWords(slide));
}

function firstWords({ content, fields }: Slide): string {
  let words = '';
  const add = (inline: Inline): void => {
    if (inline.kind === 'text' || inline.kind === 'inline-code') words += inline.text;
    else if (inline.kind === 'math') words += inline.tex;
  };
  const addBlocks = (blocks: readonly Block[]): void =>
    visitTree(blocks, {
      block: (block) => {
        words += ` ${wordsOf(block)}`;
      },
      inline: add,
    });
  if (content.kind === 'quote') addBlocks(content.words);
  else visitContent({ content, fields }, add, addBlocks);
  return shorten(words.replace(/\s+/g, ' ').trim(), LONGEST_TITLE - 20);
}

/** The words of a block that stand in no line of text. */
function wordsOf(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'media') return block.image.title || block.image.alt;
  if (block.kind === 'math-block') return block.tex;
  return block.kind === 'diagram' ? attributeValue(block.attributes, 'alt') : '';
}

function shorten(text: string, longest = LONGEST_TITLE): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
