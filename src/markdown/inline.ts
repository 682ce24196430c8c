import { decodeHTMLStrict } from 'entities';
import type { Token, Tokens } from 'marked';
import type { Finding } from '../text/finding.ts';
import { type Span, spanOf } from '../text/source.ts';
import { LONGEST_TEXT } from './bounds.ts';
import type { Conversion } from './conversion.ts';
import {
  leftOut,
  misplacedDivision,
  noHtml,
  tooLong,
  tooMuchEmphasis,
  unclosedComment,
  unsafeLink,
} from './findings.ts';
import { withoutHiddenWords } from './hidden.ts';
import { readAttributes } from './html-attributes.ts';
import { type ElementToken, joinElements, type LeftOutToken } from './inline-elements.ts';
import { nextLine } from './lines.ts';
import { placeRaw } from './place.ts';
import { attributesAtStart, isLiteral } from './syntax/attributes.ts';
import type { FootnoteMarkToken } from './syntax/footnotes.ts';
import { classifyTag } from './syntax/html.ts';
import { allowedHref } from './syntax/links.ts';
import type { MathToken } from './syntax/math.ts';
import type { PassageToken } from './syntax/passages.ts';
import { fillText, fillValue } from './syntax/variables.ts';
import type { Attributes, Block, HtmlAttribute, Inline } from './tree.ts';

/** marked's inline tokens as inlines with their places, inside `parent`. */
export function convertInlines(conversion: Conversion, tokens: readonly Token[], parent: Span): readonly Inline[] {
  let cursor = parent.start;
  const inlines: Inline[] = [];
  for (const token of conversion.references.isHtmlTrusted ? tokens : joinElements(tokens)) {
    const span = placeRaw(conversion.source, token.raw, cursor, parent.end);
    cursor = span.end;
    convertInline(conversion, token, span, inlines);
  }
  if (isPlain(inlines) || tokens[0]?.type === 'too-long') return inlines;
  return attachAttributes(conversion, mergeText(inlines));
}

/** Whether nothing of Rostrum's own syntax can be in it: the usual case, which needs no further look. */
function isPlain(inlines: readonly Inline[]): boolean {
  let isAfterText = false;
  let isFirst = true;
  for (const inline of inlines) {
    const isText = inline.kind === 'text';
    if (isText && (isAfterText || (!isFirst && inline.text.startsWith('{')))) return false;
    isAfterText = isText;
    isFirst = false;
  }
  return true;
}

/** Adds what a token means to `inlines`. */
function convertInline(conversion: Conversion, token: Token, span: Span, inlines: Inline[]): void {
  const inner = (children: readonly Token[]): readonly Inline[] => convertInlines(conversion, children, span);
  switch (token.type) {
    case 'strong':
      inlines.push({ kind: 'strong', children: inner((token as Tokens.Strong).tokens), span });
      break;
    case 'em':
      inlines.push({ kind: 'emphasis', children: inner((token as Tokens.Em).tokens), span });
      break;
    case 'del':
      inlines.push({ kind: 'deleted', children: inner((token as Tokens.Del).tokens), span });
      break;
    case 'codespan':
      inlines.push({ kind: 'inline-code', text: (token as Tokens.Codespan).text, span });
      break;
    case 'br':
      inlines.push({ kind: 'line-break', span });
      break;
    case 'link':
      convertLink(conversion, token as Tokens.Link, span, inlines);
      break;
    case 'image': {
      const { href, text, title } = token as Tokens.Image;
      const fill = (value: string): string => fillValue(conversion, decode(value), span);
      inlines.push({ kind: 'image', src: decode(href), alt: fill(text), title: fill(title ?? ''), span });
      break;
    }
    case 'math': {
      const { tex, isDisplay } = token as MathToken;
      inlines.push({ kind: 'math', tex, isDisplay, span });
      break;
    }
    case 'footnote-mark':
      convertMark(conversion, token as FootnoteMarkToken, span, inlines);
      break;
    case 'passage': {
      const { list, tokens } = token as PassageToken;
      const attributes = attributesAtStart(conversion.source, list, span.end - list.length)?.attributes ?? [];
      inlines.push(passage(attributes, inner(tokens), span));
      break;
    }
    case 'too-long':
      conversion.findings.push(longText(token.raw, spanOf(span.source, span.start)));
      inlines.push({ kind: 'text', text: token.raw, span });
      break;
    case 'element':
      inlines.push(convertElement(conversion, token as unknown as ElementToken, span));
      break;
    case 'left-out': {
      const { tag, reason } = token as LeftOutToken;
      conversion.findings.push(leftOut(spanOf(span.source, span.start, span.start + tag.length), tag, reason));
      break;
    }
    case 'html':
      convertTag(conversion, token.raw, span, inlines);
      break;
    case 'text': {
      const { tokens, text } = token as Tokens.Text;
      if (tokens) inlines.push(...inner(tokens));
      else {
        findMisplaced(conversion, text, span);
        pushText(conversion, decode(text), span, inlines);
      }
      break;
    }
    // Where an item has paragraphs, marked has its box in the first of them.
    case 'checkbox':
      break;
    case 'escape':
      inlines.push({ kind: 'text', text: (token as Tokens.Escape).text, span });
      break;
    default:
      inlines.push({ kind: 'text', text: token.raw, span });
  }
}

/** A line that is about to open a box: there may be a quotation or an item around it. */
const BOX = /(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*:{3,}[ \t]*(?:\{|[\w-])/y;

/** What is text, and was meant to be none: else what was to be private or a comment would be on the slide. */
function findMisplaced({ source, findings }: Conversion, text: string, span: Span): void {
  if (text.includes('<!--')) {
    findings.push(unclosedComment(spanOf(source, Math.max(span.start, source.text.indexOf('<!--', span.start)))));
  }
  if (!text.includes(':::')) return;
  const first = span.start === 0 ? 0 : source.text.lastIndexOf('\n', span.start - 1) + 1;
  for (let line = first; line < span.end; line = nextLine(source.text, line)) {
    BOX.lastIndex = line;
    const [opening] = BOX.exec(source.text) ?? [];
    const at = opening === undefined ? -1 : line + opening.indexOf(':');
    if (at >= span.start && at < span.end) findings.push(misplacedDivision(spanOf(source, at)));
  }
}

function longText(text: string, span: Span): Finding {
  return text.length > LONGEST_TEXT ? tooLong(span, text.length) : tooMuchEmphasis(span);
}

function pushText(conversion: Conversion, text: string, span: Span, inlines: Inline[]): void {
  for (const piece of fillText(conversion, text, span)) inlines.push({ kind: 'text', ...piece });
}

function convertMark(conversion: Conversion, token: FootnoteMarkToken, span: Span, inlines: Inline[]): void {
  if (token.name !== '') {
    inlines.push({ kind: 'footnote-mark', footnote: conversion.footnotes.mark(token.name, span), span });
    return;
  }
  const children = withoutHiddenWords(convertInlines(conversion, token.tokens, span));
  const text: Block = { kind: 'paragraph', children, attributes: [], isTight: true, span };
  inlines.push({ kind: 'footnote-mark', footnote: { name: '', blocks: [text] }, span });
}

function convertLink(conversion: Conversion, token: Tokens.Link, span: Span, inlines: Inline[]): void {
  const children = convertInlines(conversion, token.tokens, span);
  const href = allowedHref(fillValue(conversion, decode(token.href), span));
  if (href !== null) {
    inlines.push({ kind: 'link', href, title: fillValue(conversion, decode(token.title ?? ''), span), children, span });
    return;
  }
  conversion.findings.push(unsafeLink(span, token.href));
  inlines.push(...children);
}

function convertElement(conversion: Conversion, token: ElementToken, span: Span): Inline {
  const { name, opening, tokens } = token;
  const start = Math.min(span.start + opening.length, span.end);
  const { attributes, html } = readAttributes(conversion, opening, spanOf(span.source, span.start, start));
  const children = convertInlines(conversion, tokens, spanOf(span.source, start, span.end));
  if (name !== 'a') return { kind: 'element', name, attributes, html, children, span };
  const href = allowedHref(htmlValue(html, 'href'));
  if (href !== null)
    return withAttributesOf(attributes, { kind: 'link', href, title: htmlValue(html, 'title'), children, span });
  conversion.findings.push(unsafeLink(span, htmlValue(html, 'href')));
  return { kind: 'passage', attributes, children, span };
}

/** A tag that stands alone. */
function convertTag(conversion: Conversion, raw: string, span: Span, inlines: Inline[]): void {
  if (conversion.references.isHtmlTrusted) {
    inlines.push({ kind: 'trusted-html', html: raw, span });
    return;
  }
  const tag = classifyTag(raw);
  if (tag.kind === 'comment') return;
  if (tag.kind !== 'void') {
    conversion.findings.push(noHtml(span, raw));
    inlines.push({ kind: 'text', text: raw, span });
    return;
  }
  const { attributes, html } = readAttributes(conversion, raw, span);
  if (tag.name === 'br') inlines.push({ kind: 'line-break', span });
  else if (tag.name === 'wbr') inlines.push({ kind: 'element', name: 'wbr', attributes, html, children: [], span });
  else {
    const [src, alt, title] = ['src', 'alt', 'title'].map((name) => htmlValue(html, name));
    inlines.push(
      withAttributesOf(attributes, { kind: 'image', src: src ?? '', alt: alt ?? '', title: title ?? '', span }),
    );
  }
}

/** What has no attributes of its own in the passage that has them, as those in braces make it. */
function withAttributesOf(attributes: Attributes, inline: Inline): Inline {
  return attributes.length === 0 ? inline : passage(attributes, [inline], inline.span);
}

function htmlValue(html: readonly HtmlAttribute[], name: string): string {
  return html.find((attribute) => attribute.name === name)?.value ?? '';
}

function decode(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** Neighbouring texts as one, so that syntax made of several tokens can be read; not over a bracket that is escaped. */
function mergeText(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged[merged.length - 1];
    if (inline.kind === 'text' && last?.kind === 'text' && !isLiteral(inline) && !isLiteral(last)) {
      const span = spanOf(last.span.source, last.span.start, inline.span.end);
      merged[merged.length - 1] = { kind: 'text', text: last.text + inline.text, span };
    } else merged.push(inline);
  }
  return merged;
}

/** Attributes right behind a link, a picture, code or emphasis are its own: Pandoc's `link_attributes` and `inline_code_attributes`. */
function attachAttributes(conversion: Conversion, inlines: readonly Inline[]): readonly Inline[] {
  const attached: Inline[] = [];
  for (const inline of inlines) {
    const before = attached.at(-1);
    const takes = before !== undefined && before.kind !== 'text' && before.kind !== 'line-break';
    const found =
      takes && inline.kind === 'text' && !isLiteral(inline)
        ? attributesAtStart(conversion.source, inline.text, inline.span.start)
        : null;
    if (!takes || inline.kind !== 'text' || !found) {
      attached.push(inline);
      continue;
    }
    const { source, start, end } = inline.span;
    attached.pop();
    attached.push(passage(found.attributes, [before], spanOf(source, before.span.start, start + found.length)));
    const text = inline.text.slice(found.length);
    if (text !== '')
      attached.push({ kind: 'text', text, span: spanOf(source, Math.min(start + found.length, end), end) });
  }
  return attached;
}

function passage(attributes: Attributes, children: readonly Inline[], span: Span): Inline {
  return { kind: 'passage', attributes, children, span };
}
