import { trackFences } from '../markdown/syntax/fences.ts';

/** What stands for a sign of code: no white space, and nothing that means anything to Markdown or HTML. */
const MASK = '\uE000';
/** Longer paragraphs are left as they are: a look for the ends of code in a line takes the square of it. */
const LONGEST_PARAGRAPH = 20_000;
const CODE_SPAN = /(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/** A text in which all code is made unreadable, sign by sign, so that a pattern never finds anything in code. */
export function maskCode(text: string): string {
  const isCode = trackFences();
  const masked = text
    .split('\n')
    .map((line) => (isCode(line.trimEnd()) ? MASK.repeat(line.length) : line))
    .join('\n');
  if (!masked.includes('`')) return masked;
  return masked
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (paragraph.length > LONGEST_PARAGRAPH ? paragraph : maskSpans(paragraph)))
    .join('');
}

function maskSpans(paragraph: string): string {
  return paragraph.replace(CODE_SPAN, (code) => code.replace(/[^\n]/g, MASK));
}

/** A text in which all comments are made unreadable too. */
export function maskComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, MASK));
}

/** Where a pattern matches outside of code. The pattern is global. */
export function findOutsideCode(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...maskCode(text).matchAll(pattern)];
}
