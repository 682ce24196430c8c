import { isSeen } from './leaves.ts';

/** The smallest text of a slide. */
export interface SmallestText {
  /** As it is drawn, in px of the slide; 0 when the slide has no text. */
  readonly sizePx: number;
  readonly words: string;
  readonly isInDrawing: boolean;
}

/** What says where something comes from, or where one is, and nothing of the subject. */
const FURNITURE = '.foot, .credit, .kicker, sup, sub, .footnote-mark, .map-number';
const DRAWINGS = '.chart svg, .diagram svg';
const LONGEST = 60;

/** The smallest text that an audience has to read, footer and credits apart. */
export function smallestText(slide: Element): SmallestText {
  let smallest: SmallestText = { sizePx: 0, words: '', isInDrawing: false };
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.nodeValue?.replace(/\s+/g, ' ').trim() ?? '';
    if (element === null || words === '') continue;
    const drawing = element.closest<SVGSVGElement>(DRAWINGS);
    const text = drawing === null ? element : drawing.parentElement;
    if (text === null || !isSeen(text) || element.closest(FURNITURE) !== null) continue;
    const sizePx = sizeOf(element, drawing);
    if (sizePx > 0 && (smallest.sizePx === 0 || sizePx < smallest.sizePx)) {
      smallest = { sizePx, words: words.slice(0, LONGEST), isInDrawing: drawing !== null };
    }
  }
  return smallest;
}

/** Small signs of a formula are part of it: the formula has one size. */
function sizeOf(element: Element, drawing: SVGSVGElement | null): number {
  const formula = element.closest('.katex');
  const size = Number.parseFloat(getComputedStyle(formula ?? element).fontSize);
  if (drawing === null) return element.getClientRects().length === 0 ? 0 : size;
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  return matrix === null ? 0 : size * Math.hypot(matrix.a, matrix.b);
}
