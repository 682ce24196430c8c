import type { Tokens } from 'marked';
import { type Source, type Span, spanOf } from '../text/source.ts';
import type { Conversion } from './conversion.ts';
import { codeTwice, invalidNumber, noLines, unclosedCode } from './findings.ts';
import { attributesAtEnd } from './syntax/attributes.ts';
import { lineGroupsOf, parseLineRange } from './syntax/line-groups.ts';
import {
  type Attribute,
  type Attributes,
  attributeOf,
  attributeValue,
  type Code,
  type Diagram,
  type LineRange,
  type MathBlock,
} from './tree.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * A block of code; a formula where its language is `math`, a diagram where it is `mermaid`. Code and diagrams may be
 * those of a file that `src=` names. Findings: `unclosed-code`, `code-twice`, `no-such-lines`, `invalid-number`, and
 * those of the file.
 */
export function convertCode(conversion: Conversion, token: Tokens.Code, span: Span): Code | MathBlock | Diagram {
  const { source, findings } = conversion;
  if (isUnclosed(token.raw)) findings.push(unclosedCode(spanOf(source, span.start)));
  const written = token.lang ?? '';
  const { info, groups } = lineGroupsOf(written);
  const found = attributesAtEnd(source, info, source.text.indexOf(written, span.start));
  const attributes = found?.attributes ?? [];
  const language = (found ? info.slice(0, found.index) : info).trim().split(/\s/)[0]?.toLowerCase() ?? '';
  if (language === 'math') return { kind: 'math-block', tex: token.text.trim(), attributes, span };
  if (language === 'mermaid') {
    const file = namedFile(conversion, attributes, token.text, span);
    return { kind: 'diagram', text: file?.text ?? token.text, file, attributes, span };
  }
  const { text, firstLine } = fileText(conversion, attributes, token.text, span) ?? {
    text: token.text,
    firstLine: numberOf(attributeOf(attributes, 'start'), conversion) ?? 1,
  };
  checkGroups(conversion, groups, firstLine, text, span);
  return { kind: 'code', language, text, firstLine, lineGroups: groups, attributes, span };
}

/** Whether fenced code runs to the end of what it stands in. */
function isUnclosed(raw: string): boolean {
  const fence = FENCE.exec(raw)?.[1];
  if (fence === undefined) return false;
  const lastLine = raw.trimEnd().split('\n').slice(1).at(-1)?.trim() ?? '';
  return !lastLine.startsWith(fence) || lastLine !== (fence[0] ?? '').repeat(lastLine.length);
}

interface FileText {
  readonly text: string;
  readonly firstLine: number;
}

/** The file that `src=` names; `null` where none is named, or it cannot be had. */
function namedFile(
  { findings, references }: Conversion,
  attributes: Attributes,
  own: string,
  span: Span,
): Source | null {
  const file = attributeOf(attributes, 'src');
  if (!file) return null;
  if (own.trim() !== '') findings.push(codeTwice(spanOf(span.source, span.start)));
  return references.readText(file.value, file.span, findings);
}

/** The lines of the file that `src=` names; `null` where none is named, or it cannot be had. */
function fileText(conversion: Conversion, attributes: Attributes, own: string, span: Span): FileText | null {
  const { findings } = conversion;
  const source = namedFile(conversion, attributes, own, span);
  if (source === null) return null;
  const lines = source.text.replace(/\n$/, '').split('\n');
  const asked = attributeOf(attributes, 'lines');
  const range = asked ? parseLineRange(asked.value) : { first: 1, last: lines.length };
  if (range && range.last <= lines.length) {
    return { text: lines.slice(range.first - 1, range.last).join('\n'), firstLine: range.first };
  }
  if (asked) findings.push(noLines(asked.span, attributeValue(attributes, 'src'), lines.length));
  return null;
}

function numberOf(attribute: Attribute | undefined, { findings }: Conversion): number | null {
  if (!attribute) return null;
  if (/^[1-9]\d{0,5}$/.test(attribute.value)) return Number(attribute.value);
  findings.push(invalidNumber(attribute.span, attribute.name, attribute.value));
  return null;
}

function checkGroups(
  { findings }: Conversion,
  groups: Code['lineGroups'],
  firstLine: number,
  text: string,
  span: Span,
): void {
  const count = text.split('\n').length;
  const isOutside = ({ first, last }: LineRange): boolean => first < firstLine || last > firstLine + count - 1;
  if (groups.some((group) => group?.some(isOutside))) {
    findings.push(noLines(spanOf(span.source, span.start), 'this block of code', count));
  }
}
