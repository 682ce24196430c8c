import { ATTRIBUTE_LIST } from '../markdown/syntax/attributes.ts';
import { maskCode, maskComments } from './mask.ts';
import { type Edit, editTraced, type TracedText } from './traced.ts';
import type { Tool } from './types.ts';

/** Signs of an outline, the backslash before the sign with this index in the match. */
interface Sign {
  readonly pattern: RegExp;
  readonly at: (match: RegExpExecArray) => number;
}

const VARIABLE: Sign = { pattern: /(?<!\\)\{\{\s*[\w-]+\s*\}\}/g, at: () => 0 };
const NOTE: Sign = { pattern: /^ {0,3}notes?:/gim, at: ([whole]) => whole.length - 1 };
const DIVISION: Sign = { pattern: /^[ \t]*:{3,}/gm, at: ([whole]) => whole.search(/:/) };
const MEANING: Sign = { pattern: /^ {0,3}:[ \t]+\S/gm, at: ([whole]) => whole.indexOf(':') };
const PAUSE: Sign = { pattern: /^[ \t]*\. \. \.[ \t]*$/gm, at: ([whole]) => whole.indexOf('.') };
const INLINE_NOTE: Sign = { pattern: /(?<!\\)\^\[/g, at: () => 0 };
const LIST: Sign = { pattern: new RegExp(`(?<!\\\\)${ATTRIBUTE_LIST}`, 'g'), at: () => 0 };

const PLAIN_SIGNS: readonly Sign[] = [VARIABLE, DIVISION, MEANING, PAUSE, INLINE_NOTE, LIST];
/** In reveal.js's Markdown a line `Note:` is what it is in an outline. */
const SIGNS: Readonly<Record<Tool, readonly Sign[]>> = {
  reveal: PLAIN_SIGNS,
  marp: [NOTE, ...PLAIN_SIGNS],
  pandoc: [NOTE, VARIABLE],
  quarto: [NOTE, VARIABLE],
};

/** A text in which what means something in an outline, and is only text for its tool, has a backslash before it. */
export function escapeSigns(traced: TracedText, tool: Tool): TracedText {
  const masked = tool === 'reveal' ? maskComments(maskCode(traced.text)) : maskCode(traced.text);
  const own = SIGNS[tool].flatMap(({ pattern, at }) =>
    [...masked.matchAll(pattern)].map((match) => match.index + at(match)),
  );
  const lists = tool === 'pandoc' || tool === 'quarto' ? looseLists(masked) : [];
  return editTraced(
    traced,
    [...own, ...lists].map((start): Edit => ({ start, end: start, text: '\\' })),
  );
}

/** Attribute lists that Pandoc takes for text: those that follow no bracket, code or heading. */
function looseLists(text: string): readonly number[] {
  return [...text.matchAll(LIST.pattern)].flatMap(({ index, 0: whole }) => {
    const lineStart = text.lastIndexOf('\n', index - 1) + 1;
    const lineEnd = text.indexOf('\n', index) === -1 ? text.length : text.indexOf('\n', index);
    const line = text.slice(lineStart, lineEnd);
    const next = text.slice(lineEnd + 1, lineEnd + 10);
    const isHeading =
      /^ {0,3}#/.test(line) ||
      (/^(?:=|-){3,}/.test(next) && index + whole.length === lineStart + line.trimEnd().length);
    const isOther = /^\s*(?::|Table:|\|)/.test(line) || /[\])\uE000"'>]/.test(text[index - 1] ?? '');
    return isHeading || isOther ? [] : [index];
  });
}
