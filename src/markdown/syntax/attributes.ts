import { type Source, spanOf } from '../../text/source.ts';
import type { Attribute, Attributes } from '../tree.ts';

const WORD = /#(?<id>[^\s{}#=."']+)|\.(?<class>[\w-]+)|(?<key>[\w-]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+))/;
const LIST = new RegExp(`\\{\\s*(?:(?:${WORD.source.replace(/\?<\w+>/g, '?:')})\\s*)+\\}`);
const LIST_AT_END = new RegExp(`\\s*(${LIST.source})\\s*$`);
const LIST_AT_START = new RegExp(`^(${LIST.source})`);
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
