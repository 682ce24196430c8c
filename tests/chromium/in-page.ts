/** The little of the browser's document that the functions below use. */
interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
}
interface Style {
  readonly display: string;
  readonly lineHeight: string;
  readonly overflowX: string;
  readonly overflowY: string;
  readonly visibility: string;
  readonly transitionDuration: string;
  readonly animationName: string;
}
interface PageNode {
  readonly textContent: string | null;
  readonly parentElement: PageElement | null;
}
interface PageElement extends PageNode {
  readonly id: string;
  readonly tagName: string;
  readonly classList: { contains(name: string): boolean };
  getAttribute(name: string): string | null;
  getAttributeNames(): readonly string[];
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
  getBoundingClientRect(): Rect;
}
interface PageDocument {
  readonly fonts: { readonly ready: Promise<unknown> };
  readonly documentElement: PageElement & { readonly scrollWidth: number; readonly scrollHeight: number };
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createTreeWalker(root: PageElement, show: number): { nextNode(): PageNode | null };
  createRange(): { selectNodeContents(node: PageNode): void; getClientRects(): Iterable<Rect> };
  addEventListener(name: string, listener: (event: { readonly violatedDirective: string }) => void): void;
}
declare const document: PageDocument;
declare class DOMParser {
  parseFromString(text: string, type: string): PageDocument;
}
declare const innerWidth: number;
declare const innerHeight: number;
declare const location: { readonly hash: string };
declare function getComputedStyle(element: PageElement): Style;
declare function reportViolation(directive: string): void;

/** Where a deck stands. */
export interface Place {
  /** The id of the slide that shows. */
  readonly slide: string;
  /** How many of its steps have been clicked. */
  readonly step: number;
  /** The fragment of the address, decoded. */
  readonly hash: string;
}

/** Runs inside the page: where the deck stands. */
export function readPlace(): Place {
  const slide = document.querySelector('.slides > section.present');
  const shown = slide ? [...slide.querySelectorAll('[data-step].visible')] : [];
  const steps = new Set(shown.map((element) => element.getAttribute('data-step')));
  return { slide: slide?.id ?? '', step: steps.size, hash: decodeURIComponent(location.hash) };
}

/** A slide as the page holds it. */
export interface SlideInPage {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly text: string;
  /** Text of its `h1` and `h2`, with the tag: `h2 The road to the treaty`. */
  readonly headings: readonly string[];
  /** Text of the items of lists that hold no other list. */
  readonly items: readonly string[];
  readonly pictures: readonly string[];
  readonly links: readonly string[];
  /** Text of its tables: rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Text of everything that is one paragraph to a reader, the decoration left out. */
  readonly paragraphs: readonly string[];
}

/** Runs inside the page: the slides of a deck as its file has them, in order. */
export function readSlides(html: string): readonly SlideInPage[] {
  const file = new DOMParser().parseFromString(html, 'text/html');
  const textOf = (element: PageElement): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const attributes = (slide: PageElement, selector: string, name: string): readonly string[] =>
    [...slide.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
  const parts = [...file.querySelectorAll('.slides > section')];
  const drawn = parts.map((section) => ({ section, slide: section.querySelector('.slide') ?? section }));
  return drawn.map(({ section, slide }) => ({
    id: section.id,
    name: section.getAttribute('aria-label') ?? '',
    steps: new Set(attributes(slide, '[data-step]:not([data-step=""])', 'data-step')).size,
    text: slide.textContent ?? '',
    headings: [...slide.querySelectorAll('h1, h2')].map(
      (heading) => `${heading.tagName.toLowerCase()} ${textOf(heading)}`,
    ),
    items: [...slide.querySelectorAll('li:not(:has(li))')].map(textOf),
    pictures: attributes(slide, 'img', 'alt'),
    links: attributes(slide, 'a', 'href'),
    tables: [...slide.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map(textOf)),
    ),
    paragraphs: [...slide.querySelectorAll('p, h1, h2, h3, td, th, figcaption:not(:has(p)), pre')].map(textOf),
  }));
}

/** Runs inside the page: for each step of the slide that shows, its number and whether it can be seen. */
export function readSteps(): readonly (readonly [string, boolean])[] {
  const steps = document.querySelectorAll('section.present [data-step]:not([data-step=""])');
  return [...steps].map((step) => [
    step.getAttribute('data-step') ?? '',
    getComputedStyle(step).visibility === 'visible',
  ]);
}

/**
 * Runs inside the page: what of the slide that shows is lost or covered, one line each; nothing when all of it can be
 * read. Text and pictures are compared with the box of the slide and every box inside it that clips (scrollHeight
 * misses what such boxes swallow), and texts with each other.
 */
export async function findLostContent(): Promise<readonly string[]> {
  const TOLERANCE_PX = 1;
  const SHOW_TEXT = 4;
  await document.fonts.ready;
  const slide = document.querySelector('section.present .slide');
  if (!slide) return ['there is no slide'];

  const intersect = (one: Rect, other: Rect): Rect => {
    const [top, bottom] = [Math.max(one.top, other.top), Math.min(one.bottom, other.bottom)];
    return {
      left: Math.max(one.left, other.left),
      top,
      right: Math.min(one.right, other.right),
      bottom,
      height: bottom - top,
    };
  };
  const roomFor = (element: PageElement): Rect => {
    let room = slide.getBoundingClientRect();
    for (let box = element.parentElement; box && slide.contains(box); box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const across = overflowX === 'visible' ? room : edge;
      const down = overflowY === 'visible' ? room : edge;
      room = intersect(room, { left: across.left, right: across.right, top: down.top, bottom: down.bottom, height: 0 });
    }
    return room;
  };
  const lost = (name: string, { left, top, right, bottom }: Rect, room: Rect): readonly string[] =>
    Object.entries({
      left: room.left - left,
      top: room.top - top,
      right: right - room.right,
      bottom: bottom - room.bottom,
    })
      .filter(([, px]) => px > TOLERANCE_PX)
      .map(([side, px]) => `${name} sticks out by ${Math.round(px)} px at the ${side}`);

  const texts: { readonly name: string; readonly element: PageElement; readonly rect: Rect }[] = [];
  const walker = document.createTreeWalker(slide, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (!element || text === '' || getComputedStyle(element).visibility !== 'visible') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight);
    for (const rect of range.getClientRects()) {
      // The box of a text is as high as its font says, which is more than its line where lines are tight.
      const spare = Math.max(0, (rect.height - (Number.isNaN(lineHeight) ? rect.height : lineHeight)) / 2);
      const { left, right } = rect;
      const line = { left, right, top: rect.top + spare, bottom: rect.bottom - spare, height: rect.height - 2 * spare };
      texts.push({ name: `"${text.slice(0, 40)}"`, element, rect: line });
    }
  }
  const pictures = [...slide.querySelectorAll('img, table, pre')].flatMap((element) =>
    lost(element.tagName.toLowerCase(), element.getBoundingClientRect(), roomFor(element)),
  );
  const cut = texts.flatMap(({ name, element, rect }) => lost(name, rect, roomFor(element)));
  const covered = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => !one.element.contains(other.element) && !other.element.contains(one.element))
      .filter(({ rect }) => {
        const both = intersect(one.rect, rect);
        return both.right - both.left > 2 * TOLERANCE_PX && both.height > 2 * TOLERANCE_PX;
      })
      .map((other) => `${one.name} and ${other.name} lie on top of each other`),
  );
  return [...pictures, ...cut, ...covered];
}

/** How the slide that shows lies in the window; all in CSS px, the edges from the window's. */
export interface Fit {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly bottom: number;
  /** Whether the page is larger than the window. */
  readonly scrolls: boolean;
}

/** Runs inside the page: how the slide that shows fits the window. */
export function readFit(): Fit {
  const rect = document.querySelector('section.present .slide')?.getBoundingClientRect();
  const { left = 0, top = 0, right = 0, bottom = 0 } = rect ?? {};
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    left,
    top,
    width: right - left,
    height: bottom - top,
    right: innerWidth - right,
    bottom: innerHeight - bottom,
    scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
  };
}

/** Runs inside the page: the elements of the deck that move on their own, or when the slide changes. */
export function findMotion(): readonly string[] {
  return [...document.querySelectorAll('.reveal, .reveal *')]
    .filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return transitionDuration.split(', ').some((duration) => duration !== '0s') || animationName !== 'none';
    })
    .map((element) => `${element.tagName.toLowerCase()}#${element.id}`);
}

/** Runs inside the page, before anything else: tells `reportViolation` what the content security policy refused. */
export function watchPolicy(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => reportViolation(violatedDirective));
}

/**
 * Runs inside the page: elements and attributes that could do harm, one line each. The page has one script and one
 * style of its own, and its head is Rostrum's.
 */
export function findHarm(): readonly string[] {
  const FORBIDDEN =
    'body base, body embed, body form, body frame, body iframe, body input, body link, body meta, body object, ' +
    'body style, body template, .reveal script, foreignObject, animate, set';
  const ADDRESS = /^(?:https?:|mailto:|tel:|#)/;
  const describe = (element: PageElement, what: string): string => `${element.tagName.toLowerCase()} ${what}`;
  const elements = [...document.querySelectorAll(FORBIDDEN)].map((element) => describe(element, 'is there'));
  const links = [...document.querySelectorAll('a')]
    .map((link) => link.getAttribute('href') ?? '#')
    .filter((href) => !ADDRESS.test(href));
  const events = [...document.querySelectorAll('*')].flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'formaction')
      .map((name) => describe(element, `has ${name}`)),
  );
  return [...elements, ...links, ...events];
}
