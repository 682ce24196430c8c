import { type Inline, visitTree } from '../../markdown/tree.ts';
import { findOutsideCode } from '../mask.ts';
import { parsePart } from '../part.ts';
import { type Edit, editTraced, type TracedText } from '../traced.ts';

const SUPERSCRIPT = /(?<![\\^[])\^((?:[^\s^\\[\]]|\\.)+)\^/g;
const MATH = /\$/;

/** What Pandoc writes in a line of text and Markdown at large does not: `H~2~O`, `x^2^`, dashes and dots. */
export function carryPandocText(part: TracedText): TracedText {
  const deleted: Inline[] = [];
  const texts: Inline[] = [];
  visitTree(parsePart(part), {
    inline: (inline) => {
      if (inline.kind === 'deleted') deleted.push(inline);
      if (inline.kind === 'text') texts.push(inline);
    },
  });
  const { text } = part;
  const subscripts = deleted.flatMap(({ span }): readonly Edit[] => {
    const raw = text.slice(span.start, span.end);
    if (!/^~[^~][\s\S]*[^~]~$|^~[^~]~$/.test(raw)) return [];
    return [
      { start: span.start, end: span.start + 1, text: '<sub>' },
      { start: span.end - 1, end: span.end, text: '</sub>' },
    ];
  });
  const superscripts = findOutsideCode(text, SUPERSCRIPT)
    .filter(({ index }) => !MATH.test(lineAround(text, index)))
    .flatMap(({ index, 0: whole }): readonly Edit[] => [
      { start: index, end: index + 1, text: '<sup>' },
      { start: index + whole.length - 1, end: index + whole.length, text: '</sup>' },
    ]);
  return editTraced(part, [...subscripts, ...superscripts, ...texts.flatMap((inline) => dashes(text, inline))]);
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end);
}

const SIGNS: Readonly<Record<string, string>> = { '---': '—', '--': '–', '...': '…' };

function dashes(text: string, { span }: Inline): readonly Edit[] {
  return [...text.slice(span.start, span.end).matchAll(/(?<![-.\\])(?:-{2,3}(?!-)|\.{3}(?!\.))/g)].map(
    ({ index, 0: sign }) => ({
      start: span.start + index,
      end: span.start + index + sign.length,
      text: SIGNS[sign] ?? sign,
    }),
  );
}
