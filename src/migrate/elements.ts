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
  const matches = findOutsideCode(traced.text, ELEMENT);
  if (matches.length === 0) return traced;
  // Blank, so that a comment changes nothing about what it stands in, and every place stays.
  const bare = matches.reduce(
    (text, { index, 0: whole }) =>
      text.slice(0, index) + whole.replace(/[^\n]/g, ' ') + text.slice(index + whole.length),
    traced.text,
  );
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

/** What reveal.js gives the attributes of a comment to: the element before it in the same block, or the block. */
function targetAt(
  blocks: readonly Met<Block | ListItem>[],
  start: number,
  end: number,
  text: string,
): Pick<ElementComment, 'target' | 'isForWords'> {
  const isWholeLine = /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) && /^[ \t]*(?:\n|$)/.test(text.slice(end));
  const around = blocks.filter(({ node: { span } }) => {
    const isBehind = span.end <= start && /^[ \t]*$/.test(text.slice(span.end, end));
    return span.start <= start && (end <= span.end || isBehind);
  });
  const inner = around
    .filter(({ node }) => node.kind === 'paragraph' || node.kind === 'list-item' || node.kind === 'figure')
    .at(-1);
  if (inner && !isWholeLine) {
    const item =
      inner.node.kind === 'paragraph'
        ? around.find(({ node }) => node === inner.parents.at(-1) && node.kind === 'list-item')
        : undefined;
    return { target: item ?? inner, isForWords: followsElement(inner.node, start) };
  }
  const outer = around.at(-1);
  const before = blocks.filter(
    ({ node, parents }) => node.span.end <= start && (outer ? parents.at(-1) === outer.node : parents.length === 0),
  );
  return { target: before.at(-1) ?? outer ?? null, isForWords: false };
}

function followsElement(node: Block | ListItem, offset: number): boolean {
  const children: readonly Inline[] = node.kind === 'paragraph' ? node.children : [];
  const before = children.filter(({ span }) => span.end <= offset);
  const elements = before.filter(({ kind }) => kind !== 'text' && kind !== 'line-break' && kind !== 'math');
  return elements.length > 0 && children.some((inline) => inline.kind === 'text' && inline.text.trim() !== '');
}
