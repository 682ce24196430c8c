import { withoutHiddenWords } from '../markdown/hidden.ts';
import { type Attributes, type Block, type Heading, hasClass } from '../markdown/tree.ts';
import { type DeclaredField, fieldsOfLayout } from '../text/declared-layouts.ts';
import type { Finding } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { blocksOfFields, isPair, takeFields } from './fields.ts';
import { emptySlide, stepsAtOnce, unknownAttribute } from './findings.ts';
import { chooseLayout, readContent, type SlidePlace } from './layout.ts';
import { orderNotes } from './note-steps.ts';
import { hasNoNotes, separateNotes } from './notes.ts';
import { orderSteps, stepPlaces } from './steps.ts';
import type { Slide, SlideParts } from './types.ts';

/** What may be written as `key=value` after any heading. */
export const SLIDE_KEYS = ['layout', 'background', 'tone', 'lang', 'dir', 'transition', 'kiosk'];

/**
 * The slides of an outline, in order, cut at `#`, `##` and `---`. A ruler right before a heading is the same break.
 * The place is that of the first slide. Findings: `empty-slide`, `unknown-attribute`,
 * `layout-needs`, `two-layouts`, `wrong-field`, `invalid-step`, `step-gap`, `unknown-step`, `steps-at-once`.
 */
export function splitSlides(
  source: Source,
  blocks: readonly Block[],
  { isFirst, usual, declared }: SlidePlace,
  findings: Finding[],
): readonly Slide[] {
  const groups = groupBlocks(blocks);
  const slides: Slide[] = [];
  for (const [index, group] of groups.entries()) {
    const parts = partsOf(source, group);
    const isBetween = index > 0 && index < groups.length - 1;
    if (parts !== null) {
      slides.push(buildSlide(parts, { isFirst: isFirst && slides.length === 0, usual, declared }, findings));
    } else if (group.opener !== null && isBetween) findings.push(emptySlide(group.opener.span));
  }
  return slides;
}

interface Group {
  /** The heading or ruler that opens the slide; `null` for what stands before the first of them. */
  readonly opener: Block | null;
  readonly blocks: Block[];
}

function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = [{ opener: null, blocks: [] }];
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (block.kind === 'ruler' && next && isOpeningHeading(next)) return;
    if (block.kind === 'ruler' || isOpeningHeading(block)) groups.push({ opener: block, blocks: [] });
    else groups[groups.length - 1]?.blocks.push(block);
  });
  return groups;
}

function isOpeningHeading(block: Block): block is Heading {
  return block.kind === 'heading' && block.depth <= 2;
}

/** The parts of a slide; `null` when there is nothing on it. */
function partsOf(source: Source, { opener, blocks }: Group): SlideParts | null {
  const heading = opener?.kind === 'heading' ? { ...opener, children: withoutHiddenWords(opener.children) } : null;
  const lines = blocks.flatMap((block) => (block.kind === 'attribute-line' ? block.attributes : []));
  const attributes: Attributes = [...(heading?.attributes ?? []), ...lines];
  const { shown, notes } = separateNotes(blocks.filter((block) => block.kind !== 'attribute-line'));
  if (heading === null && shown.length === 0 && attributes.length === 0 && hasNoNotes(notes)) return null;
  const opening = heading === null ? 'ruler' : heading.depth === 1 ? 'section' : 'heading';
  return { opening, heading, attributes, blocks: shown, notes, span: spanAround(source, opener, blocks) };
}

function spanAround(source: Source, opener: Block | null, blocks: readonly Block[]): Span {
  const first = opener ?? blocks[0];
  // A slide that begins in one file and ends in another is placed where it begins.
  const own = first?.span.source ?? source;
  const last = blocks.findLast(({ span }) => span.source === own) ?? first;
  return spanOf(own, first?.span.start ?? 0, last?.span.end ?? 0);
}

function buildSlide(parts: SlideParts, place: SlidePlace, findings: Finding[]): Slide {
  const { opening, heading, attributes, notes, span } = parts;
  const shown = { ...parts, blocks: parts.blocks.filter((block) => block.kind !== 'pause') };
  const layout = chooseLayout(shown, place, findings);
  const declared = fieldsOfLayout(place.declared, layout.name);
  findings.push(...unknownKeys(attributes, declared));
  const { fields, blocks } = takeFields(shown, layout.name, declared, findings);
  const content = readContent({ ...shown, blocks }, layout, findings);
  const places = stepPlaces(content, blocksOfFields(fields));
  const { steps, lost } = orderSteps(parts.blocks, attributes, places, findings);
  if (lost) findings.push(stepsAtOnce(lost.span, layout.name));
  const noteSteps = orderNotes(notes, steps, findings);
  return {
    opening,
    heading,
    attributes,
    layout,
    content,
    fields,
    notes,
    steps,
    noteSteps,
    isHidden: hasClass(attributes, 'hidden'),
    span,
  };
}

function unknownKeys(attributes: Attributes, declared: readonly DeclaredField[]): readonly Finding[] {
  // A field of another kind is known, and says itself how it is written.
  const met = new Set([...SLIDE_KEYS, ...declared.map(({ name }) => name)]);
  const known = [...SLIDE_KEYS, ...declared.filter(isPair).map(({ name }) => name)];
  return attributes
    .filter(({ kind, name }) => kind === 'pair' && !met.has(name))
    .map(({ span, name }) => unknownAttribute(span, 'a slide', name, known));
}
