import type { Attributes, Block, Heading } from '../markdown/tree.ts';
import { notCarried } from './findings.ts';
import { parsePart } from './part.ts';
import { type Edit, editTraced, originAt, sliceTraced, type TracedText, trimTraced } from './traced.ts';
import type { ForeignAttribute, Migration } from './types.ts';

/** A slide cut into its heading and what stands under it. */
export interface OpenedSlide {
  /** 0 where it has no heading. */
  readonly depth: number;
  /** Without signs and attributes, on one line; empty where there is none. */
  readonly heading: TracedText;
  /** Those that stand after the heading. */
  readonly attributes: readonly ForeignAttribute[];
  readonly body: TracedText;
}

/** Takes the heading off a slide that begins with one. */
export function openSlide(slide: TracedText): OpenedSlide {
  const text = trimTraced(slide);
  const [first] = parsePart(text);
  if (first?.kind !== 'heading') return { depth: 0, heading: sliceTraced(text, 0, 0), attributes: [], body: text };
  const { start, end } = headingText(text.text, first);
  const line = editTraced(sliceTraced(text, start, end), [...lineBreaks(text.text.slice(start, end))]);
  return {
    depth: first.depth,
    heading: line,
    attributes: foreignAttributes(first.attributes, text),
    // Comments may stand before it.
    body: trimTraced(editTraced(text, [{ start: headingStart(text.text, first), end: first.span.end, text: '' }])),
  };
}

/** Attributes that stand in braces, by their names in HTML. */
function foreignAttributes(attributes: Attributes, text: TracedText): readonly ForeignAttribute[] {
  return attributes.map(({ kind, name, value, span }) => {
    const origin = originAt(text, span.start);
    if (kind === 'pair') return { name, value, origin };
    return { name: kind, value: name, origin };
  });
}

function headingStart(text: string, { span }: Heading): number {
  return text.lastIndexOf('\n', span.start - 1) + 1;
}

/** Where the words of a heading stand, without `#`, the line under it and attributes. */
function headingText(text: string, { span, attributes }: Heading): { readonly start: number; readonly end: number } {
  const raw = text.slice(span.start, span.end);
  const isSetext = !/^[ \t]*#/.test(raw);
  const start = span.start + (/^[ \t]*(?:#{1,6}(?:[ \t]+|$))?/.exec(raw)?.[0].length ?? 0);
  const last = isSetext ? span.start + raw.trimEnd().lastIndexOf('\n') : span.end;
  const braces = attributes[0] ? text.lastIndexOf('{', attributes[0].span.start) : last;
  const words = text.slice(start, Math.max(start, Math.min(last, braces))).trimEnd();
  return { start, end: start + (isSetext ? words : words.replace(/(?:^|[ \t])#+$/, '')).trimEnd().length };
}

function lineBreaks(text: string): readonly Edit[] {
  return [...text.matchAll(/[ \t]*\\?\n[ \t]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: ' ',
  }));
}

/** What stands under the heading of a slide, so that none of it opens another one; and whether it has columns by headings then. */
export function carryBody(
  body: TracedText,
  { findings }: Migration,
): { readonly body: TracedText; readonly hasColumns: boolean } {
  const blocks = parsePart(body);
  const edits = blocks.flatMap((block): readonly Edit[] => {
    if (block.kind === 'ruler') {
      findings.push(notCarried(originAt(body, block.span.start), 'a line across the slide'));
      return [{ start: block.span.start, end: block.span.end, text: '' }];
    }
    return block.kind === 'heading' && block.depth <= 2 ? [lowered(body.text, block)] : [];
  });
  const holdsColumns = blocks.some((block) => block.kind === 'division' && isColumns(block));
  const subheadings = blocks.filter((block) => block.kind === 'heading' && block.depth <= 3);
  return { body: editTraced(body, edits), hasColumns: !holdsColumns && subheadings.length > 1 };
}

function isColumns(block: Extract<Block, { kind: 'division' }>): boolean {
  return block.attributes.some(({ kind, name }) => kind === 'class' && name === 'columns');
}

function lowered(text: string, heading: Heading): Edit {
  const { start, end } = headingText(text, heading);
  const braces = heading.attributes[0] ? text.lastIndexOf('{', heading.attributes[0].span.start) : -1;
  const last = heading.attributes.at(-1);
  const list = braces === -1 || !last ? '' : ` ${text.slice(braces, text.indexOf('}', last.span.end) + 1)}`;
  const words = text.slice(start, end).replace(/[ \t]*\\?\n[ \t]*/g, ' ');
  return { start: heading.span.start, end: heading.span.end, text: `### ${words}${list}` };
}
