import type { Token, Tokens } from 'marked';
import { playedKind } from '../text/file-kinds.ts';
import { type Span, spanOf } from '../text/source.ts';
import { BlockElements } from './block-elements.ts';
import type { HtmlToken } from './bounds.ts';
import { convertCode } from './code.ts';
import type { Conversion } from './conversion.ts';
import { tooWide, unclosedComment } from './findings.ts';
import { convertInlines } from './inline.ts';
import { placeRaw } from './place.ts';
import { alertOf } from './syntax/alerts.ts';
import { attributesAtStart, isLiteral, withAttributes } from './syntax/attributes.ts';
import type { DefinitionListToken } from './syntax/definitions.ts';
import type { FootnoteDefinitionToken } from './syntax/footnotes.ts';
import { classifyTag } from './syntax/html.ts';
import type { MathToken } from './syntax/math.ts';
import { convertTable, joinCaptions } from './tables.ts';
import type { Attributes, Block, Definition, Image, Inline, ListItem, Paragraph } from './tree.ts';

/** One list for all that have none: nearly every block of a talk. */
const NO_ATTRIBUTES: Attributes = [];
const PAUSE = /^\. \. \.$/;

/** marked's block tokens as blocks with their places, inside `parent`. Footnotes are taken down, and leave no block. */
export function convertBlocks(conversion: Conversion, tokens: readonly Token[], parent: Span): readonly Block[] {
  let cursor = parent.start;
  const blocks = new BlockElements(conversion);
  let hasTable = false;
  for (const token of tokens) {
    if (token.type === 'space' || token.type === 'def' || token.type === 'checkbox') continue;
    const span = placeRaw(conversion.source, token.raw, cursor, parent.end);
    cursor = span.end;
    if (token.type === 'html') {
      convertHtml(conversion, token as HtmlToken, span, blocks);
      continue;
    }
    const block = convertBlock(conversion, token, span);
    if (block === null) continue;
    blocks.add(block);
    hasTable ||= block.kind === 'table';
  }
  return hasTable ? joinCaptions(blocks.end()) : blocks.end();
}

function convertBlock(conversion: Conversion, token: Token, span: Span): Block | null {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      const { inlines, attributes } = withAttributes(conversion.source, convertInlines(conversion, tokens, span));
      return { kind: 'heading', depth, children: inlines, attributes, span };
    }
    case 'paragraph': {
      const paragraph = convertParagraph(conversion, (token as Tokens.Paragraph).tokens, span, false);
      return paragraph.kind === 'paragraph' && isBlank(paragraph) ? null : paragraph;
    }
    case 'text': {
      const text = token as Tokens.Text;
      return convertParagraph(conversion, text.tokens ?? [text], span, true);
    }
    case 'list': {
      const { ordered, start, items } = token as Tokens.List;
      const converted = convertItems(conversion, items, span);
      return { kind: 'list', isOrdered: ordered, start: start === '' ? 1 : start, items: converted, span };
    }
    case 'blockquote': {
      const blocks = convertBlocks(conversion, (token as Tokens.Blockquote).tokens, span);
      return alertOf(blocks, span) ?? { kind: 'quotation', blocks, span };
    }
    case 'code':
      return convertCode(conversion, token as Tokens.Code, span);
    case 'math':
      return convertMath(conversion, token as MathToken, span);
    case 'table':
      return convertTable(conversion, token as Tokens.Table, span);
    case 'too-wide':
      conversion.findings.push(tooWide(spanOf(span.source, span.start), token.raw));
      return textParagraph(token.raw, span);
    case 'definition-list':
      return convertDefinitions(conversion, token as DefinitionListToken, span);
    case 'footnote-definition': {
      const { name, tokens } = token as FootnoteDefinitionToken;
      conversion.footnotes.define(name, convertBlocks(conversion, tokens, span), span);
      return null;
    }
    case 'hr':
      return { kind: 'ruler', span };
    default:
      return textParagraph(token.raw, span);
  }
}

function convertParagraph(conversion: Conversion, tokens: readonly Token[], span: Span, isTight: boolean): Block {
  const children = withoutSpaceBehind(convertInlines(conversion, tokens, span));
  const [first] = children;
  if (first?.kind === 'text' && children.length === 1) {
    const isEscaped = conversion.source.text[first.span.start] === '\\';
    if (PAUSE.test(first.text) && !isEscaped) return { kind: 'pause', span };
    const line = isLiteral(first) ? null : attributesAtStart(conversion.source, first.text, first.span.start);
    if (line && line.length === first.text.length) return { kind: 'attribute-line', attributes: line.attributes, span };
  }
  const { inlines, attributes } = withAttributes(conversion.source, children);
  const [only] = inlines;
  if (inlines.length === 1 && !isTight) {
    if (only?.kind === 'image') return figureOf(only, attributes, span);
    const [image] = only?.kind === 'passage' ? only.children : [];
    if (only?.kind === 'passage' && image?.kind === 'image' && only.children.length === 1) {
      return figureOf(image, [...only.attributes, ...attributes], span);
    }
  }
  return { kind: 'paragraph', children: inlines, attributes, isTight, span };
}

/** A picture, a video or a sound in a paragraph of its own. */
function figureOf(image: Image, attributes: Attributes, span: Span): Block {
  const type = playedKind(image.src);
  if (type !== null) return { kind: 'media', type, image, attributes, span };
  return { kind: 'figure', image, attributes, span };
}

function convertItems(conversion: Conversion, items: readonly Tokens.ListItem[], list: Span): readonly ListItem[] {
  let cursor = list.start;
  return items.map((item): ListItem => {
    const span = placeRaw(conversion.source, item.raw, cursor, list.end);
    cursor = span.end;
    const isDone = item.task ? item.checked === true : null;
    const blocks = convertBlocks(conversion, joinLines(item.tokens), span);
    const [paragraph] = blocks;
    if (paragraph?.kind !== 'paragraph' || paragraph.attributes.length === 0) {
      return { kind: 'list-item', blocks, attributes: NO_ATTRIBUTES, isDone, span };
    }
    // An attribute list that ends the first text of an item belongs to the item.
    return {
      kind: 'list-item',
      blocks: blocks.with(0, { ...paragraph, attributes: NO_ATTRIBUTES }),
      attributes: paragraph.attributes,
      isDone,
      span,
    };
  });
}

/**
 * The tokens of an item, in which a tag that stands alone on a line is a part of the text around it, as it is in a
 * paragraph: marked takes it for a block of its own.
 */
function joinLines(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === 'html')) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && isText(before) && isLineOfText(token)) joined[joined.length - 1] = joinTexts(before, token);
    else joined.push(token);
  }
  return joined;
}

function isText({ type }: Token): boolean {
  return type === 'text' || type === 'paragraph';
}

function isLineOfText(token: Token): boolean {
  if (isText(token)) return true;
  if (token.type !== 'html') return false;
  return (token as HtmlToken).tokens.every(({ type, raw }) => type !== 'html' || classifyTag(raw).kind !== 'block');
}

function joinTexts(before: Token, token: Token): Token {
  const lineBreak: Tokens.Text = { type: 'text', raw: '\n', text: '\n' };
  const inlines = (part: Token): readonly Token[] => ('tokens' in part && part.tokens ? part.tokens : [part]);
  const raw = `${before.raw.replace(/\n$/, '')}\n${token.raw}`;
  return { type: before.type, raw, text: raw, tokens: [...inlines(before), lineBreak, ...inlines(token)] };
}

/** A formula on lines of its own; what follows it and is no attribute list makes it a paragraph. */
function convertMath({ source }: Conversion, { tex, after }: MathToken, span: Span): Block {
  const found = attributesAtStart(source, after, span.end - after.length);
  if (found || after === '') return { kind: 'math-block', tex, attributes: found?.attributes ?? NO_ATTRIBUTES, span };
  const formula = spanOf(source, span.start, span.end - after.length);
  const children: readonly Inline[] = [
    { kind: 'math', tex, isDisplay: true, span: formula },
    { kind: 'text', text: ` ${after}`, span: spanOf(source, formula.end, span.end) },
  ];
  return { kind: 'paragraph', children, attributes: NO_ATTRIBUTES, isTight: false, span };
}

function convertDefinitions(conversion: Conversion, token: DefinitionListToken, span: Span): Block {
  let cursor = span.start;
  const within = (): Span => spanOf(span.source, cursor, span.end);
  const entries = token.entries.map(({ term, meanings }): Definition => {
    const inlines = convertInlines(conversion, term, within());
    cursor = inlines.at(-1)?.span.end ?? cursor;
    const blocks = meanings.map((tokens) => {
      const meaning = convertBlocks(conversion, tokens, within());
      cursor = meaning.at(-1)?.span.end ?? cursor;
      return meaning;
    });
    return { term: inlines, meanings: blocks };
  });
  return { kind: 'definition-list', entries, span };
}

/** HTML on lines of its own: the tags of blocks open and close elements, and all between them is text. */
function convertHtml(conversion: Conversion, { raw, tokens }: HtmlToken, span: Span, blocks: BlockElements): void {
  if (raw.trimStart().startsWith('<!--') && !raw.includes('-->')) {
    conversion.findings.push(unclosedComment(spanOf(conversion.source, span.start)));
  } else if (conversion.references.isHtmlTrusted) blocks.add({ kind: 'trusted-html', html: raw, span });
  else convertTags(conversion, tokens, span, blocks);
}

function convertTags(conversion: Conversion, tokens: readonly Token[], parent: Span, blocks: BlockElements): void {
  let cursor = parent.start;
  let text: Token[] = [];
  const flush = (): void => {
    const raw = text.map((token) => token.raw).join('');
    const span = placeRaw(conversion.source, raw, cursor, parent.end);
    cursor = span.end;
    const block = convertParagraph(conversion, text, span, blocks.isInside);
    if (block.kind !== 'paragraph' || !isBlank(block)) blocks.add(block);
    text = [];
  };
  for (const token of tokens) {
    const tag = token.type === 'html' ? classifyTag(token.raw) : null;
    if (tag?.kind !== 'block') {
      text.push(token);
      continue;
    }
    flush();
    const span = placeRaw(conversion.source, token.raw, cursor, parent.end);
    cursor = span.end;
    if (tag.isClosing) blocks.close(tag.name, token.raw, span);
    else blocks.open(tag.name, token.raw, span);
  }
  flush();
}

/** Spaces behind a picture are not seen, and it stands alone. */
function withoutSpaceBehind(inlines: readonly Inline[]): readonly Inline[] {
  const [picture, space] = inlines;
  const isSpace = space?.kind === 'text' && space.text.trim() === '';
  return picture?.kind === 'image' && isSpace && inlines.length === 2 ? [picture] : inlines;
}

/** Whether nothing of it is seen: white space, or a single line break. */
function isBlank({ children }: Paragraph): boolean {
  return children.every(
    (inline) => inline.kind === 'line-break' || (inline.kind === 'text' && inline.text.trim() === ''),
  );
}

function textParagraph(text: string, span: Span): Paragraph {
  return {
    kind: 'paragraph',
    children: [{ kind: 'text', text, span }],
    attributes: NO_ATTRIBUTES,
    isTight: false,
    span,
  };
}
