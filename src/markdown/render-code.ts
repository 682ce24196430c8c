import { escapeHtml } from '../text/html.ts';
import { splitCodeLines } from './code-lines.ts';
import type { RenderContext } from './render-context.ts';
import { attributeOf, type Code, hasClass, type LineRange } from './tree.ts';

/**
 * A block of code: whole, or line by line where lines are numbered or pointed out. Each line says in `data-lit` in
 * which of the groups it is, in `data-group` which of them begin at it, and the block in `data-lit-steps` at which step each group but the first begins.
 */
export function renderCode(code: Code, attributes: string, context: RenderContext): string {
  const highlighted = code.language === '' ? null : context.highlight(code.text, code.language);
  const html = highlighted ?? escapeHtml(code.text);
  const language = code.language === '' ? '' : ` language-${escapeHtml(code.language)}`;
  const isNumbered = hasClass(code.attributes, 'numbers') || attributeOf(code.attributes, 'start') !== undefined;
  if (!isNumbered && code.lineGroups.length === 0) {
    return `<pre${attributes}><code class="hljs${language}">${html}</code></pre>`;
  }
  const lines = splitCodeLines(html).map((line, index) => lineHtml(line, code.firstLine + index, code.lineGroups));
  const steps = context.lineStepsOf(code);
  const names = ['lines', isNumbered ? 'is-numbered' : ''];
  const lit = steps.length === 0 ? '' : ` data-lit-steps="${steps.join(' ')}"`;
  return `<pre${attributes}><code class="hljs${language} ${names.filter((name) => name !== '').join(' ')}"${lit}>${lines.join('')}</code></pre>`;
}

function lineHtml(html: string, number: number, groups: Code['lineGroups']): string {
  const inGroups = groups.flatMap((group, index) => (group === null || isIn(group, number) ? [index] : []));
  const isLit = groups.length === 1 && groups[0] !== null && inGroups.length > 0;
  const lit = groups.length > 1 ? ` data-lit="${inGroups.join(' ')}"` : '';
  const begins = groups.flatMap((group, index) => (group?.[0]?.first === number ? [index + 1] : []));
  const group = groups.length > 1 && begins.length > 0 ? ` data-group="${begins.join(' ')}"` : '';
  return `<span class="line${isLit ? ' is-lit' : ''}" data-line="${number}"${lit}${group}>${html}\n</span>`;
}

function isIn(ranges: readonly LineRange[], number: number): boolean {
  return ranges.some(({ first, last }) => number >= first && number <= last);
}
