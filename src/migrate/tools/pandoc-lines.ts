import { ALERT_TYPES } from '../../markdown/tree.ts';
import { carriedOtherwise, notCarried } from '../findings.ts';
import { htmlValue, readHtmlAttributes } from '../html-attributes.ts';
import { findOutsideCode, maskCode } from '../mask.ts';
import { type Edit, editTraced, type TracedText } from '../traced.ts';
import type { Migration } from '../types.ts';
import { applyLineRules, type LineRule } from './lines.ts';
import { codeRule } from './pandoc-code.ts';
import { takeTable } from './pandoc-tables.ts';

const DIVISION_OPENING = /^\s*:{3,}\s*(?:\{[^}]*\}|[\w-]+)\s*:*\s*$/;
const DIVISION_CLOSING = /^\s*:{3,}\s*$/;
const CALLOUT = new RegExp(`^\\s*:{3,}\\s*\\{([^}]*\\.callout-(${ALERT_TYPES.join('|')})\\b[^}]*)\\}\\s*:*\\s*$`);
const ITEM = /^( {0,3})(#\.|\(@[\w-]*\)|@[\w-]*\.|\(?[a-zA-Z]\)|[a-z]\.|\(?[ivx]+[.)]|\(\d+\))([ \t]+)(?=\S)/;
const LINE_BLOCK = /^\|(?:[ \t]|$)/;
const SHORTCODE = /\{\{<\s*(\/?[\w-]+)\s*([^>]*?)\s*>\}\}/g;
const KNOWN_VARIABLES = new Set(['title', 'subtitle', 'date', 'lang', 'description']);

/** Blocks that only Pandoc and Quarto write, as an outline has them. Findings: `not-carried`, `carried-otherwise`. */
export function carryPandocLines(deck: TracedText, migration: Migration): TracedText {
  const counter: ExampleCounter = { next: 1, byLabel: new Map() };
  const rules: readonly LineRule[] = [
    (lines, index) => takeTable(lines, index),
    (lines, index, origin) => takeCallout(lines, index, origin, migration),
    (lines, index, origin) => takeRawInline(lines, index, origin, migration),
    takeLineBlock,
    takeIncrementalQuote,
    (lines, index) => takeItem(lines, index, counter),
    (lines, index, origin) => takeShortcodes(lines, index, origin, migration),
  ];
  return withExampleNumbers(applyLineRules(deck, codeRule(migration), rules), counter);
}

/** The numbers of Pandoc's examples, which are counted through the deck. */
interface ExampleCounter {
  next: number;
  readonly byLabel: Map<string, number>;
}

/** `(@label)` in a text is the number of that example. */
function withExampleNumbers(deck: TracedText, { byLabel }: ExampleCounter): TracedText {
  if (byLabel.size === 0) return deck;
  const edits = findOutsideCode(deck.text, /\(@([\w-]+)\)/g).flatMap(
    ({ index, 0: whole, 1: label = '' }): readonly Edit[] => {
      const number = byLabel.get(label);
      return number === undefined ? [] : [{ start: index, end: index + whole.length, text: `(${number})` }];
    },
  );
  return editTraced(deck, edits);
}

/** `::: {.callout-note title="..."}` as GitHub's alert. */
function takeCallout(
  lines: readonly string[],
  index: number,
  origin: Parameters<LineRule>[2],
  migration: Migration,
): ReturnType<LineRule> {
  const match = CALLOUT.exec(lines[index] ?? '');
  if (!match) return null;
  const end = closingAt(lines, index);
  if (end === -1) return null;
  const attributes = readHtmlAttributes((match[1] ?? '').replace(/[.#][\w-]+/g, ' '), origin);
  const inner = lines.slice(index + 1, end);
  const heading = inner.findIndex((line) => line.trim() !== '');
  const own = /^\s*#{1,6}\s+(.*?)\s*(?:\{[^}]*\})?\s*#*$/.exec(inner[heading] ?? '')?.[1] ?? '';
  const title = htmlValue(attributes, 'title') || own;
  const content = own !== '' ? inner.slice(heading + 1) : inner;
  const traced = { text: content.join('\n'), starts: lineStartsOf(content), origins: content.map(() => origin) };
  const carried = content.length === 0 ? '' : carryPandocLines(traced, migration).text.trim();
  const quoted = carried.split('\n').map((line) => `> ${line}`.trimEnd());
  return {
    count: end - index + 1,
    text: ['', `> [!${(match[2] ?? '').toUpperCase()}] ${title}`.trimEnd(), ...quoted, ''].join('\n'),
  };
}

function lineStartsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

/** The line that closes the division that opens at one. */
function closingAt(lines: readonly string[], index: number): number {
  let depth = 0;
  for (let at = index; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (DIVISION_CLOSING.test(line)) depth -= 1;
    else if (DIVISION_OPENING.test(line)) depth += 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Pandoc's `line_blocks`: each line on its own. */
const takeLineBlock: LineRule = (lines, index) => {
  let end = index;
  while (
    end < lines.length &&
    (LINE_BLOCK.test(lines[end] ?? '') || (end > index && /^[ \t]+\S/.test(lines[end] ?? '')))
  )
    end += 1;
  const block = lines.slice(index, end);
  if (block.length === 0 || block.some((line) => /(?<!\\)\|/.test(line.slice(1)))) return null;
  const words = block.map((line) => line.replace(/^\|[ \t]?/, '').trim());
  return {
    count: block.length,
    text: words.map((line, place) => (place < words.length - 1 && line !== '' ? `${line}\\` : line)).join('\n'),
  };
};

/** A list in a quotation: its items come one by one, or all at once where others come one by one. */
const takeIncrementalQuote: LineRule = (lines, index) => {
  if (!/^> ?(?:[-*+]|\d+\.|#\.)[ \t]/.test(lines[index] ?? '') || /^>/.test(lines[index - 1] ?? '')) return null;
  let end = index;
  while (end < lines.length && (lines[end] ?? '').startsWith('>')) end += 1;
  const inner = lines.slice(index, end).map((line) => line.replace(/^> ?/, ''));
  return { count: end - index, text: ['::: flipped', ...inner, ':::'].join('\n') };
};

/** Pandoc's `fancy_lists` and `example_lists`, with numbers. */
function takeItem(lines: readonly string[], index: number, counter: ExampleCounter): ReturnType<LineRule> {
  const line = lines[index] ?? '';
  const match = ITEM.exec(line);
  if (!match) return null;
  const before = lines[index - 1] ?? '';
  const isExample = /^\(?@/.test(match[2] ?? '');
  const isAfterItem = ITEM.test(before) || /^ {0,3}\d+\. /.test(before);
  if (before.trim() !== '' && !isAfterItem) return null;
  // A letter and a full stop may be an initial: it takes two spaces, or a second item.
  const next = lines.slice(index + 1).find((other) => other.trim() !== '') ?? '';
  const isLetters = /^\(?[a-zA-Z]+[.)]$/.test(match[2] ?? '');
  if (isLetters && !isAfterItem && !ITEM.test(next)) return null;
  const number = isExample ? counter.next : 1;
  const label = /@([\w-]+)/.exec(match[2] ?? '')?.[1];
  if (label !== undefined) counter.byLabel.set(label, number);
  if (isExample) counter.next += 1;
  const marker = `${number}.`;
  const width = (match[2] ?? '').length + (match[3] ?? '').length;
  const spaces = ' '.repeat(Math.min(4, Math.max(1, width - marker.length)));
  return { count: 1, text: `${match[1]}${marker}${spaces}${line.slice(match[0].length)}` };
}

/** `` `<b>`{=html} ``: code in a line that is meant for one format. */
function takeRawInline(
  lines: readonly string[],
  index: number,
  origin: Parameters<LineRule>[2],
  { findings }: Migration,
): ReturnType<LineRule> {
  const line = lines[index] ?? '';
  if (!line.includes('`{=')) return null;
  const text = line.replace(/(`+)([^`]+)\1\{=(\w+)\}/g, (_, _ticks, content: string, format: string) => {
    if (format === 'html') return content;
    findings.push(notCarried(origin, `text in the format "${format}"`));
    return '';
  });
  return { count: 1, text };
}

/** `{{< video ... >}}` and its like. */
function takeShortcodes(
  lines: readonly string[],
  index: number,
  origin: Parameters<LineRule>[2],
  { findings }: Migration,
): ReturnType<LineRule> {
  const line = lines[index] ?? '';
  if (!maskCode(line).includes('{{<')) return null;
  const text = line.replace(SHORTCODE, (written, name: string, rest: string) => {
    const [first = ''] = rest.replace(/["']/g, '').split(/\s+/);
    if (name === 'meta' && KNOWN_VARIABLES.has(first)) return `{{${first}}}`;
    if (name === 'video' || name === 'audio') {
      findings.push(carriedOtherwise(origin, `the ${name}`, 'is its address in the talk'));
      return /^https?:/.test(first) ? `<${first}>` : `\`${first}\``;
    }
    findings.push(notCarried(origin, written));
    return '';
  });
  return { count: 1, text };
}
