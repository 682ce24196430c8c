import { type Attributes, attributeOf, attributeValue, type Image, type Inline, visitTree } from '../markdown/tree.ts';
import { carriedOtherwise, notCarried } from './findings.ts';
import { codeOf, destination } from './html.ts';
import { parsePart } from './part.ts';
import { WHY_NOT } from './slide-attributes.ts';
import { readMarpAlt } from './tools/marp-alt.ts';
import { type Edit, editTraced, originAt, type TracedText } from './traced.ts';
import type { Migration } from './types.ts';

/**
 * A text whose pictures are those of the talk. One that cannot be had is a link or its address, with its description.
 * Findings: `carried-otherwise`, `not-carried`.
 */
export function carryPictures(traced: TracedText, migration: Migration): TracedText {
  if (!traced.text.includes('![')) return traced;
  const blocks = parsePart(traced);
  const linked = new Set<Inline>();
  const figures = new Map<Image, Attributes>();
  const images: Image[] = [];
  visitTree(blocks, {
    block: (block) => {
      if (block.kind === 'figure') figures.set(block.image, block.attributes);
    },
    inline: (inline) => {
      if (inline.kind === 'link') for (const child of inline.children) linked.add(child);
      if (inline.kind === 'image') images.push(inline);
    },
  });
  const edits = images.flatMap((image): readonly Edit[] => {
    const attributes = figures.get(image) ?? [];
    const place = {
      isLinked: linked.has(image),
      isFigure: figures.has(image),
      description: attributeValue(attributes, 'fig-alt'),
    };
    const text = carryImage(image, traced, migration, place);
    return [
      { start: image.span.start, end: image.span.end, text },
      ...withoutDescription(traced.text, image, attributes),
    ];
  });
  return editTraced(traced, edits);
}

interface ImagePlace {
  readonly isLinked: boolean;
  /** Whether it stands alone in its paragraph. */
  readonly isFigure: boolean;
  /** What Quarto's `fig-alt` says it shows; '' without it. */
  readonly description: string;
}

/** The attributes of a figure without its description. */
function withoutDescription(text: string, image: Image, attributes: Attributes): readonly Edit[] {
  const description = attributeOf(attributes, 'fig-alt');
  if (!description) return [];
  const { start, end } = description.span;
  const isOnly = attributes.length === 1;
  const close = text.indexOf('}', end) + 1;
  return [
    isOnly
      ? { start: image.span.end, end: close, text: '' }
      : text[start - 1] === '{'
        ? { start, end: end + 1, text: '' }
        : { start: start - 1, end, text: '' },
  ];
}

function carryImage(
  image: Image,
  traced: TracedText,
  migration: Migration,
  { isLinked, isFigure, description }: ImagePlace,
): string {
  const { tool, findings, carryPicture } = migration;
  const origin = originAt(traced, image.span.start);
  const { alt, width, lost } = tool === 'marp' ? readMarpAlt(image.alt) : { alt: image.alt, width: '', lost: [] };
  findings.push(...lost.map((word) => notCarried(origin, `"${word}" of a picture`)));
  if (width !== '' && !isFigure) findings.push(notCarried(origin, 'the width of a picture in a line'));
  const hasAttributes = traced.text[image.span.end] === '{';
  // Pandoc shows the description of a picture that stands alone as its caption.
  const isCaption = isFigure && image.title === '' && (tool === 'pandoc' || tool === 'quarto') && alt !== '';
  const title = isCaption ? alt : image.title;
  const written = title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`;
  const carried = carryPicture(image.src);
  const words = escapeText(description || alt);
  if (carried.kind === 'carried') {
    const attributes = width === '' || !isFigure || hasAttributes ? '' : `{width=${width}}`;
    return `![${words}](${destination(carried.path)}${written})${attributes}`;
  }
  const how =
    carried.kind === 'remote' && !isLinked ? 'is a link in the talk' : 'is its description and its address in the talk';
  findings.push(carriedOtherwise(origin, `the picture "${image.src}", which ${WHY_NOT[carried.kind]},`, how));
  if (carried.kind === 'remote' && !isLinked && /^https?:/.test(image.src)) {
    return `[${words === '' ? escapeText(image.src) : words}](${destination(image.src)}${written})`;
  }
  const caption = isCaption || image.title === '' ? '' : ` ${escapeText(image.title)}`;
  return [words, codeOf(image.src)].filter((part) => part !== '').join(' ') + caption;
}

/** Words that are meant as they stand, within brackets. */
export function escapeText(text: string): string {
  return text
    .replace(/[[\]\\*_`<>]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
