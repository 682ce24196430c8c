import type { Image, Link } from '../markdown/tree.ts';
import type { Span } from '../text/source.ts';
import { carriedOtherwise } from './findings.ts';
import { codeOf, destination } from './html.ts';
import { maskCode } from './mask.ts';
import { checkPart, metInlines } from './part.ts';
import { type Edit, editTraced, originAt, type TracedText } from './traced.ts';
import type { Migration } from './types.ts';

const DEFINITION =
  /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.)+)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|\S+)([ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$/gm;

/** What links of a deck refer to by name, as written, and the deck without it. */
export function takeDefinitions(traced: TracedText): { readonly text: TracedText; readonly definitions: string } {
  const matches = [...maskCode(traced.text).matchAll(DEFINITION)];
  const edits = matches.map(({ index, 0: whole }): Edit => ({ start: index, end: index + whole.length, text: '' }));
  const definitions = matches.map(({ index, 0: whole }) => traced.text.slice(index, index + whole.length));
  return { text: editTraced(traced, edits), definitions: definitions.join('\n') };
}

/**
 * A text whose links and pictures have their addresses in them, and not in definitions elsewhere; where a link of a
 * talk may not lead, the address stands behind the words. Finding: `carried-otherwise`.
 */
export function carryLinks(traced: TracedText, migration: Migration, definitions: string): TracedText {
  if (!/[[<]/.test(traced.text)) return traced;
  const resolved = editTraced(traced, definitions === '' ? [] : referenceEdits(traced, definitions));
  const { findings } = checkPart(resolved);
  const edits = findings.flatMap(({ rule, span }) =>
    rule === 'unsafe-link' && span ? unlinked(resolved, span, migration) : [],
  );
  return editTraced(resolved, edits);
}

function referenceEdits(traced: TracedText, definitions: string): readonly Edit[] {
  const { text } = traced;
  const parsed = checkPart(traced, definitions);
  const edits = metInlines(parsed.value).flatMap((inline): readonly Edit[] => {
    if ((inline.kind !== 'link' && inline.kind !== 'image') || inline.span.end > text.length) return [];
    return referenceEdit(text, inline);
  });
  const refused = parsed.findings.flatMap(({ rule, span }): readonly Edit[] => {
    if (rule !== 'unsafe-link' || !span || span.end > text.length) return [];
    const label = labelEnd(text, span);
    const href =
      label === -1 || text[label + 1] === '(' ? '' : addressOf(definitions, text.slice(span.start, span.end));
    return href === '' ? [] : [{ start: label + 1, end: span.end, text: `(${destination(href)})` }];
  });
  return [...edits, ...refused];
}

function referenceEdit(text: string, inline: Link | Image): readonly Edit[] {
  const label = labelEnd(text, inline.span);
  if (label === -1 || text[label + 1] === '(') return [];
  const href = inline.kind === 'link' ? inline.href : inline.src;
  const title = inline.title === '' ? '' : ` "${inline.title.replace(/["\\]/g, '\\$&')}"`;
  return [{ start: label + 1, end: inline.span.end, text: `(${destination(href)}${title})` }];
}

function addressOf(definitions: string, raw: string): string {
  const name = /\[([^[\]]+)\](?:\[\])?$/.exec(raw)?.[1]?.toLowerCase() ?? '';
  const found = [...definitions.matchAll(DEFINITION)].find(([, own]) => own?.toLowerCase() === name);
  return (found?.[2] ?? '').replace(/^<|>$/g, '');
}

/** Where the bracket closes that opens a link or a picture; -1 where none does, as in an address alone. */
function labelEnd(text: string, { start, end }: Span): number {
  const masked = maskCode(text.slice(start, end));
  if (!/^!?\[/.test(masked)) return -1;
  let depth = 0;
  for (const { 0: sign, index } of masked.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    if (depth === 0 && sign === ']') return start + index;
  }
  return -1;
}

function unlinked(traced: TracedText, span: Span, { findings }: Migration): readonly Edit[] {
  const { text } = traced;
  const raw = text.slice(span.start, span.end);
  const label = labelEnd(text, span);
  const written = label === -1 ? raw.replace(/^<|>$/g, '') : text.slice(label + 2, span.end - 1).trim();
  const href = /^<([^<>]*)>|^\S+/.exec(written)?.[1] ?? /^\S*/.exec(written)?.[0] ?? '';
  const how = 'stands as text in the talk: a link leads to the web, to a mail address or into the talk';
  findings.push(carriedOtherwise(originAt(traced, span.start), `the link to "${href}"`, how));
  if (label === -1) return [{ start: span.start, end: span.end, text: codeOf(href) }];
  const isSame = text.slice(span.start + 1, label).replaceAll('`', '') === href;
  return [
    { start: span.start, end: span.start + 1, text: '' },
    { start: label, end: span.end, text: isSame || href === '' ? '' : ` (${codeOf(href)})` },
  ];
}
