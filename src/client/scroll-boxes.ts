import type { Words } from './words.ts';

/** What may be wider than the column, and then scrolls in a box of its own. */
const BOXES = '.table, .chart, .diagram, .formula, pre, .scroll-box';
const BOX_CLASS = 'scroll-box';

/**
 * Boxes of the reading view that scroll sideways. Where something is wider than its box, the keyboard must reach it to
 * scroll it, and who hears it should know what it is (WCAG 2.1.1, 4.1.2); a box that shows all it has is no stop.
 */
export class ScrollBoxes {
  readonly #root: HTMLElement;
  readonly #words: Words;
  readonly #marked = new Map<Element, readonly string[]>();
  readonly #observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) this.#mark(target);
  });

  constructor(root: HTMLElement, words: Words) {
    this.#root = root;
    this.#words = words;
  }

  start(): void {
    for (const table of this.#root.querySelectorAll('table')) if (table.closest(BOXES) === null) wrap(table);
    for (const box of this.#root.querySelectorAll(BOXES)) this.#observer.observe(box);
  }

  /** Leaves the slides as they were. */
  stop(): void {
    this.#observer.disconnect();
    for (const box of this.#marked.keys()) this.#unmark(box);
    for (const box of this.#root.querySelectorAll(`.${BOX_CLASS}`)) box.replaceWith(...box.childNodes);
  }

  #mark(box: HTMLElement): void {
    const isWide = box.scrollWidth > box.clientWidth + 1;
    if (!isWide) this.#unmark(box);
    else if (!this.#marked.has(box)) {
      const wanted = { tabindex: '0', role: 'region', 'aria-label': this.#nameOf(box) };
      // A chart or a diagram says already what it is.
      const added = Object.entries(wanted).filter(([name]) => !box.hasAttribute(name));
      for (const [name, value] of added) box.setAttribute(name, value);
      this.#marked.set(
        box,
        added.map(([name]) => name),
      );
    }
  }

  #unmark(box: Element): void {
    for (const name of this.#marked.get(box) ?? []) box.removeAttribute(name);
    this.#marked.delete(box);
  }

  /** The caption, else the title of the slide; no two boxes of a slide have the same name. */
  #nameOf(box: Element): string {
    const section = box.closest('section');
    const caption = box.querySelector('caption, figcaption')?.textContent?.trim() ?? '';
    const title = caption === '' ? (section?.dataset.title ?? '') : caption;
    const name = this.#words.say('scrolls', { title });
    const others = [...(section?.querySelectorAll(BOXES) ?? [])];
    return others.length < 2 ? name : `${name} (${others.indexOf(box) + 1})`;
  }
}

function wrap(table: HTMLTableElement): void {
  const box = document.createElement('div');
  box.className = BOX_CLASS;
  table.replaceWith(box);
  box.append(table);
}
