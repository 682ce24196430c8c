import { htmlValue, readHtmlAttributes } from './html-attributes.ts';
import { maskCode } from './mask.ts';
import { type Edit, editTraced, originAt, type TracedText } from './traced.ts';

const TAG = /<(\/?)div\b([^>]*)>/gi;
const COLUMNS_CLASS =
  /(?:^|[\s_-])(?:col(?:umn)?s?|grid|row|flex|container|split|two|multi(?:col\w*)?|r-hstack)(?:$|[\s_-]|\d)/i;
const COLUMNS_STYLE = /\b(?:display\s*:\s*(?:inline-)?(?:flex|grid)|columns?(?:-count)?\s*:|grid-template)/i;

interface Division {
  readonly start: number;
  readonly openEnd: number;
  readonly attributes: string;
  readonly inner: Division[];
  closeStart: number;
  end: number;
}

/**
 * A text in which a `<div>` whose children are two or more `<div>`, and whose class or style says that they stand side
 * by side, has become `::: columns`: so do decks for Marp and reveal.js make columns.
 */
export function carryHtmlColumns(traced: TracedText): TracedText {
  if (!/<div\b/i.test(traced.text)) return traced;
  const masked = maskCode(traced.text);
  const taken = new Set<number>();
  const edits = divisionsOf(masked).flatMap((division): readonly Edit[] => {
    // A column that holds columns itself stays a column.
    if (taken.has(division.start) || !isSideBySide(division, masked, traced)) return [];
    for (const { start } of division.inner) taken.add(start);
    return columnEdits(division, traced.text);
  });
  return editTraced(traced, edits);
}

function divisionsOf(text: string): readonly Division[] {
  const all: Division[] = [];
  const open: Division[] = [];
  for (const match of text.matchAll(TAG)) {
    const end = match.index + match[0].length;
    if (match[1] === '') {
      const division: Division = {
        start: match.index,
        openEnd: end,
        attributes: match[2] ?? '',
        inner: [],
        closeStart: -1,
        end: -1,
      };
      open.at(-1)?.inner.push(division);
      open.push(division);
      continue;
    }
    const division = open.pop();
    if (!division) continue;
    division.closeStart = match.index;
    division.end = end;
    all.push(division);
  }
  return all.toSorted((one, other) => one.start - other.start);
}

function isSideBySide(
  { inner, attributes: written, start, openEnd, closeStart }: Division,
  text: string,
  traced: TracedText,
): boolean {
  if (inner.length < 2 || inner.some(({ end }) => end === -1)) return false;
  const attributes = readHtmlAttributes(written, originAt(traced, start));
  if (!COLUMNS_CLASS.test(htmlValue(attributes, 'class')) && !COLUMNS_STYLE.test(htmlValue(attributes, 'style')))
    return false;
  const gaps = inner.map((column, index) => text.slice(inner[index - 1]?.end ?? openEnd, column.start));
  return [...gaps, text.slice(inner.at(-1)?.end, closeStart)].every((gap) => gap.trim() === '');
}

function columnEdits({ inner, start, openEnd, closeStart, end }: Division, text: string): readonly Edit[] {
  const first = inner[0]?.start ?? openEnd;
  return [
    { start, end: first, text: '\n:::: columns\n' },
    ...inner.flatMap((column, index): readonly Edit[] => {
      const next = inner[index + 1]?.start ?? closeStart;
      return [
        { start: column.start, end: column.openEnd, text: '\n::: column\n' },
        ...withoutIndent(text, column.openEnd, column.closeStart),
        { start: column.closeStart, end: next, text: '\n:::\n' },
      ];
    }),
    { start: closeStart, end, text: '\n::::\n' },
  ];
}

/** Four spaces before a line of HTML mean nothing, and before a line of Markdown code. */
function withoutIndent(text: string, start: number, end: number): readonly Edit[] {
  const lines = [...text.slice(start, end).matchAll(/\n([ \t]+)(?=\S)/g)];
  const isIndented = text
    .slice(start, end)
    .split('\n')
    .slice(1)
    .every((line) => /^(?:[ \t]|$)/.test(line));
  const least = Math.min(...lines.map(([, indent = '']) => indent.length));
  if (!isIndented || lines.length === 0) return [];
  return lines.map(({ index }) => ({ start: start + index + 1, end: start + index + 1 + least, text: '' }));
}
