import { styleText } from 'node:util';
import type { Finding, Severity } from './finding.ts';
import { positionAt, type Span } from './source.ts';

const LINES_BEFORE = 1;
const LONGEST_LINE = 160;
const SEVERITY_STYLES: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', info: 'cyan' };

/**
 * A finding as a person reads it: `file:line:column: severity: message (rule)`, the lines around the place with the
 * range marked, the related place and the hint.
 */
export function formatFinding(finding: Finding, options: { readonly color: boolean }): string {
  const severity = options.color
    ? styleText(SEVERITY_STYLES[finding.severity], finding.severity, { validateStream: false })
    : finding.severity;
  const head = `${severity}: ${finding.message} (${finding.rule})`;
  const parts = [finding.span ? `${formatPlace(finding.span)}: ${head}` : head];
  if (finding.span) parts.push(codeFrame(finding.span));
  if (finding.related) {
    parts.push(`  ${finding.related.message}: ${formatPlace(finding.related.span)}`, codeFrame(finding.related.span));
  }
  if (finding.hint) parts.push(`  hint: ${finding.hint}`);
  return parts.filter((part) => part !== '').join('\n');
}

/** `file:line:column` of the start of a span. */
export function formatPlace(span: Span): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}

/** The marked line with the one before it; '' for an empty source. Long lines are cut around the mark. */
export function codeFrame(span: Span): string {
  const { text } = span.source;
  if (text === '') return '';
  const { line, column } = positionAt(span.source, span.start);
  const lines = linesTo(text, Math.min(span.start, text.length));
  const marked = lines.at(-1) ?? '';
  const width = String(line).length;
  const cut = column > LONGEST_LINE ? column - LONGEST_LINE / 2 : 0;
  const shown = lines.map((content, index) => {
    const number = String(line - lines.length + 1 + index).padStart(width);
    return `  ${number} | ${content.slice(cut, cut + LONGEST_LINE)}`.trimEnd();
  });
  const length = Math.max(1, Math.min(span.end - span.start, marked.length - column + 1, LONGEST_LINE));
  const indent = marked.slice(cut, column - 1).replace(/[^\t]/g, ' ');
  shown.push(`  ${' '.repeat(width)} | ${indent}${'^'.repeat(length)}`);
  return shown.join('\n');
}

/** The line that an offset is in, after those right before it. */
function linesTo(text: string, offset: number): readonly string[] {
  let start = offset;
  for (let count = 0; count <= LINES_BEFORE && start >= 0; count += 1) {
    start = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
  }
  const end = text.indexOf('\n', offset);
  return text.slice(start + 1, end === -1 ? text.length : end).split('\n');
}
