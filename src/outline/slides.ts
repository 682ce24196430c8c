import { type Attributes, type Block, type Heading, hasClass } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { emptySlide, stepsAtOnce, unknownAttribute } from './findings.ts';
import { chooseLayout, readContent } from './layout.ts';
import { hasNoNotes, separateNotes } from './notes.ts';
import { firstLostStep, orderSteps } from './steps.ts';
import type { Slide, SlideParts } from './types.ts';

const SLIDE_KEYS = ['layout'];

/**
 * The slides of an outline, in order, cut at `#`, `##` and `---`. A ruler right before a heading is the same break.
 * `isFirst` says that the first slide is the first of the talk. Findings: `empty-slide`, `unknown-attribute`,
 * `layout-needs`, `two-layouts`, `invalid-step`.
 */
export function splitSlides(
  source: Source,
  blocks: readonly Block[],
  isFirst: boolean,
  findings: Finding[],
): readonly Slide[] {
  const groups = groupBlocks(blocks);
  const slides: Slide[] = [];
  for (const [index, group] of groups.entries()) {
    const parts = partsOf(source, group);
    const isBetween = index > 0 && index < groups.length - 1;
    if (parts !== null) slides.push(buildSlide(parts, isFirst && slides.length === 0, findings));
    else if (group.opener !== null && isBetween) findings.push(emptySlide(group.opener.span));
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
  const heading = opener?.kind === 'heading' ? opener : null;
  const lines = blocks.flatMap((block) => (block.kind === 'attribute-line' ? block.attributes : []));
  const attributes: Attributes = [...(heading?.attributes ?? []), ...lines];
  const { shown, notes } = separateNotes(blocks.filter((block) => block.kind !== 'attribute-line'));
  if (heading === null && shown.length === 0 && attributes.length === 0 && hasNoNotes(notes)) return null;
  const opening = heading === null ? 'ruler' : heading.depth === 1 ? 'section' : 'heading';
  return { opening, heading, attributes, blocks: shown, notes, span: spanAround(source, opener, blocks) };
}

function spanAround(source: Source, opener: Block | null, blocks: readonly Block[]): Span {
  const first = opener ?? blocks[0];
  const last = blocks[blocks.length - 1] ?? opener;
  return spanOf(source, first?.span.start ?? 0, last?.span.end ?? 0);
}

function buildSlide(parts: SlideParts, isFirst: boolean, findings: Finding[]): Slide {
  const { opening, heading, attributes, notes, span } = parts;
  findings.push(...unknownKeys(attributes));
  const steps = orderSteps(parts.blocks, attributes, findings);
  const shown = { ...parts, blocks: parts.blocks.filter((block) => block.kind !== 'pause') };
  const layout = chooseLayout(shown, isFirst, findings);
  const content = readContent(shown, layout, findings);
  const lost = firstLostStep(content, steps);
  if (lost) findings.push(stepsAtOnce(lost.span, layout.name));
  return {
    opening,
    heading,
    attributes,
    layout,
    content,
    notes,
    steps,
    isHidden: hasClass(attributes, 'hidden'),
    span,
  };
}

function unknownKeys(attributes: Attributes): readonly Finding[] {
  return attributes
    .filter(({ kind, name }) => kind === 'pair' && !SLIDE_KEYS.includes(name))
    .map(({ span, name }) => unknownAttribute(span, 'a slide', name, SLIDE_KEYS));
}
