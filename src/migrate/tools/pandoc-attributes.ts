import {
  type Attribute,
  type Attributes,
  attributeValue,
  type Block,
  hasClass,
  type Inline,
  type ListItem,
} from '../../markdown/tree.ts';
import { attachWords } from '../attach.ts';
import { unwrapDivision } from '../divisions.ts';
import { carriedOtherwise, notCarried } from '../findings.ts';
import { type Fragment, isFragmentClass, stepWords } from '../fragments.ts';
import { type Met, metBlocks, parsePart, spaceBefore } from '../part.ts';
import { type Edit, editTraced, originAt, type TracedText } from '../traced.ts';
import type { Migration } from '../types.ts';

/** Classes that mean something in a talk, and not the same in a deck. */
const FOREIGN = new Set(['handout', 'private', 'own', 'include', 'chart', 'steps', 'step']);
/** Those that say how reveal.js or Quarto arranges, which a talk does by its layouts. */
const ARRANGING =
  /^(?:r-[a-z-]+|absolute|panel-[a-z-]+|nostretch|scrollable|smaller|larger|center|output-location-[a-z-]+|column-[a-z-]+|slide|present|past|future|stack|visible)$/;
const NEEDLESS = new Set([
  'unnumbered',
  'unlisted',
  'cell',
  'content-visible',
  'content-hidden',
  'nostretch',
  'r-stretch',
]);
/** Those that put one thing in the place of another. */
const STACKING = /^(?:r-[hv]?stack|panel-tabset)$/;
const WIDTH = /^(?:100|[1-9]\d?)(?:\.\d{1,2})?%$/;

type Owner = Block | ListItem | Inline;
interface OwnedAttributes {
  readonly owner: Owner;
  readonly attributes: Attributes;
  /** The block that it is, or stands in. */
  readonly holder: Met<Block | ListItem>;
  /** Whether it is all that stands in that block. */
  readonly isAlone: boolean;
}

/** What a slide of Pandoc or Quarto says in braces, as far as a talk has it. Headings that open slides are left alone. */
export function carryPandocAttributes(part: TracedText, migration: Migration): TracedText {
  if (!/[{:]/.test(part.text)) return part;
  const owned = ownedAttributes(metBlocks(parsePart(part)));
  const fragments = owned.map(({ attributes }) => fragmentOf(attributes, part));
  const words = stepWords(
    fragments.filter((fragment) => fragment !== null),
    migration.findings,
  );
  let next = 0;
  const edits = owned.flatMap((own, index): readonly Edit[] => {
    const step = fragments[index] ? (words[next++] ?? '') : '';
    return carryOwned(own, step, part, migration);
  });
  return editTraced(part, edits);
}

function ownedAttributes(met: readonly Met<Block | ListItem>[]): readonly OwnedAttributes[] {
  return met.flatMap((holder): readonly OwnedAttributes[] => {
    const { node } = holder;
    const isOpener = node.kind === 'heading' && holder.parents.length === 0 && node.depth <= 2;
    // What stands after a fence has been read with its code.
    const isRead = isOpener || node.kind === 'code';
    const own =
      'attributes' in node && node.attributes.length > 0 && !isRead
        ? [{ owner: node, attributes: node.attributes, holder, isAlone: true }]
        : [];
    if (node.kind !== 'paragraph' && node.kind !== 'heading') return own;
    return [...own, ...inlinesWithAttributes(node.children, holder, node.children.length === 1)];
  });
}

function inlinesWithAttributes(
  inlines: readonly Inline[],
  holder: Met<Block | ListItem>,
  isAlone: boolean,
): readonly OwnedAttributes[] {
  return inlines.flatMap((inline): readonly OwnedAttributes[] => {
    const own = inline.kind === 'passage' ? [{ owner: inline, attributes: inline.attributes, holder, isAlone }] : [];
    return 'children' in inline
      ? [...own, ...inlinesWithAttributes(inline.children, holder, isAlone && inline.children.length === 1)]
      : own;
  });
}

function fragmentOf(attributes: Attributes, part: TracedText): Fragment | null {
  const classes = attributes.flatMap(({ kind, name }) => (kind === 'class' ? [name] : []));
  const [first] = attributes;
  if (!classes.includes('fragment') || !first) return null;
  const index = attributes.find(({ name }) => name === 'fragment-index' || name === 'data-fragment-index')?.value ?? '';
  return {
    classes: classes.filter(isFragmentClass),
    index: /^\d+$/.test(index) ? Number(index) : null,
    origin: originAt(part, first.span.start),
  };
}

function carryOwned(own: OwnedAttributes, step: string, part: TracedText, migration: Migration): readonly Edit[] {
  const { owner, attributes, holder, isAlone } = own;
  const { findings } = migration;
  const isFragment = attributes.some(({ kind, name }) => kind === 'class' && name === 'fragment');
  const kept = attributes.flatMap((attribute) => keptWords(attribute, owner, isFragment, part, migration));
  const words = isForOthers(attributes) ? [...kept, '.hidden'] : kept;
  const isPassage = owner.kind === 'passage';
  if (step === '' || !isPassage) return rewritten(attributes, step === '' ? words : [...words, step], part.text, owner);
  const origin = originAt(part, owner.span.start);
  const target = isAlone ? holder : null;
  const item = target?.parents.at(-1)?.kind === 'list-item' ? target.parents.at(-1) : target?.node;
  const attached = target && item ? attachWords(part.text, item, target.parents, [step]) : null;
  if (!attached) findings.push(notCarried(origin, 'a step of a few words', 'give the whole paragraph {.step}'));
  return [...rewritten(attributes, words, part.text, owner), ...(attached ?? [])];
}

/** Whether Quarto shows it in other formats alone. */
function isForOthers(attributes: Attributes): boolean {
  const isOurs = (format: string): boolean => /^(?:revealjs|html|html:js)$/.test(format);
  const when = attributeValue(attributes, 'when-format');
  const unless = attributeValue(attributes, 'unless-format');
  const holds = (when === '' || isOurs(when)) && (unless === '' || !isOurs(unless));
  if (hasClass(attributes, 'content-visible')) return !holds;
  return hasClass(attributes, 'content-hidden') && holds;
}

/** A list with other words; without any, no list, and of a passage only its words. */
function rewritten(attributes: Attributes, words: readonly string[], text: string, owner: Owner): readonly Edit[] {
  const first = attributes[0];
  const last = attributes.at(-1);
  if (!first || !last || words.join(' ') === attributes.map(asWritten).join(' ')) return [];
  const open = text.lastIndexOf('{', first.span.start);
  const isBare = open === -1 || text.slice(open + 1, first.span.start).trim() !== '';
  const start = isBare ? first.span.start : open;
  const end = isBare ? last.span.end : text.indexOf('}', last.span.end) + 1;
  if (words.length > 0) return [{ start, end, text: `{${words.join(' ')}}` }];
  if (owner.kind === 'division') return unwrapDivision(text, owner);
  const isBracketed = owner.kind === 'passage' && text[start - 1] === ']' && text[owner.span.start] === '[';
  if (!isBracketed) return [{ start: spaceBefore(text, start), end, text: '' }];
  return [
    { start: owner.span.start, end: owner.span.start + 1, text: '' },
    { start: start - 1, end, text: '' },
  ];
}

function asWritten({ kind, name, value }: Attribute): string {
  return kind === 'id' ? `#${name}` : kind === 'class' ? `.${name}` : `${name}=${value}`;
}

function keptWords(
  attribute: Attribute,
  owner: Owner,
  isFragment: boolean,
  part: TracedText,
  { findings }: Migration,
): readonly string[] {
  const { kind, name, value, span } = attribute;
  const origin = originAt(part, span.start);
  if (kind === 'id') return [`#${name}`];
  if (kind === 'class') {
    if ((isFragment && isFragmentClass(name)) || NEEDLESS.has(name)) return [];
    if (!FOREIGN.has(name) && !ARRANGING.test(name)) return [`.${name}`];
    if (STACKING.test(name))
      findings.push(carriedOtherwise(origin, `what stands in ".${name}"`, 'stands one under another in the talk'));
    else findings.push(notCarried(origin, `the class "${name}"`));
    return [];
  }
  if (name === 'lang' || name === 'dir') return [`${name}=${value}`];
  if (name === 'width' && WIDTH.test(value) && (owner.kind === 'figure' || owner.kind === 'division'))
    return [`width=${value}`];
  // It becomes the description when the picture is carried.
  if (name === 'fig-alt' && owner.kind === 'figure') return [`fig-alt="${value}"`];
  if (!/^(?:data-)?fragment-index$|^(?:when|unless)-(?:format|meta|profile)$/.test(name))
    findings.push(notCarried(origin, `${name}="${value}"`));
  return [];
}
