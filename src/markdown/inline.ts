import { decodeHTML } from 'entities';
import type { Token, Tokens } from 'marked';
import type { Finding } from '../text/finding.ts';
import { type Source, spanOf } from '../text/source.ts';
import { rawHtml, unsafeLink } from './findings.ts';
import { placeRaw, type Range } from './place.ts';
import { attributesAtStart } from './syntax/attributes.ts';
import { classifyHtml, isVoidTag } from './syntax/html.ts';
import { allowedHref } from './syntax/links.ts';
import type { Attributes, Inline, InlineTag } from './tree.ts';

/** What the conversion of marked's tokens shares: the source, and where its findings go. */
export interface Conversion {
  readonly source: Source;
  readonly findings: Finding[];
}

/** marked's inline tokens as inlines with their places, inside `parent`. */
export function convertInlines(conversion: Conversion, tokens: readonly Token[], parent: Range): readonly Inline[] {
  let cursor = parent.start;
  const inlines: Inline[] = [];
  for (const token of tokens) {
    const range = placeRaw(conversion.source.text, token.raw, cursor, parent.end);
    cursor = range.end;
    inlines.push(...convertInline(conversion, token, range));
  }
  return joinPassages(conversion, balanceTags(conversion, mergeText(inlines)));
}

function convertInline(conversion: Conversion, token: Token, range: Range): readonly Inline[] {
  const span = spanOf(conversion.source, range.start, range.end);
  const inner = (children: readonly Token[]): readonly Inline[] => convertInlines(conversion, children, range);
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', children: inner((token as Tokens.Strong).tokens), span }];
    case 'em':
      return [{ kind: 'emphasis', children: inner((token as Tokens.Em).tokens), span }];
    case 'del':
      return [{ kind: 'deleted', children: inner((token as Tokens.Del).tokens), span }];
    case 'codespan':
      return [{ kind: 'inline-code', text: (token as Tokens.Codespan).text, span }];
    case 'br':
      return [{ kind: 'line-break', span }];
    case 'link':
      return convertLink(conversion, token as Tokens.Link, range);
    case 'image': {
      const { href, text, title } = token as Tokens.Image;
      return [{ kind: 'image', src: decode(href), alt: decode(text), title: decode(title ?? ''), span }];
    }
    case 'html':
      return convertTag(conversion, token.raw, range);
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      return tokens ? inner(tokens) : [{ kind: 'text', text: decode(text), span }];
    }
    case 'escape':
      return [{ kind: 'text', text: (token as Tokens.Escape).text, span }];
    default:
      return [{ kind: 'text', text: token.raw, span }];
  }
}

function convertLink(conversion: Conversion, token: Tokens.Link, range: Range): readonly Inline[] {
  const span = spanOf(conversion.source, range.start, range.end);
  const children = convertInlines(conversion, token.tokens, range);
  const href = allowedHref(decode(token.href));
  if (href !== null) return [{ kind: 'link', href, title: decode(token.title ?? ''), children, span }];
  conversion.findings.push(unsafeLink(span, token.href));
  return children;
}

function convertTag(conversion: Conversion, raw: string, range: Range): readonly Inline[] {
  const span = spanOf(conversion.source, range.start, range.end);
  const tag = classifyHtml(raw);
  if (tag.kind === 'comment') return [];
  if (tag.kind === 'tag') return [{ kind: 'tag', html: `<${tag.isClosing ? '/' : ''}${tag.name}>`, span }];
  conversion.findings.push(rawHtml(span, raw.trim().split('\n')[0] ?? ''));
  return [{ kind: 'text', text: raw, span }];
}

function decode(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text;
}

/** Neighbouring texts as one, so that syntax made of several tokens can be read. */
function mergeText(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged[merged.length - 1];
    if (inline.kind === 'text' && last?.kind === 'text') {
      const span = spanOf(last.span.source, last.span.start, inline.span.end);
      merged[merged.length - 1] = { kind: 'text', text: last.text + inline.text, span };
    } else merged.push(inline);
  }
  return merged;
}

/** Tags without their partner become text, so that what is written can never close an element of the slide. */
function balanceTags(conversion: Conversion, inlines: readonly Inline[]): readonly Inline[] {
  const open: InlineTag[] = [];
  const lonely = new Set<Inline>();
  for (const inline of inlines) {
    if (inline.kind !== 'tag') continue;
    const name = inline.html.replace(/[</>]/g, '');
    if (isVoidTag(name)) continue;
    if (!inline.html.startsWith('</')) open.push(inline);
    else if (open[open.length - 1]?.html === `<${name}>`) open.pop();
    else lonely.add(inline);
  }
  for (const inline of open) lonely.add(inline);
  if (lonely.size === 0) return inlines;
  return inlines.map((inline) => {
    if (inline.kind !== 'tag' || !lonely.has(inline)) return inline;
    conversion.findings.push(rawHtml(inline.span, inline.html));
    return { kind: 'text', text: inline.html, span: inline.span };
  });
}

/** `[text]{lang=ja}`: Pandoc's `bracketed_spans`. */
function joinPassages(conversion: Conversion, inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'text' && inline.text.includes(']{')) joinPassagesOf(conversion, inline, joined);
    else joined.push(inline);
  }
  return joined;
}

function joinPassagesOf(conversion: Conversion, inline: Inline & { kind: 'text' }, joined: Inline[]): void {
  const { text, span } = inline;
  const slice = (start: number, end: number): Inline => ({
    kind: 'text',
    text: text.slice(start, end),
    span: spanOf(span.source, Math.min(span.start + start, span.end), Math.min(span.start + end, span.end)),
  });
  let done = 0;
  for (let close = text.indexOf(']{'); close !== -1; close = text.indexOf(']{', close + 1)) {
    const found = attributesAtStart(conversion.source, text.slice(close + 1), span.start + close + 1);
    if (!found) continue;
    const opening = text.lastIndexOf('[', close);
    const end = close + 1 + found.length;
    if (opening >= done) {
      if (opening > done) joined.push(slice(done, opening));
      joined.push(passage(found.attributes, [slice(opening + 1, close)]));
    } else {
      const start = joined.findLastIndex((before) => before.kind === 'text' && before.text.includes('['));
      const before = joined[start];
      if (before?.kind !== 'text') continue;
      const at = before.text.lastIndexOf('[');
      const head: Inline = { ...before, text: before.text.slice(0, at) };
      const first: Inline = { ...before, text: before.text.slice(at + 1) };
      const children = [first, ...joined.splice(start).slice(1), slice(done, close)].filter(isNotEmpty);
      joined.push(...[head].filter(isNotEmpty), passage(found.attributes, children));
    }
    done = end;
  }
  if (done < text.length) joined.push(slice(done, text.length));
}

function passage(attributes: Attributes, children: readonly Inline[]): Inline {
  const first = attributes[0];
  const span = children[0]?.span ?? first?.span;
  if (!span) throw new Error('a passage has neither attributes nor children');
  return { kind: 'passage', attributes, children, span };
}

function isNotEmpty(inline: Inline): boolean {
  return inline.kind !== 'text' || inline.text !== '';
}
