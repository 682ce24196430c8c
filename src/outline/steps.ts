import {
  type Attribute,
  type Attributes,
  attributeOf,
  type Block,
  type Code,
  type Division,
  hasClass,
  type ListItem,
  visitTree,
} from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { invalidStep, stepGap } from './findings.ts';
import type { Content, StepSpan, Steps } from './types.ts';

type Node = Block | ListItem;

/** An order as written, or given by the place in the text; any number from 0, made a step without gaps at the end. */
interface Step {
  readonly node: Node;
  /** 0 is before the first click. */
  readonly from: number;
  /** The last order at which it shows; infinite when it stays. */
  readonly to: number;
  /** Where its numbers are written; `null` where its place in the text gives its order. */
  readonly written: Attribute | null;
}
interface LineSteps {
  readonly code: Code;
  /** The order that shows it, with its first group. */
  readonly start: number;
  /** The orders that light its other groups. */
  readonly orders: readonly number[];
}

/** The steps of a slide, and the first of what should be one where the layout shows all at once; `null` for none. */
export interface OrderedSteps {
  readonly steps: Steps;
  readonly lost: Node | null;
}

const NO_STEPS: Steps = { count: 0, spans: new Map(), lines: new Map(), byOrder: new Map() };

/**
 * When the blocks and items of a slide show. `{.step}` comes in the order of the text, `{step=2}` at the second click,
 * `{step=1-2}` is gone at the third, all after `. . .` comes together, `.steps` on the slide or on a division makes a step
 * of each column or item, or of each block where there are none, and the lines of code that `{1|3}` points out change at
 * a click each. What is in something else comes after it. Nothing outside of `places` waits for a click, unless they are
 * `null`. Findings: `invalid-step`, `step-gap`.
 */
export function orderSteps(
  blocks: readonly Block[],
  slide: Attributes,
  places: ReadonlySet<Node> | null,
  findings: Finding[],
): OrderedSteps {
  const marked = markedIn(blocks, slide);
  const isNext = (node: Node): boolean => marked.has(node) || isStep(node);
  const isPlace = (node: Node): boolean => places === null || places.has(node);
  const holding = pausesThatHold(
    blocks,
    (node) => isPlace(node) && !isNext(node) && attributeOf(attributesOf(node), 'step') === undefined,
  );
  const columns = columnsOf(blocks);
  const steps: Step[] = [];
  const lines: LineSteps[] = [];
  let next = 1;
  let pause: PauseOrder | null = null;
  let lost: Node | null = null;

  /** The next order of the text that comes after another one. */
  const take = (after: number): number => {
    const order = Math.max(next, after + 1);
    next = order + 1;
    return order;
  };
  const stepOf = (node: Node, { order: around, pause: known }: Around): Step | null => {
    const explicit = explicitStep(node, findings);
    if (explicit === null && !isNext(node) && pause === known) return null;
    if (!isPlace(node)) {
      lost ??= node;
      return null;
    }
    if (explicit) return explicit;
    const from = isNext(node) ? take(around) : (pause?.order ?? 0);
    return { node, from, to: Number.POSITIVE_INFINITY, written: null };
  };
  /** Gives the order that shows the node. */
  const visit = (node: Node, around: Around): number => {
    if (node.kind === 'pause') {
      pause = { order: holding.has(node) ? take(around.order) : 0 };
      return around.order;
    }
    const step = stepOf(node, around);
    if (step) steps.push(step);
    const order = Math.max(around.order, step?.from ?? 0);
    if (node.kind === 'code' && node.lineGroups.length > 1) {
      lines.push({ code: node, start: order, orders: node.lineGroups.slice(1).map(() => take(order)) });
    }
    const own: Around = { order, pause };
    for (const inner of innerNodes(node)) visit(inner, own);
    return order;
  };
  let column = 0;
  for (const block of blocks) {
    const order = visit(block, { order: columns.has(block) ? 0 : column, pause: null });
    if (columns.has(block)) column = order;
  }
  if (steps.length + lines.length === 0) return { steps: NO_STEPS, lost };
  return { steps: withoutGaps(steps, lines, findings), lost };
}

/** The order at which something comes that waits for a pause. */
interface PauseOrder {
  readonly order: number;
}
/** What is known of what holds a block: the order that shows it, and the last pause before it, which its parts need not wait for. */
interface Around {
  readonly order: number;
  readonly pause: PauseOrder | null;
}

/** What `.steps` makes steps of, on the slide and in its divisions. */
function markedIn(blocks: readonly Block[], slide: Attributes): ReadonlySet<Node> {
  const marked = new Set<Node>(hasClass(slide, 'steps') ? stepwise(blocks) : []);
  const mark = (block: Block): void => {
    if (block.kind !== 'division' || !isStepwise(block)) return;
    for (const inner of stepwise(block.blocks)) marked.add(inner);
  };
  visitTree(blocks, { block: mark });
  return marked;
}

/** The pauses after which something comes that waits for them alone. */
function pausesThatHold(blocks: readonly Block[], waits: (node: Node) => boolean): ReadonlySet<Node> {
  const holding = new Set<Node>();
  let pause: Node | null = null;
  const visit = (node: Node, known: Node | null): void => {
    if (node.kind === 'pause') {
      pause = node;
      return;
    }
    if (pause !== null && pause !== known && waits(node)) holding.add(pause);
    const own = pause;
    for (const inner of innerNodes(node)) visit(inner, own);
  };
  for (const block of blocks) visit(block, null);
  return holding;
}

function attributesOf(node: Node): Attributes {
  return 'attributes' in node ? node.attributes : [];
}

function isStep(node: Node): boolean {
  return hasClass(attributesOf(node), 'step');
}

/** `::: steps` */
function isStepwise({ attributes }: Division): boolean {
  return hasClass(attributes, 'steps');
}

const ORDER = /^(\d{1,4})(?:-(\d{1,4}))?$/;

function explicitStep(node: Node, findings: Finding[]): Step | null {
  const written = attributeOf(attributesOf(node), 'step');
  if (!written) return null;
  const match = ORDER.exec(written.value);
  const from = Number(match?.[1]);
  const to = match?.[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]);
  // What is there from the start and stays is no step.
  const isStep = match !== null && from <= to && (from > 0 || to !== Number.POSITIVE_INFINITY);
  if (isStep) return { node, from, to, written };
  findings.push(invalidStep(written.span, written.value));
  return null;
}

function innerNodes(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'definition-list') return node.entries.flatMap(({ meanings }) => meanings.flat());
  return 'blocks' in node ? node.blocks : [];
}

/** What `.steps` shows one by one. */
function stepwise(blocks: readonly Block[]): ReadonlySet<Node> {
  const columns = columnsOf(blocks);
  if (columns.size > 0) return columns;
  const divisions = blocks.flatMap((block) => (block.kind === 'division' ? block.blocks : []));
  const sides = divisions.filter((block) => block.kind === 'division' && hasClass(block.attributes, 'column'));
  if (sides.length > 1) return new Set(sides);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return new Set<Node>(items.length > 0 ? items : blocks.filter((block) => block.kind !== 'pause'));
}

/** The headings that open columns; none where there are fewer than two. */
function columnsOf(blocks: readonly Block[]): ReadonlySet<Node> {
  const openers = blocks.filter((block) => block.kind === 'heading' && block.depth === 3);
  return new Set(openers.length > 1 ? openers : []);
}

/** Steps from 1, each of them the click of its number. Finding: `step-gap`. */
function withoutGaps(steps: readonly Step[], lines: readonly LineSteps[], findings: Finding[]): Steps {
  const changes = steps.flatMap(changesOf);
  const all = [...changes.map(({ order }) => order), ...lines.flatMap(({ orders }) => orders)];
  const orders = [...new Set(all)].toSorted((a, b) => a - b);
  const byOrder = new Map(orders.map((order, index) => [order, index + 1]));
  for (const { order, written } of changes.toSorted((one, other) => one.order - other.order)) {
    const click = byOrder.get(order) ?? order;
    if (written === null || click === order) continue;
    findings.push(stepGap(written.span, order, click));
    break;
  }
  const spans = new Map<Node, StepSpan>();
  for (const { node, from, to } of steps) {
    const end = byOrder.get(to + 1);
    spans.set(node, { first: byOrder.get(from) ?? null, last: end === undefined ? null : end - 1 });
  }
  const begins = lines.map(({ code, start, orders: own }) => {
    const clicks = own.flatMap((order) => byOrder.get(order) ?? []);
    return [code, [byOrder.get(start) ?? null, ...clicks]] as const;
  });
  return { count: orders.length, spans, lines: new Map(begins), byOrder };
}

/** The clicks at which something comes or goes: what goes, goes at a click of its own where nothing else comes. */
function changesOf({
  from,
  to,
  written,
}: Step): readonly { readonly order: number; readonly written: Attribute | null }[] {
  return [from, to + 1].filter((order) => order > 0 && Number.isFinite(order)).map((order) => ({ order, written }));
}

/** Kinds of content whose own part is shown at once, whatever steps are written in it. */
const WITHOUT_STEPS: ReadonlySet<Content['kind']> = new Set(['quote', 'number', 'figure', 'sources']);

/**
 * The blocks and items that can wait for a click in the layout of the content; `null` for all. `others` are the blocks of
 * the slide that it shows beside its content.
 */
export function stepPlaces(content: Content, others: readonly Block[]): ReadonlySet<Node> | null {
  if (!WITHOUT_STEPS.has(content.kind)) return null;
  const places = new Set<Node>();
  const add = (node: Node): void => {
    places.add(node);
  };
  visitTree([...content.lead, ...others, ...content.rest], { block: add, item: add });
  return places;
}
