/** A rectangle of the page, in CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something that a slide shows and that cannot be taken apart: a line of text, a picture, or the ground that text has. */
export interface Leaf {
  readonly kind: 'text' | 'picture' | 'ground';
  readonly element: Element;
  /** The element whose lines it belongs to. */
  readonly block: Element;
  readonly box: Box;
}

/** Pictures of all kinds. A drawing is `aria-hidden` where a text is read in its place. */
export const PICTURES = 'img, video, .chart svg, .diagram svg, .map-ground';
const GROUNDS = 'pre, button, .alert, td, th';
/** What only screen readers are given, what shows later, and decoration. The footer is decoration that has its place. */
const UNSEEN =
  '[aria-hidden="true"]:not(.katex-html, .foot), .katex-mathml, .visually-hidden, .handout, .quiz-answers, svg, style';
/** What lies on other things because it is made to. */
const OVERLAYS = '[data-image-map] .map-mark, .map-number, [data-before-after]';

/** What a slide shows, in the order of the page. */
export function leavesOf(slide: Element): readonly Leaf[] {
  return [...textLeaves(slide), ...boxLeaves(slide, PICTURES, 'picture'), ...boxLeaves(slide, GROUNDS, 'ground')];
}

/** Whether those who look at the slide see what is in an element now. */
export function isSeen(element: Element): boolean {
  return element.closest(UNSEEN) === null && getComputedStyle(element).visibility === 'visible';
}

/** The nearest element around a text that is a box of its own; a formula is one, however it is made. */
export function blockOf(element: Element): Element {
  const formula = element.closest('.katex');
  let block = formula ?? element;
  while (block.parentElement !== null && getComputedStyle(block).display.startsWith('inline')) {
    block = block.parentElement;
  }
  return formula !== null && block.contains(formula) && block !== formula ? formula : block;
}

function textLeaves(slide: Element): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.nodeValue?.trim() === '' || !isSeen(element) || isOverlay(element)) continue;
    const style = getComputedStyle(element);
    // A mark over the line takes no room: it is part of the line that it follows.
    if (style.lineHeight === '0px') continue;
    range.selectNodeContents(node);
    const block = blockOf(element);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      leaves.push({ kind: 'text', element, block, box: lineBox(rect, style) });
    }
  }
  return leaves;
}

/** The box of a text is as high as its font says, which is more than its line where lines are set tight. */
function lineBox({ left, top, right, bottom, height }: DOMRect, { lineHeight }: CSSStyleDeclaration): Box {
  const line = Number.parseFloat(lineHeight);
  const spare = Number.isNaN(line) ? 0 : Math.max(0, (height - line) / 2);
  return { left, right, top: top + spare, bottom: bottom - spare };
}

function boxLeaves(slide: Element, selector: string, kind: Leaf['kind']): readonly Leaf[] {
  return [...slide.querySelectorAll(selector)].flatMap((element): readonly Leaf[] => {
    const isHidden = element.localName === 'svg' ? !isSeen(element.parentElement ?? element) : !isSeen(element);
    const { width, height, left, top, right, bottom } = element.getBoundingClientRect();
    if (isHidden || isOverlay(element) || width < 1 || height < 1) return [];
    return [{ kind, element, block: element, box: { left, top, right, bottom } }];
  });
}

function isOverlay(element: Element): boolean {
  return element.closest(OVERLAYS) !== null;
}
