import { type Attribute, type Attributes, hasClass } from '../markdown/tree.ts';
import { type DeclaredLayouts, fieldsOfLayout } from '../text/declared-layouts.ts';
import type { Finding } from '../text/finding.ts';
import { compareReader } from './content/compare.ts';
import { numberReader } from './content/number.ts';
import { quizReader } from './content/quiz.ts';
import { quoteReader } from './content/quote.ts';
import { codeReader, figureReader, sourcesReader, tableReader } from './content/single.ts';
import { splitReader } from './content/split.ts';
import { timelineReader } from './content/timeline.ts';
import { layoutNeeds, twoLayouts } from './findings.ts';
import type { Content, ContentReader, NamedLayout, SlideParts } from './types.ts';

/** Classes on the heading of a slide that are not names of layouts. */
export const SLIDE_FLAGS: ReadonlySet<string> = new Set(['steps', 'hidden', 'own', 'count-up', 'auto-animate']);

/** In the order in which they are tried. */
const READERS: ReadonlyMap<string, ContentReader<Content>> = new Map<string, ContentReader<Content>>([
  ['quote', quoteReader],
  ['number', numberReader],
  ['split', splitReader],
  ['compare', compareReader],
  ['timeline', timelineReader],
  ['figure', figureReader],
  ['table', tableReader],
  ['code', codeReader],
  ['sources', sourcesReader],
  ['quiz', quizReader],
]);

/** What stands around a slide: whether it is the first of the talk, the layout of its outline, if that has one, and the fields of layouts. */
export interface SlidePlace {
  readonly isFirst: boolean;
  readonly usual: NamedLayout | null;
  /** What layouts ask for by themselves. */
  readonly declared: DeclaredLayouts;
}

/**
 * The layout of a slide: the one it names by a class or `layout=`, else the usual one of its outline, but for openings,
 * else the one its content asks for.
 */
export function chooseLayout(
  parts: SlideParts,
  { isFirst, usual, declared }: SlidePlace,
  findings: Finding[],
): NamedLayout {
  const candidates = parts.attributes.filter(namesLayout);
  const layouts = [...candidates.map(layoutOf), ...(usual ? [usual.name] : [])];
  const flags = layouts.flatMap((name) => flagsOf(declared, name));
  const [named, second] = candidates.filter(({ kind, name }) => kind === 'pair' || !flags.includes(name));
  if (named && second) findings.push(twoLayouts(second.span, layoutOf(named), layoutOf(second), flags));
  if (named) return { name: layoutOf(named), span: named.span };
  if (usual && parts.opening !== 'section') return usual;
  return { name: inferLayout(parts, isFirst, declared), span: null };
}

function namesLayout(attribute: Attribute): boolean {
  if (attribute.kind === 'pair') return attribute.name === 'layout';
  return attribute.kind === 'class' && !SLIDE_FLAGS.has(attribute.name);
}

function flagsOf(declared: DeclaredLayouts, layout: string): readonly string[] {
  return fieldsOfLayout(declared, layout)
    .filter(({ kind }) => kind === 'flag')
    .map(({ name }) => name);
}

function layoutOf(attribute: Attribute): string {
  return attribute.kind === 'pair' ? attribute.value : attribute.name;
}

function inferLayout(parts: SlideParts, isFirst: boolean, declared: DeclaredLayouts): string {
  if (parts.opening === 'section') return isFirst ? 'title' : 'section';
  for (const [name, reader] of READERS) {
    if (name === 'split' && hasFieldOf('points', parts, declared)) continue;
    if (reader.infers(parts)) return name;
  }
  return parts.heading !== null && parts.blocks.length === 0 ? 'statement' : 'points';
}

/** Whether a block of the slide is meant for a field that a layout declares. */
function hasFieldOf(layout: string, { blocks }: SlideParts, declared: DeclaredLayouts): boolean {
  const names = fieldsOfLayout(declared, layout).map(({ name }) => name);
  return blocks.some((block) => 'attributes' in block && names.some((name) => hasClass(block.attributes, name)));
}

/**
 * The content of a slide as its layout takes it apart. A layout of the talk's own gets all of it as `rest`. Finding:
 * `layout-needs`, when the slide has not what the layout is made for.
 */
export function readContent(parts: SlideParts, layout: NamedLayout, findings: Finding[]): Content {
  const reader = READERS.get(layout.name);
  const content = reader ? reader.read(parts) : null;
  if (reader && content === null) findings.push(layoutNeeds(layout.span ?? parts.span, layout.name, reader.needs));
  return content ?? { kind: 'plain', lead: [], rest: parts.blocks };
}

/** The id that an attribute list gives, with its place. */
export function idOf(attributes: Attributes): Attribute | undefined {
  return attributes.find((attribute) => attribute.kind === 'id');
}
