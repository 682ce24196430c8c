import Reveal from 'reveal.js';
import { moveAddress } from './address.ts';
import type { Slides } from './slides.ts';
import { hideEnded, lightLines, markSteps } from './steps.ts';

/** Where a deck stands: the slide, from 0, and how many of its steps show. */
export interface Place {
  readonly index: number;
  readonly step: number;
}

/** What a stage tells of itself. */
export interface StageListener {
  /** A slide is about to stand in the document for the first time. */
  prepare(section: HTMLElement): void;
  /** Another slide, or other steps, show. */
  moved(): void;
}

/** What reveal.js tells of a slide that is about to show: its place among the sections in the document. */
type ChangeEvent = Event & { readonly indexh?: number };

/**
 * Slides one at a time, by reveal.js. Each of its moves touches every slide in the document, which makes long decks slow:
 * so only the slide that shows, its neighbours and the one before it stand there. Before each move the sections are
 * put in place; reveal.js takes them for the whole deck.
 */
export class Stage {
  readonly #root: HTMLElement;
  readonly #container: HTMLElement;
  readonly #slides: Slides;
  readonly #reveal: InstanceType<typeof Reveal>;
  readonly #listener: StageListener;
  /** Stands before the others where reveal.js would otherwise find the next slide at the place of the last one. */
  readonly #spacer = document.createElement('section');
  readonly #prepared = new Set<number>();
  readonly #ending = new AbortController();
  #index = 0;
  #classes: readonly string[] = [];
  #isArranged = false;

  constructor(root: HTMLElement, slides: Slides, isCalm: boolean, listener: StageListener) {
    this.#root = root;
    this.#container = root.querySelector<HTMLElement>('.slides') ?? root;
    this.#slides = slides;
    this.#listener = listener;
    this.#reveal = new Reveal(root, {
      width: slides.size.widthPx,
      height: slides.size.heightPx,
      margin: 0,
      minScale: 0.1,
      maxScale: 10,
      center: false,
      hash: false,
      history: false,
      respondToHashChanges: false,
      fragmentInURL: false,
      postMessage: false,
      postMessageEvents: false,
      keyboard: false,
      controls: false,
      progress: false,
      slideNumber: false,
      overview: false,
      jumpToSlide: false,
      help: false,
      pause: false,
      touch: true,
      focusBodyOnPageVisibilityChange: false,
      transition: 'none',
      backgroundTransition: 'none',
      autoAnimate: !isCalm,
      scrollActivationWidth: 0,
      viewDistance: 2,
      mobileViewDistance: 2,
    });
  }

  /** Shows a slide. The address must name it. */
  async start({ index, step }: Place): Promise<void> {
    this.#arrange(index);
    this.#index = index;
    this.#describe(index);
    // reveal.js measures the window by its element, which must not be hidden any more: so only one slide is laid out.
    document.documentElement.classList.remove('is-starting');
    await this.#reveal.initialize();
    // reveal.js calls itself an application, which takes reading keys away, and says slides and steps in its own way.
    this.#root.removeAttribute('role');
    this.#root.querySelector('.aria-status')?.remove();
    // reveal.js sends its events to this element and leaves the listeners on it: the next stage would be led by them.
    const { signal } = this.#ending;
    this.#root.addEventListener('beforeslidechange', (event) => this.#redirect(event as ChangeEvent), { signal });
    for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden']) {
      this.#root.addEventListener(event, () => this.#arrived(), { signal });
    }
    if (step > 0) this.#reveal.navigateFragment(step - 1);
    this.#arrived();
  }

  get place(): Place {
    const shown = this.#slides.at(this.#index)?.querySelectorAll<HTMLElement>('.fragment.visible') ?? [];
    return { index: this.#index, step: new Set([...shown].map(({ dataset }) => dataset.fragmentIndex)).size };
  }

  next(): void {
    this.#reveal.next();
  }

  previous(): void {
    this.#reveal.prev();
  }

  /** Goes to a slide. Without a step it shows as one comes to it: forwards its first step, backwards its last. */
  go(index: number, step?: number): void {
    if (index < 0 || index >= this.#slides.count) return;
    if (index === this.#index) {
      if (step !== undefined) this.#reveal.navigateFragment(step - 1);
      return;
    }
    this.#leave(index);
    const position = this.#arrange(index);
    this.#index = index;
    this.#isArranged = true;
    this.#describe(index);
    this.#reveal.slide(position, 0, step === undefined ? undefined : step - 1);
    this.#isArranged = false;
  }

  layout(): void {
    this.#reveal.layout();
  }

  /** Puts all slides back into the document, as they came. */
  stop(): void {
    this.#ending.abort();
    this.#reveal.destroy();
    document.body.classList.remove(...this.#classes);
    putBack(this.#container, this.#slides.sections);
  }

  /** reveal.js moves by the places of sections in the document; the move is made anew by the places in the talk. */
  #redirect(event: ChangeEvent): void {
    if (this.#isArranged) return;
    event.preventDefault();
    const { children } = this.#container;
    const place = Math.min(Math.max(event.indexh ?? 0, 0), children.length - 1);
    const section = children[place] ?? null;
    this.go(section === this.#spacer ? this.#index - 1 : this.#slides.indexOf(section));
  }

  /**
   * What a browser does at once goes before what it may do later: with changes pending, each of these would let it work
   * out the style of the page once more.
   */
  #leave(index: number): void {
    const next = this.#slides.at(index);
    if (next !== null) moveAddress(next);
    const { activeElement } = document;
    const isOnSlide = this.#slides.at(this.#index)?.contains(activeElement) ?? false;
    if (isOnSlide && activeElement instanceof HTMLElement) activeElement.blur();
  }

  /**
   * Gives the page the classes of a slide: those of its `data-state`, which reveal.js would give it when the slide is laid
   * out already, and must then be once more; and what the bar must know of the slide.
   */
  #describe(index: number): void {
    const { body } = document;
    body.classList.remove(...this.#classes);
    this.#classes = pageClasses(this.#slides.at(index));
    body.classList.add(...this.#classes);
  }

  /** Puts a slide with its neighbours, and the slide that shows, in the document; gives its place there. */
  #arrange(target: number): number {
    const wanted = [this.#index, target - 1, target, target + 1].filter((index) => this.#slides.at(index) !== null);
    const order = [...new Set(wanted)].sort((one, other) => one - other);
    for (const index of order) this.#prepare(index);
    const sections = order.flatMap((index) => this.#slides.at(index) ?? []);
    const before = order.indexOf(target);
    // Where the place in the document stays the same, reveal.js sees no move.
    const isStill = before === this.#position() && target !== this.#index;
    setChildren(this.#container, isStill ? [this.#spacer, ...sections] : sections);
    return isStill ? before + 1 : before;
  }

  #position(): number {
    return this.#reveal.isReady() ? this.#reveal.getIndices().h : -1;
  }

  #prepare(index: number): void {
    const section = this.#slides.at(index);
    if (section === null || this.#prepared.has(index)) return;
    this.#prepared.add(index);
    // A neighbour does not show yet, but will with the next key.
    for (const picture of section.querySelectorAll('img')) picture.loading = 'eager';
    markSteps(section);
    this.#listener.prepare(section);
  }

  #arrived(): void {
    const section = this.#slides.at(this.#index);
    if (section !== null) {
      hideEnded(section);
      for (const code of section.querySelectorAll<HTMLElement>('[data-lit-steps]')) lightLines(code);
    }
    this.#listener.moved();
  }
}

/** Puts all slides into the document, as they came, whatever reveal.js has made of them. */
export function putBack(container: Element, sections: readonly HTMLElement[]): void {
  for (const section of sections) {
    section.classList.remove('past', 'present', 'future');
    for (const name of ['hidden', 'aria-hidden', 'inert', 'style']) section.removeAttribute(name);
  }
  container.removeAttribute('style');
  container.replaceChildren(...sections);
}

/** Gives a parent these children, in this order; those that are there already, in the same order, are not touched. */
function setChildren(parent: Element, children: readonly Element[]): void {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/** The classes that the page has while a slide shows. */
function pageClasses(section: HTMLElement | null): readonly string[] {
  if (section === null) return [];
  const classes = section.dataset.state?.split(' ') ?? [];
  for (const ground of ['on-dark', 'on-light']) if (section.classList.contains(ground)) classes.push(`slide-${ground}`);
  const alone = section.querySelector('.slide-figure-alone');
  if (alone !== null && alone.querySelector('figcaption') === null) classes.push('slide-is-full');
  return classes;
}
