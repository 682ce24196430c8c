import type { Block, Inline, ListItem } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { attachWords } from './attach.ts';
import { carriedOtherwise, notCarried } from './findings.ts';
import { type Fragment, isFragmentClass, stepWords } from './fragments.ts';
import { htmlValue, readHtmlAttributes } from './html-attributes.ts';
import { findOutsideCode } from './mask.ts';
import { type Met, metBlocks, parsePart } from './part.ts';
import { type Edit, editTraced, originAt, type TracedText } from './traced.ts';
import type { ForeignAttribute, Migration } from './types.ts';

/** reveal.js's comment that gives attributes to the element before it, and an older form of it. */
const ELEMENT = /[ \t]*<!--\s*(?:\.element:|\{_)([\s\S]*?)\}?\s*-->/g;

/** A style that says no more than how wide a picture is. */
const WIDTH = /^\s*(?:max-)?width\s*:\s*((?:100|[1-9]\d?)%)\s*;?\s*$/;

interface ElementComment {
  readonly start: number;
  readonly end: number;
  readonly attributes: readonly ForeignAttribute[];
  readonly target: Met<Block | ListItem> | null;
  /** Whether reveal.js gives it to a few words before it, and not to the whole block. */
  readonly isForWords: boolean;
}

/**
 * A text in which each comment `.element` of reveal.js has become attributes of what it is about: a fragment is a step,
 * a class stays a class. Findings: `not-carried`, `carried-otherwise`.
 */
export function carryElements(traced: TracedText, { findings }: Migration): TracedText {
  const matches = findOutsideCode(traced.text, ELEMENT, '-->');
  if (matches.length === 0) return traced;
  // Blank, so that a comment changes nothing about what it stands in, and every place stays.
  const bare = blank(traced.text, matches);
  const blocks = metBlocks(parsePart({ ...traced, text: bare }));
  const comments = matches.map((match): ElementComment => {
    const start = match.index;
    const found = targetAt(blocks, start, start + match[0].length, bare);
    const attributes = readHtmlAttributes(match[1] ?? '', originAt(traced, start + match[0].indexOf('<')));
    return { start, end: start + match[0].length, attributes, ...found };
  });
  const fragments = comments.map(fragmentOf);
  const words = stepWords(
    fragments.filter((fragment) => fragment !== null),
    findings,
  );
  let next = 0;
  const edits = comments.flatMap((comment, index): readonly Edit[] => {
    const removed: Edit = { start: comment.start, end: comment.end, text: '' };
    const step = fragments[index] ? (words[next++] ?? '') : '';
    const list = [...(step === '' ? [] : [step]), ...otherWords(comment, findings)];
    return list.length === 0 ? [removed] : [removed, ...attach(traced, comment, list, findings)];
  });
  return editTraced(traced, edits);
}

function attach(
  traced: TracedText,
  comment: ElementComment,
  words: readonly string[],
  findings: Finding[],
): readonly Edit[] {
  const origin = originAt(traced, comment.end - 1);
  const { target, isForWords } = comment;
  const edits = target && attachWords(traced.text, target.node, target.parents, words);
  if (!edits) findings.push(notCarried(origin, `"${words.join(' ')}" here`));
  else if (isForWords)
    findings.push(carriedOtherwise(origin, 'the step of a few words', 'is one of the paragraph that they stand in'));
  return edits ?? [];
}

function fragmentOf({ attributes }: ElementComment): Fragment | null {
  const classes = htmlValue(attributes, 'class').split(/\s+/);
  const [first] = attributes;
  if (!classes.includes('fragment') || !first) return null;
  const index = htmlValue(attributes, 'data-fragment-index');
  return {
    classes: classes.filter(isFragmentClass),
    index: /^\d+$/.test(index) ? Number(index) : null,
    origin: first.origin,
  };
}

function otherWords({ attributes, target }: ElementComment, findings: Finding[]): readonly string[] {
  const isFragment = htmlValue(attributes, 'class').split(/\s+/).includes('fragment');
  return attributes.flatMap(({ name, value, origin }): readonly string[] => {
    if (name === 'class') {
      const names = value.split(/\s+/).filter((word) => word !== '' && !(isFragment && isFragmentClass(word)));
      return names.filter((word) => /^[\w-]+$/.test(word)).map((word) => `.${word}`);
    }
    if (name === 'id' && /^[^\s{}#=."'/]+$/.test(value)) return [`#${value}`];
    if (name === 'lang' && /^[\w-]+$/.test(value)) return [`lang=${value}`];
    const width = target?.node.kind === 'figure' && name === 'style' ? WIDTH.exec(value)?.[1] : undefined;
    if (width !== undefined) return [`width=${width}`];
    if (name !== 'data-fragment-index') findings.push(notCarried(origin, `${name}="${value}"`));
    return [];
  });
}

/** A text with each match as spaces. */
function blank(text: string, matches: readonly RegExpExecArray[]): string {
  const parts = matches.flatMap(({ index, 0: whole }, place) => {
    const before = matches[place - 1];
    return [text.slice(before ? before.index + before[0].length : 0, index), whole.replace(/[^\n]/g, ' ')];
  });
  const last = matches.at(-1);
  return [...parts, text.slice(last ? last.index + last[0].length : 0)].join('');
}

/** What reveal.js gives the attributes of a comment to: the element before it in the same block, or the block. */
function targetAt(
  blocks: readonly Met<Block | ListItem>[],
  start: number,
  end: number,
  text: string,
): Pick<ElementComment, 'target' | 'isForWords'> {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isWholeLine = text.slice(lineStart, start).trim() === '' && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 200));
  const last = lastBegun(blocks, start);
  const around = chainOf(blocks, last).filter(({ node: { span } }) => {
    return end <= span.end || (span.end <= start && /^[ \t]*$/.test(text.slice(span.end, end)));
  });
  const inner = around.findLast(
    ({ node: { kind } }) => kind === 'paragraph' || kind === 'list-item' || kind === 'figure',
  );
  if (inner && !isWholeLine) {
    const holder =
      inner.node.kind === 'paragraph' ? around.find(({ node }) => node === inner.parents.at(-1)) : undefined;
    const target = holder?.node.kind === 'list-item' ? holder : inner;
    return { target, isForWords: followsElement(inner.node, start) };
  }
  const outer = around.at(-1);
  const isSibling = ({ node, parents }: Met<Block | ListItem>): boolean =>
    node.span.end <= start && (outer ? parents.at(-1) === outer.node : parents.length === 0);
  let before = last;
  while (before >= 0 && !isSibling(blocks[before] as Met<Block | ListItem>)) before -= 1;
  return { target: blocks[before] ?? outer ?? null, isForWords: false };
}

/** The last block that begins at an offset or before it; -1 for none. Blocks come in the order of their beginnings. */
function lastBegun(blocks: readonly Met<Block | ListItem>[], offset: number): number {
  let low = -1;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.node.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A block after all that it stands in. */
function chainOf(blocks: readonly Met<Block | ListItem>[], index: number): readonly Met<Block | ListItem>[] {
  const met = blocks[index];
  if (!met) return [];
  const outer = met.parents.map((node, depth) => ({ node, parents: met.parents.slice(0, depth) }));
  return [...outer, met];
}

function followsElement(node: Block | ListItem, offset: number): boolean {
  const children: readonly Inline[] = node.kind === 'paragraph' ? node.children : [];
  const before = children.filter(({ span }) => span.end <= offset);
  const elements = before.filter(({ kind }) => kind !== 'text' && kind !== 'line-break' && kind !== 'math');
  return elements.length > 0 && children.some((inline) => inline.kind === 'text' && inline.text.trim() !== '');
}
