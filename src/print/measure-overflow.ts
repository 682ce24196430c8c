/** Something on a slide that does not fit: a text or a picture that a box around it cuts off. */
export interface Overflow {
  /** The id of the slide. */
  readonly slide: string;
  /** Its words as the author has them, or the description of the picture: see `authoredWords`. */
  readonly content: string;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
  /** How far it stands out, in CSS px. */
  readonly lostPx: number;
  /** The element that holds it, and all around it up to its box, as CSS names them: `div.main > p`. */
  readonly path: string;
}

interface Box {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The little of the browser's document that is used here. */
interface MeasuredElement {
  readonly id: string;
  readonly localName: string;
  readonly classList: Iterable<string>;
  readonly parentElement: MeasuredElement | null;
  readonly textContent: string;
  closest(selector: string): MeasuredElement | null;
  contains(other: MeasuredElement): boolean;
  querySelector(selector: string): MeasuredElement | null;
  matches(selector: string): boolean;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): Box;
  getClientRects(): Iterable<Box>;
  querySelectorAll(selector: string): Iterable<MeasuredElement>;
}
interface MeasuredText {
  readonly data: string;
  readonly parentElement: MeasuredElement | null;
}
interface MeasuredDocument {
  querySelectorAll(selector: string): Iterable<MeasuredElement>;
  createRange(): { selectNodeContents(node: MeasuredText): void; getClientRects(): Iterable<Box> };
  createTreeWalker(root: MeasuredElement, whatToShow: number): { nextNode(): MeasuredText | null };
}
type Lost = Omit<Overflow, 'path' | 'content'> & {
  readonly element: MeasuredElement;
  /** `null` for a picture. */
  readonly text: MeasuredText | null;
};
declare const document: MeasuredDocument;
declare function getComputedStyle(element: MeasuredElement): {
  readonly display: string;
  readonly lineHeight: string;
  readonly overflowX: string;
  readonly overflowY: string;
};

/** Slides on paper, and the room for notes beside them. In its earlier states a slide has the same things at the same places. */
export const PAPER_BOXES = '.page:not(.earlier), .cell-side';

/**
 * Runs inside a page: what is cut off, the worst of each of its boxes, in their order, which are what a selector finds. Lines of text and
 * pictures are compared with the box and with every box around them that cuts off; what `scrollHeight` says is
 * not asked, because it counts empty space and overlooks boxes inside (measured with 21 cases). Decoration, which is
 * `aria-hidden`, may stand out; so may what only screen readers are given. Puppeteer sends the function as text, so it holds all it needs.
 */
export function measureOverflow(boxes: string): readonly Overflow[] {
  const TEXT_NODES = 4;
  const TOLERANCE_PX = 1;
  // KaTeX hides what is seen from screen readers, and shows them what is not.
  const UNMEASURED = '[aria-hidden="true"]:not(.katex-html), .katex-mathml, .visually-hidden';
  const LABELS = '[data-label]';
  const clips = new Map<MeasuredElement, Box>();

  const clipOf = (element: MeasuredElement, page: MeasuredElement): Box => {
    const known = clips.get(element);
    if (known) return known;
    const own = element.getBoundingClientRect();
    const outer = element === page || !element.parentElement ? own : clipOf(element.parentElement, page);
    const { overflowX, overflowY } = getComputedStyle(element);
    const cutsX = overflowX !== 'visible';
    // What leaves the room under the heading stands on the footer, or on what is beside it.
    const cutsY = overflowY !== 'visible' || element.matches('.main');
    const clip = {
      top: cutsY ? Math.max(outer.top, own.top) : outer.top,
      right: cutsX ? Math.min(outer.right, own.right) : outer.right,
      bottom: cutsY ? Math.min(outer.bottom, own.bottom) : outer.bottom,
      left: cutsX ? Math.max(outer.left, own.left) : outer.left,
    };
    clips.set(element, clip);
    return clip;
  };
  const pathOf = (element: MeasuredElement, page: MeasuredElement): string => {
    const own = [element.localName, ...element.classList].join('.');
    return element === page || !element.parentElement ? own : `${pathOf(element.parentElement, page)} > ${own}`;
  };
  const lostOf = (element: MeasuredElement, text: MeasuredText | null, box: Box, clip: Box, slide: string): Lost => {
    const sides = [
      { side: 'top', lostPx: clip.top - box.top },
      { side: 'right', lostPx: box.right - clip.right },
      { side: 'bottom', lostPx: box.bottom - clip.bottom },
      { side: 'left', lostPx: clip.left - box.left },
    ] as const;
    const worst = sides.reduce((one, other) => (other.lostPx > one.lostPx ? other : one));
    return { element, text, slide, side: worst.side, lostPx: Math.round(worst.lostPx) };
  };
  const blockOf = (element: MeasuredElement): MeasuredElement => {
    const isInline = /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
    return isInline && element.parentElement ? blockOf(element.parentElement) : element;
  };
  // The words of one block, the first in an element, or the one of a text from there on: without labels.
  const wordsIn = (element: MeasuredElement, from: MeasuredText | null): string => {
    const walker = document.createTreeWalker(element, TEXT_NODES);
    let words = '';
    let block: MeasuredElement | null = null;
    let isReached = from === null;
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      isReached ||= text === from;
      const parent = text.parentElement;
      const label = parent?.closest(LABELS);
      const isLabel = label && label !== element && element.contains(label);
      if (!isReached || !parent || isLabel || parent.closest(UNMEASURED)) continue;
      if (block === null && text.data.trim() === '') continue;
      block ??= blockOf(parent);
      if (blockOf(parent) !== block) break;
      words += text.data;
    }
    return words.replace(/\s+/g, ' ').trim().slice(0, 60);
  };
  // What the program says itself is labelled, with what the author wrote for it, or with nothing: then the words around it count.
  const authoredWords = (element: MeasuredElement, text: MeasuredText | null, page: MeasuredElement): string => {
    const label = element.closest(LABELS);
    const written = text === null ? element.getAttribute('alt') : label?.getAttribute('data-label');
    const formula = element.closest('.katex')?.querySelector('annotation')?.textContent;
    if (written || formula) return written || formula || '';
    if (text !== null && !label) return wordsIn(blockOf(element), text);
    for (
      let around = (label ?? element).parentElement;
      around && page.contains(around);
      around = around.parentElement
    ) {
      const words = wordsIn(around, null);
      if (words !== '') return words;
    }
    return text?.data.trim() ?? '';
  };
  const measurePage = (page: MeasuredElement): readonly Lost[] => {
    const found: Lost[] = [];
    const slide = page.closest('article[id], section[id], .page[id]')?.id ?? '';
    const walker = document.createTreeWalker(page, TEXT_NODES);
    const range = document.createRange();
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement;
      if (!parent || text.data.trim() === '' || parent.closest(UNMEASURED)) continue;
      range.selectNodeContents(text);
      const clip = clipOf(parent, page);
      // A mark over the line takes no room: it stands in the line of what is beside it.
      const isMark = getComputedStyle(parent).lineHeight === '0px';
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2;
        const line = isMark ? { left: box.left, right: box.right, top: middle, bottom: middle } : box;
        found.push(lostOf(parent, text, line, clip, slide));
      }
    }
    for (const picture of page.querySelectorAll('img')) {
      if (!picture.parentElement || picture.closest(UNMEASURED)) continue;
      const clip = clipOf(picture.parentElement, page);
      // A picture that is not shown has no box: of two logos one is.
      for (const box of picture.getClientRects()) {
        found.push(lostOf(picture, null, box, clip, slide));
      }
    }
    return found.filter(({ lostPx }) => lostPx > TOLERANCE_PX);
  };

  return [...document.querySelectorAll(boxes)].flatMap((page) => {
    const found = measurePage(page);
    if (found.length === 0) return [];
    const { element, text, ...worst } = found.reduce((one, other) => (other.lostPx > one.lostPx ? other : one));
    return [{ ...worst, content: authoredWords(element, text, page), path: pathOf(element, page) }];
  });
}
