import {
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
import { invalidStep } from './findings.ts';
import type { Content, StepSpan, Steps } from './types.ts';

type Node = Block | ListItem;

/** An order as written, or given by the place in the text; any number from 0, made a step without gaps at the end. */
interface Step {
  readonly node: Node;
  /** 0 is before the first click. */
  readonly from: number;
  /** The last order at which it shows; infinite when it stays. */
  readonly to: number;
}
interface LineSteps {
  readonly code: Code;
  readonly orders: readonly number[];
}

const NO_STEPS: Steps = { count: 0, spans: new Map(), lines: new Map(), byOrder: new Map() };

/**
 * When the blocks and items of a slide show. `{.step}` comes in the order of the text, `{step=2}` at the second click,
 * `{step=1-2}` is gone at the third, all after `. . .` comes together, `.steps` on the slide or on a division makes a step
 * of each column or item, or of each block where there are none, and the lines of code that `{1|3}` points out change at
 * a click each.
 */
export function orderSteps(blocks: readonly Block[], slide: Attributes, findings: Finding[]): Steps {
  const marked = new Set<Node>(hasClass(slide, 'steps') ? stepwise(blocks) : []);
  const steps: Step[] = [];
  const lines: LineSteps[] = [];
  let next = 1;
  let afterPause: number | null = null;

  const visit = (node: Node, isOuter: boolean): void => {
    if (node.kind === 'pause') {
      afterPause = next;
      next += 1;
      return;
    }
    const explicit = explicitStep(node, findings);
    if (explicit !== null) steps.push({ node, ...explicit });
    else if (marked.has(node) || isStep(node)) {
      steps.push({ node, from: next, to: Number.POSITIVE_INFINITY });
      next += 1;
    } else if (isOuter && afterPause !== null) steps.push({ node, from: afterPause, to: Number.POSITIVE_INFINITY });
    if (node.kind === 'code' && node.lineGroups.length > 1) {
      const count = node.lineGroups.length - 1;
      lines.push({ code: node, orders: Array.from({ length: count }, (_, index) => next + index) });
      next += count;
    }
    if (node.kind === 'division' && isStepwise(node)) for (const inner of stepwise(node.blocks)) marked.add(inner);
    for (const inner of innerNodes(node)) visit(inner, false);
  };
  for (const block of blocks) visit(block, true);
  return steps.length + lines.length === 0 ? NO_STEPS : withoutGaps(steps, lines);
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

function explicitStep(node: Node, findings: Finding[]): { readonly from: number; readonly to: number } | null {
  const attribute = attributeOf(attributesOf(node), 'step');
  if (!attribute) return null;
  const match = ORDER.exec(attribute.value);
  const from = Number(match?.[1]);
  const to = match?.[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]);
  // What is there from the start and stays is no step.
  const isStep = match !== null && from <= to && (from > 0 || to !== Number.POSITIVE_INFINITY);
  if (isStep) return { from, to };
  findings.push(invalidStep(attribute.span, attribute.value));
  return null;
}

function innerNodes(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'definition-list') return node.entries.flatMap(({ meanings }) => meanings.flat());
  return 'blocks' in node ? node.blocks : [];
}

/** What `.steps` shows one by one. */
function stepwise(blocks: readonly Block[]): ReadonlySet<Node> {
  const columns = blocks.filter((block) => block.kind === 'heading' && block.depth === 3);
  if (columns.length > 1) return new Set(columns);
  const divisions = blocks.flatMap((block) => (block.kind === 'division' ? block.blocks : []));
  const sides = divisions.filter((block) => block.kind === 'division' && hasClass(block.attributes, 'column'));
  if (sides.length > 1) return new Set(sides);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return new Set<Node>(items.length > 0 ? items : blocks.filter((block) => block.kind !== 'pause'));
}

function withoutGaps(steps: readonly Step[], lines: readonly LineSteps[]): Steps {
  const beginnings = steps.map(({ from }) => from);
  // What goes, goes at a click of its own where nothing else comes.
  const ends = steps.map(({ to }) => to + 1);
  const all = [...beginnings, ...ends, ...lines.flatMap(({ orders }) => orders)];
  const orders = [...new Set(all)].filter((order) => order > 0 && Number.isFinite(order)).toSorted((a, b) => a - b);
  const byOrder = new Map(orders.map((order, index) => [order, index]));
  const spans = new Map<Node, StepSpan>();
  for (const { node, from, to } of steps) {
    const end = byOrder.get(to + 1);
    spans.set(node, { first: byOrder.get(from) ?? null, last: end === undefined ? null : end - 1 });
  }
  const begins = lines.map(
    ({ code, orders: own }) => [code, own.flatMap((order) => byOrder.get(order) ?? [])] as const,
  );
  return { count: orders.length, spans, lines: new Map(begins), byOrder };
}

/** Kinds of content whose own part is shown at once, whatever steps are written in it. */
const WITHOUT_STEPS: ReadonlySet<Content['kind']> = new Set(['quote', 'number', 'figure', 'sources']);

/**
 * The first step that the layout of the content cannot show as one; `null` when there is none. `others` are the blocks
 * of the slide that it shows beside its content.
 */
export function firstLostStep(content: Content, others: readonly Block[], steps: Steps['spans']): Node | null {
  if (steps.size === 0 || !WITHOUT_STEPS.has(content.kind)) return null;
  const shown = new Set<Node>();
  const add = (node: Node): void => {
    shown.add(node);
  };
  visitTree([...content.lead, ...others, ...content.rest], { block: add, item: add });
  return [...steps.keys()].find((node) => !shown.has(node)) ?? null;
}
