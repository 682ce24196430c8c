/** A line of text as it is drawn in a page. */
export interface DrawnText {
  /** The id of the slide; '' for what is on none. */
  readonly slide: string;
  /** The first words of the text that it is a line of. */
  readonly words: string;
  /** The element that holds it, and all around it up to its box, as CSS names them: `div.main > p`. */
  readonly path: string;
  readonly sizePx: number;
  /** Red, green, blue from 0 to 255, and how opaque it is, from 0 to 1. */
  readonly color: readonly [red: number, green: number, blue: number, opacity: number];
  /** In px, from the top left corner of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Two texts that lie on each other. */
export interface Overlap {
  readonly slide: string;
  readonly words: string;
  readonly path: string;
  readonly others: string;
  /** How high what they share is, in px. */
  readonly sharedPx: number;
}

/** What a page shows of its texts. */
export interface TextReport {
  readonly texts: readonly DrawnText[];
  /** The worst of each slide. */
  readonly overlaps: readonly Overlap[];
  /** Texts that are in the page and cannot be seen. */
  readonly unseen: readonly Pick<DrawnText, 'slide' | 'words' | 'path'>[];
}

/** Which texts of a page are read. */
export interface TextChoice {
  /** The boxes whose texts are read. */
  readonly boxes: string;
  /** What is left out of them; '' for nothing. */
  readonly without: string;
}

/** The little of the browser's document that is used here. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}
interface TextElement {
  readonly id: string;
  readonly localName: string;
  readonly classList: Iterable<string>;
  readonly parentElement: TextElement | null;
  closest(selector: string): TextElement | null;
  contains(other: TextElement): boolean;
}
interface TextNode {
  readonly data: string;
  readonly parentElement: TextElement | null;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<TextElement>;
  createRange(): { selectNodeContents(node: TextNode): void; getClientRects(): Iterable<Box> };
  createTreeWalker(root: TextElement, whatToShow: number): { nextNode(): TextNode | null };
};
declare const scrollX: number;
declare const scrollY: number;
declare function getComputedStyle(element: TextElement): {
  readonly color: string;
  readonly fill: string;
  readonly fontSize: string;
  readonly lineHeight: string;
  readonly opacity: string;
  readonly visibility: string;
};
interface Brush {
  fillStyle: string;
  clearRect(left: number, top: number, width: number, height: number): void;
  fillRect(left: number, top: number, width: number, height: number): void;
  getImageData(left: number, top: number, width: number, height: number): { readonly data: ArrayLike<number> };
}
declare class OffscreenCanvas {
  constructor(width: number, height: number);
  getContext(kind: '2d', options: { readonly willReadFrequently: boolean }): Brush;
}

/**
 * Runs inside a page: every line of text in its boxes, texts that lie on each other, and those that cannot be seen. A large
 * text that is decoration may lie under others. Puppeteer sends the function as text, so it holds all it needs.
 */
export function measureTexts({ boxes, without }: TextChoice): TextReport {
  const TEXT_NODES = 4;
  /** A line shares so much of its height with the next one where type is set tight. */
  const TOLERANCE_PX = 2;
  /** Decoration so many times as large as a text is its ground. */
  const GROUND_TIMES = 2;
  const NOT_TEXT = 'style, title, desc, script, .visually-hidden, .katex-mathml';
  /** What shows later, or in its place on paper. */
  const SHOWN_LATER =
    '[aria-hidden="true"], .quiz-answers, .option-answer, .media-paper, .step-end, .step-lines, details';
  const TRANSPARENT = 0.05;

  interface Line {
    readonly element: TextElement;
    readonly words: string;
    readonly sizePx: number;
    readonly isDecoration: boolean;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  }
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colors = new Map<string, readonly [number, number, number, number]>();
  const channelsOf = (color: string): readonly [number, number, number, number] => {
    const known = colors.get(color);
    if (known) return known;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const { data } = brush.getImageData(0, 0, 1, 1);
    const channels = [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0, (data[3] ?? 0) / 255] as const;
    colors.set(color, channels);
    return channels;
  };
  const opacities = new Map<TextElement, number>();
  const opacityOf = (element: TextElement): number => {
    const known = opacities.get(element);
    if (known !== undefined) return known;
    const around = element.parentElement ? opacityOf(element.parentElement) : 1;
    const opacity = around * Number(getComputedStyle(element).opacity);
    opacities.set(element, opacity);
    return opacity;
  };
  const pathOf = (element: TextElement, box: TextElement): string => {
    const own = [element.localName, ...element.classList].join('.');
    return element === box || !element.parentElement ? own : `${pathOf(element.parentElement, box)} > ${own}`;
  };
  const isNested = (one: TextElement, other: TextElement): boolean => one.contains(other) || other.contains(one);
  const isGround = (one: Line, other: Line): boolean => one.isDecoration && one.sizePx > GROUND_TIMES * other.sizePx;
  const sharedBy = (one: Line, other: Line): number => {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    return across <= TOLERANCE_PX ? 0 : Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  };
  const worstOverlap = (lines: readonly Line[], slide: string, box: TextElement): readonly Overlap[] => {
    let worst: Overlap | null = null;
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        const sharedPx = sharedBy(one, other);
        if (sharedPx <= Math.max(TOLERANCE_PX, worst?.sharedPx ?? 0)) continue;
        if (isNested(one.element, other.element) || isGround(one, other) || isGround(other, one)) continue;
        // The pieces of a formula are laid out by themselves.
        const formula = one.element.closest('.katex');
        if (formula !== null && formula === other.element.closest('.katex')) continue;
        // The footer is where it is to be: what comes down to it is at fault.
        const [at, under] = one.isDecoration ? [other, one] : [one, other];
        worst = {
          slide,
          words: at.words,
          path: pathOf(at.element, box),
          others: under.words,
          sharedPx: Math.round(sharedPx),
        };
      }
    }
    return worst === null ? [] : [worst];
  };

  const texts: DrawnText[] = [];
  const overlaps: Overlap[] = [];
  const unseen: Pick<DrawnText, 'slide' | 'words' | 'path'>[] = [];
  const range = document.createRange();
  for (const box of document.querySelectorAll(boxes)) {
    const lines: Line[] = [];
    const slideOf = (element: TextElement): string => element.closest('article[id], section[id], .page[id]')?.id ?? '';
    const walker = document.createTreeWalker(box, TEXT_NODES);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.data.trim() === '' || element.closest(NOT_TEXT)) continue;
      if (without !== '' && element.closest(without)) continue;
      const words = node.data.replace(/\s+/g, ' ').trim().slice(0, 60);
      const style = getComputedStyle(element);
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
      const opacity = opacityOf(element);
      const slide = slideOf(element);
      if (rects.length === 0 || style.visibility !== 'visible' || opacity < TRANSPARENT) {
        if (element.closest(SHOWN_LATER) === null) unseen.push({ slide, words, path: pathOf(element, box) });
        continue;
      }
      const sizePx = Number.parseFloat(style.fontSize);
      const [red, green, blue, alpha] = channelsOf(element.closest('svg') ? style.fill : style.color);
      const isDecoration = element.closest('[aria-hidden="true"]') !== null && element.closest('.katex-html') === null;
      const path = pathOf(element, box);
      for (const { left, top, right, bottom, width, height } of rects) {
        // The box of a text is as high as its font says, which is more than its line where lines are tight.
        const lineHeight = Number.parseFloat(style.lineHeight);
        const spare = Math.max(0, (height - (Number.isNaN(lineHeight) ? height : lineHeight)) / 2);
        const line = { left, right, top: top + spare, bottom: bottom - spare };
        lines.push({ element, words, sizePx, isDecoration, ...line });
        const place = { x: left + scrollX, y: line.top + scrollY, width, height: height - 2 * spare };
        texts.push({ slide, words, path, sizePx, color: [red, green, blue, alpha * opacity], ...place });
      }
    }
    overlaps.push(...worstOverlap(lines, slideOf(box), box));
  }
  return { texts, overlaps, unseen };
}
