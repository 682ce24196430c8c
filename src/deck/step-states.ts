import type { Element, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** An element of a slide, and when it shows. */
interface StepElement {
  readonly element: Element;
  readonly inner: readonly StepElement[];
  /** How many steps must have come for it to show, whatever stands around it. */
  readonly from: number;
  /** With how many it still shows; infinite when it stays. */
  readonly to: number;
  /** The state in which it is for all to read: the last one in which it shows, or that of the slide when it stays. */
  readonly home: number;
}

/** A piece of HTML that another one takes the place of. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HAS_STEPS = /\sdata-(?:step="[\d-]|lit-steps=")/;
const SPAN = /^(\d*)(?:-(\d+))?$/;
/** What makes an element a link. */
const ADDRESSES = ['href', 'xLinkHref'];

/**
 * The HTML of a slide in each of its states: before its first step, and after each of them; only one when it has no steps.
 * What does not show has `data-unseen` and keeps its room, and code points out the lines of the present step, as in
 * the deck. All content is in one state for all to read, with its ids and links: in the last one, or in the last that shows
 * it when it goes away. In the others it has neither, and is hidden from who does not see it.
 */
export function slideStates(html: string): readonly string[] {
  if (!HAS_STEPS.test(html)) return [html];
  const { children } = fromHtml(html, { fragment: true, verbose: true });
  const orders = [...new Set(children.flatMap(ordersIn))].toSorted((one, other) => one - other);
  if (orders.length === 0) return [html];
  // reveal.js counts orders that are there: "3" is the first step of a slide that has no earlier one.
  const stepOf = new Map(orders.map((order, index) => [order, index + 1]));
  const last = orders.length;
  const elements = children.flatMap((node) => readElement(node, stepOf, { from: 0, to: last, home: last }));
  return Array.from({ length: last + 1 }, (_, state) => {
    const edits: Edit[] = [];
    for (const element of elements) editElement(element, state, stepOf, html, edits);
    return applyEdits(html, edits);
  });
}

/** The orders at which something under a node comes or goes, or other lines are pointed out. */
function ordersIn(node: RootContent): readonly number[] {
  if (node.type !== 'element') return [];
  const { first, end } = spanOf(node);
  const own = [first, end].filter((order) => order !== null);
  return [...own, ...litSteps(node), ...node.children.flatMap(ordersIn)];
}

/** `data-step` as the deck reads it: "1" for what comes at the first click, "1-2" for what goes at the third, "-0" at the first. */
function spanOf({ properties }: Element): { readonly first: number | null; readonly end: number | null } {
  const [, first = '', last] = SPAN.exec(String(properties.dataStep ?? '')) ?? [];
  return { first: first === '' ? null : Number(first), end: last === undefined ? null : Number(last) + 1 };
}

function litSteps({ properties }: Element): readonly number[] {
  const written = String(properties.dataLitSteps ?? '');
  return written === '' ? [] : written.split(' ').map(Number);
}

/** An element and all in it; `around` is when what stands around it shows. */
function readElement(
  node: RootContent,
  stepOf: ReadonlyMap<number, number>,
  around: Pick<StepElement, 'from' | 'to' | 'home'>,
): readonly StepElement[] {
  if (node.type !== 'element') return [];
  const { first, end } = spanOf(node);
  const from = first === null ? 0 : (stepOf.get(first) ?? 0);
  const to = end === null ? Number.POSITIVE_INFINITY : (stepOf.get(end) ?? 0) - 1;
  const shown = { from: Math.max(from, around.from), to: Math.min(to, around.to) };
  // What never shows, because what holds it comes later, has no better place than what holds it.
  const home = shown.from <= shown.to ? shown.to : around.home;
  const inner = node.children.flatMap((child) => readElement(child, stepOf, { ...shown, home }));
  return [{ element: node, inner, from, to, home }];
}

function editElement(
  own: StepElement,
  state: number,
  stepOf: ReadonlyMap<number, number>,
  html: string,
  edits: Edit[],
  isHidden = false,
): void {
  const { element, inner, from, to, home } = own;
  const marks: string[] = [];
  if (state < from || state > to) marks.push('data-unseen');
  const hides = !isHidden && !hasHome(own, state);
  if (hides) marks.push('aria-hidden="true"');
  addMarks(element, marks, edits);
  if (home !== state) removeLinks(element, edits);
  const lit = litSteps(element);
  if (lit.length > 0) {
    const group = lit.filter((order) => (stepOf.get(order) ?? 0) <= state).length;
    lightLines(inner, String(group), html, edits);
  }
  for (const child of inner) editElement(child, state, stepOf, html, edits, isHidden || hides);
}

/** Whether an element, or something in it, is for all to read in a state. */
function hasHome({ home, inner }: StepElement, state: number): boolean {
  return home === state || inner.some((child) => hasHome(child, state));
}

/** Writes attributes behind the name of a tag, where they are the first of their names. A tag that is not written has none. */
function addMarks({ position, tagName }: Element, marks: readonly string[], edits: Edit[]): void {
  const start = position?.start.offset;
  if (start === undefined || marks.length === 0) return;
  const at = start + 1 + tagName.length;
  edits.push({ start: at, end: at, text: marks.map((mark) => ` ${mark}`).join('') });
}

/** Removes what makes an element the target of a link, or one. */
function removeLinks(element: Element, edits: Edit[]): void {
  removeAttribute(element, 'id', edits);
  if (element.tagName === 'a') for (const name of ADDRESSES) removeAttribute(element, name, edits);
}

function removeAttribute(element: Element, name: string, edits: Edit[]): void {
  const place = placeOf(element, name);
  if (place) edits.push({ ...place, text: '' });
}

function placeOf({ data }: Element, name: string): Pick<Edit, 'start' | 'end'> | null {
  const place = data?.position?.properties?.[name];
  const [start, end] = [place?.start.offset, place?.end.offset];
  return start === undefined || end === undefined ? null : { start, end };
}

/** Points out the lines of a group; one of all lines points out none. Which groups there are shows by the states. */
function lightLines(elements: readonly StepElement[], group: string, html: string, edits: Edit[]): void {
  const lines = elements.map(({ element }) => element).filter(({ properties }) => 'dataLit' in properties);
  const lit = lines.filter(({ properties }) => String(properties.dataLit).split(' ').includes(group));
  for (const line of lines) {
    removeAttribute(line, 'dataMark', edits);
    const names = placeOf(line, 'className');
    if (names === null || lit.length === lines.length || !lit.includes(line)) continue;
    const written = html.slice(names.start, names.end);
    edits.push({ ...names, text: written.replace(/(["']?)$/, ' is-lit$1') });
  }
}

function applyEdits(html: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    // The parser makes two elements of one tag where tags are crossed.
    if (start < at) continue;
    parts.push(html.slice(at, start), text);
    at = end;
  }
  return parts.join('') + html.slice(at);
}
