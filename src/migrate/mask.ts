import { trackFences } from './fences.ts';

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
  const last = text.lastIndexOf('-->') + 3;
  const masked = text.slice(0, last).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, MASK));
  return masked + text.slice(last);
}

/**
 * Where a pattern matches outside of code. The pattern is global. One that runs to an end that may never come names it:
 * nothing is looked for behind the last, so that a text of beginnings takes no time.
 */
export function findOutsideCode(text: string, pattern: RegExp, end = ''): readonly RegExpExecArray[] {
  const masked = maskCode(text);
  const last = end === '' ? masked.length : masked.toLowerCase().lastIndexOf(end);
  return last === -1 ? [] : [...masked.slice(0, end === '' ? last : endOf(masked, last)).matchAll(pattern)];
}

/** Behind the sign that ends what begins at an offset. */
function endOf(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end === -1 ? text.length : end + 1;
}
