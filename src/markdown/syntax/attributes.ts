import type { Tokens } from 'marked';
import { type Source, spanOf } from '../../text/source.ts';
import type { Attribute, Attributes, Inline, Text } from '../tree.ts';

/** One list for all that have none: nearly every block of a talk. */
const NO_ATTRIBUTES: Attributes = [];

const WORD = /#(?<id>[^\s{}#=."']+)|\.(?<class>[\w-]+)|(?<key>[\w-]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+))/;
/** An attribute list, as the source of a regular expression. */
export const ATTRIBUTE_LIST = `\\{\\s*(?:(?:${WORD.source.replace(/\?<\w+>/g, '?:')})\\s*)+\\}`;
const LIST_AT_END = new RegExp(`\\s*(${ATTRIBUTE_LIST})\\s*$`);
const LIST_AT_START = new RegExp(`^(${ATTRIBUTE_LIST})`);
const WORDS = new RegExp(WORD.source, 'g');

/** An attribute list found in a text: where it starts (with the white space before it) and what it says. */
export interface FoundAttributes {
  readonly index: number;
  readonly length: number;
  readonly attributes: Attributes;
}

/**
 * The attribute list `{#id .class key=value key="more words"}` that ends a text (Pandoc's `header_attributes`), or
 * `null`. Braces that hold anything else are text. `offset` is the place of the text in the source.
 */
export function attributesAtEnd(source: Source, text: string, offset: number): FoundAttributes | null {
  if (!text.trimEnd().endsWith('}')) return null;
  return found(source, LIST_AT_END.exec(text), offset);
}

/** The attribute list that begins a text, or `null`. */
export function attributesAtStart(source: Source, text: string, offset: number): FoundAttributes | null {
  return text.startsWith('{') ? found(source, LIST_AT_START.exec(text), offset) : null;
}

/** The attribute list that begins a text, as written; '' where none does. */
export function listAtStart(text: string): string {
  return text.startsWith('{') ? (LIST_AT_START.exec(text)?.[0] ?? '') : '';
}

/** Signs that mean something to marked also within a value: emphasis, code, tags and bare addresses. */
const MARKED_SIGNS = /[*_~`<@]|:\/\/|www\./;

/** An attribute list as one piece of text, where marked would find Markdown in its values. */
export function lexAttributes(src: string): Tokens.Text | undefined {
  const list = listAtStart(src);
  return MARKED_SIGNS.test(list) ? { type: 'text', raw: list, text: list } : undefined;
}

/** Whether a text is only itself, and no syntax: a bracket or brace after a backslash, or the value of a variable. */
export function isLiteral({ text, span: { source, start } }: Text): boolean {
  return (
    (source.text[start] === '\\' && /^[[\]{}]$/.test(text)) ||
    (!text.startsWith('{{') && source.text.startsWith('{{', start))
  );
}

/** Takes the attribute list off the end of the last text. */
export function withAttributes(
  source: Source,
  inlines: readonly Inline[],
): { readonly inlines: readonly Inline[]; readonly attributes: Attributes } {
  const last = inlines[inlines.length - 1];
  if (last?.kind !== 'text' || isLiteral(last)) return { inlines, attributes: NO_ATTRIBUTES };
  // Entities make the text shorter than its source, so the list is placed from the end, which is without white space.
  const found = attributesAtEnd(source, last.text, last.span.end - last.text.trimEnd().length);
  if (!found) return { inlines, attributes: NO_ATTRIBUTES };
  const text = last.text.slice(0, found.index);
  const rest = text === '' ? [] : [{ ...last, text }];
  return { inlines: [...inlines.slice(0, -1), ...rest], attributes: found.attributes };
}

function found(source: Source, match: RegExpExecArray | null, offset: number): FoundAttributes | null {
  if (match?.[1] === undefined) return null;
  const at = offset + match.index + match[0].indexOf(match[1]);
  return { index: match.index, length: match[0].length, attributes: parseWords(source, match[1], at) };
}

/** The words of an attribute list, without or with its braces, each with its place. */
export function parseWords(source: Source, list: string, offset: number): Attributes {
  return [...list.matchAll(WORDS)].map((match): Attribute => {
    const start = offset + match.index;
    const span = spanOf(source, start, start + match[0].length);
    const { id, class: className, key, quoted, bare } = match.groups ?? {};
    if (id !== undefined) return { kind: 'id', name: id, value: '', span };
    if (className !== undefined) return { kind: 'class', name: className, value: '', span };
    return { kind: 'pair', name: key ?? '', value: quoted ?? bare ?? '', span };
  });
}
