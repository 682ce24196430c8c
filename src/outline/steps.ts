import { type Attributes, attributeValue, type Block, hasClass, type ListItem, visitTree } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { invalidStep } from './findings.ts';
import type { Content } from './types.ts';

type Node = Block | ListItem;

interface Step {
  readonly node: Node;
  /** As ordered by hand or by the order of the text; any number, made whole and without gaps at the end. */
  readonly order: number;
}

const NO_STEPS: ReadonlyMap<Node, number> = new Map();

/**
 * The step that shows each block or item that does not show from the start, from 0 without gaps: `{.step}` comes in
 * the order of the text, `{step=2}` at the second click, all after `. . .` together, and `.steps` on the slide makes a
 * step of each column or item, or of each block where there are none.
 */
export function orderSteps(
  blocks: readonly Block[],
  slide: Attributes,
  findings: Finding[],
): ReadonlyMap<Node, number> {
  const marked = hasClass(slide, 'steps') ? stepwise(blocks) : new Set<Node>();
  const steps: Step[] = [];
  let next = 1;
  let afterPause: number | null = null;

  const visit = (node: Node, isOuter: boolean): void => {
    if (node.kind === 'pause') {
      afterPause = next;
      next += 1;
      return;
    }
    const explicit = explicitStep(node, findings);
    if (explicit !== null) steps.push({ node, order: explicit });
    else if (marked.has(node) || isStep(node)) {
      steps.push({ node, order: next });
      next += 1;
    } else if (isOuter && afterPause !== null) steps.push({ node, order: afterPause });
    for (const inner of innerNodes(node)) visit(inner, false);
  };
  for (const block of blocks) visit(block, true);
  return steps.length === 0 ? NO_STEPS : withoutGaps(steps);
}

function attributesOf(node: Node): Attributes {
  return 'attributes' in node ? node.attributes : [];
}

function isStep(node: Node): boolean {
  return hasClass(attributesOf(node), 'step');
}

function explicitStep(node: Node, findings: Finding[]): number | null {
  const attributes = attributesOf(node);
  const value = attributeValue(attributes, 'step');
  if (value === '') return null;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  const attribute = attributes.find(({ kind, name }) => kind === 'pair' && name === 'step');
  if (attribute) findings.push(invalidStep(attribute.span, value));
  return null;
}

function innerNodes(node: Node): readonly Node[] {
  if (node.kind === 'list') return node.items;
  return node.kind === 'list-item' || node.kind === 'division' || node.kind === 'quotation' ? node.blocks : [];
}

/** What `.steps` on a slide shows one by one. */
function stepwise(blocks: readonly Block[]): ReadonlySet<Node> {
  const columns = blocks.filter((block) => block.kind === 'heading' && block.depth === 3);
  if (columns.length > 1) return new Set(columns);
  const divisions = blocks.flatMap((block) => (block.kind === 'division' ? block.blocks : []));
  const sides = divisions.filter((block) => block.kind === 'division' && hasClass(block.attributes, 'column'));
  if (sides.length > 1) return new Set(sides);
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return new Set<Node>(items.length > 0 ? items : blocks.filter((block) => block.kind !== 'pause'));
}

function withoutGaps(steps: readonly Step[]): ReadonlyMap<Node, number> {
  const orders = [...new Set(steps.map(({ order }) => order))].toSorted((one, other) => one - other);
  const places = new Map(orders.map((order, index) => [order, index]));
  return new Map(steps.map(({ node, order }) => [node, places.get(order) ?? 0]));
}

/** Kinds of content whose own part is shown at once, whatever steps are written in it. */
const WITHOUT_STEPS: ReadonlySet<Content['kind']> = new Set(['quote', 'number', 'figure', 'sources']);

/** The first step that the layout of the content cannot show as one; `null` when there is none. */
export function firstLostStep(content: Content, steps: ReadonlyMap<Node, number>): Node | null {
  if (steps.size === 0 || !WITHOUT_STEPS.has(content.kind)) return null;
  const shown = new Set<Node>();
  const add = (node: Node): void => {
    shown.add(node);
  };
  visitTree([...content.lead, ...content.rest], { block: add, item: add });
  return [...steps.keys()].find((node) => !shown.has(node)) ?? null;
}
