import { escapeHtml } from '../text/html.ts';
import { splitCodeLines } from './code-lines.ts';
import type { RenderContext } from './render-context.ts';
import { attributeOf, type Code, hasClass, type LineRange } from './tree.ts';

/**
 * A block of code: whole, or line by line where lines are numbered or pointed out. Each line says in `data-lit` in
 * which of the groups it is, from 0, and in `data-mark` which steps light those that begin at it; the block says in
 * `data-lit-steps` which step lights each group but the first.
 */
export function renderCode(code: Code, attributes: string, context: RenderContext): string {
  const highlighted = code.language === '' ? null : context.highlight(code.text, code.language);
  const html = highlighted ?? escapeHtml(code.text);
  const language = code.language === '' ? '' : ` language-${escapeHtml(code.language)}`;
  const isNumbered = hasClass(code.attributes, 'numbers') || attributeOf(code.attributes, 'start') !== undefined;
  if (!isNumbered && code.lineGroups.length === 0) {
    return `<pre${attributes}><code class="hljs${language}">${html}</code></pre>`;
  }
  const steps = context.lineStepsOf(code);
  const lines = splitCodeLines(html).map((line, index) => lineHtml(line, code.firstLine + index, code, steps));
  const names = ['lines', isNumbered ? 'is-numbered' : ''];
  const lit = steps.length === 0 ? '' : ` data-lit-steps="${steps.slice(1).join(' ')}"`;
  return `<pre${attributes}><code class="hljs${language} ${names.filter((name) => name !== '').join(' ')}"${lit}>${lines.join('')}</code></pre>`;
}

function lineHtml(
  html: string,
  number: number,
  { lineGroups: groups }: Code,
  steps: readonly (number | null)[],
): string {
  const inGroups = groups.flatMap((group, index) => (group === null || isIn(group, number) ? [index] : []));
  const isLit = groups.length === 1 && groups[0] !== null && inGroups.length > 0;
  const lit = groups.length > 1 ? ` data-lit="${inGroups.join(' ')}"` : '';
  const begun = steps.filter((step, index) => step !== null && groups[index]?.[0]?.first === number);
  const mark = begun.length > 0 ? ` data-mark="${begun.join(', ')}"` : '';
  return `<span class="line${isLit ? ' is-lit' : ''}" data-line="${number}"${lit}${mark}>${html}\n</span>`;
}

function isIn(ranges: readonly LineRange[], number: number): boolean {
  return ranges.some(({ first, last }) => number >= first && number <= last);
}
