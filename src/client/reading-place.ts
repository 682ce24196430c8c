import type { Slides } from './slides.ts';

/** The share of the window from its top where the eyes of a reader are taken to be. */
const EYES = 1 / 3;
/** How far a slide may move in the window, in CSS px, and still be where one arrived. */
const STILL_PX = 24;
/** Browsers let a page name its address a hundred times in half a minute (WebKit); this is below that. */
const LEAST_MS = 400;
/** For so many frames a slide is held at its place. */
const TRIES = 12;

/** Where a slide is held: its place in the window, how far the page is scrolled, and the address; `null` before the first frame. */
interface Held {
  readonly top: number;
  readonly y: number;
  readonly hash: string | null;
}

/**
 * Where a person reads: the slide that stands at the eyes, or the one that was gone to as long as nobody scrolls on;
 * at the end of the column, or for a slide of two lines, that is not the same.
 */
export class ReadingPlace {
  readonly #slides: Slides;
  readonly #moved: (index: number) => void;
  #index = 0;
  /** Where the slide that was gone to stood in the window then. */
  #arrivedAt = 0;
  #timer: number | undefined;
  readonly #onScroll = (): void => {
    this.#timer ??= window.setTimeout(() => this.#settle(), LEAST_MS);
  };

  /** `moved` is told when another slide comes to the eyes, at most every 400 ms. */
  constructor(slides: Slides, moved: (index: number) => void) {
    this.#slides = slides;
    this.#moved = moved;
  }

  /** The slide that is read, from 0. */
  get index(): number {
    const arrived = this.#slides.at(this.#index);
    const isStill = arrived !== null && Math.abs(topOf(arrived) - this.#arrivedAt) < STILL_PX;
    return isStill ? this.#index : this.#indexInSight();
  }

  /** Begins to follow; all slides must stand in the document. */
  start(): void {
    window.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  stop(): void {
    window.removeEventListener('scroll', this.#onScroll);
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Brings a slide, or something on it, to the top of the window. */
  go(index: number, target: Element | null = this.#slides.at(index)): void {
    this.#scrollTo(index, target, TRIES);
  }

  /** Takes the slide for the one that is read: the browser has scrolled to it. */
  arrive(index: number): void {
    this.#index = index;
    const section = this.#slides.at(index);
    this.#arrivedAt = section === null ? 0 : topOf(section);
  }

  #scrollTo(index: number, target: Element | null, tries: number): void {
    target?.scrollIntoView({ block: 'start', behavior: 'instant' });
    this.arrive(index);
    if (target !== null) this.#hold(index, target, { top: topOf(target), y: window.scrollY, hash: null }, tries);
  }

  /**
   * Slides that come near are laid out only then, and push this one away: so it is brought back, frame by frame, unless
   * the page was scrolled. A page that became shorter than where it stood was not. A link that was followed meanwhile has
   * changed the address before anybody is told of it.
   */
  #hold(index: number, target: Element, wanted: Held, tries: number): void {
    window.requestAnimationFrame(() => {
      const { hash } = window.location;
      if (this.#index !== index || tries === 0 || (wanted.hash ?? hash) !== hash) return;
      const isPushed = Math.abs(topOf(target) - wanted.top) > 1;
      const isScrolled = Math.abs(window.scrollY - wanted.y) > 1 && !isAtEnd();
      if (isPushed && isScrolled) return;
      if (isPushed) this.#scrollTo(index, target, tries - 1);
      else this.#hold(index, target, { ...wanted, y: window.scrollY, hash }, tries - 1);
    });
  }

  #settle(): void {
    this.#timer = undefined;
    const { index } = this;
    if (index === this.#index) return;
    this.arrive(index);
    this.#moved(index);
  }

  /** The first slide whose end is below the eyes; found by halves, because a long talk has a thousand of them. */
  #indexInSight(): number {
    const { sections } = this.#slides;
    if (window.scrollY > 0 && isAtEnd()) return sections.length - 1;
    const eyes = window.innerHeight * EYES;
    let first = 0;
    let last = sections.length - 1;
    while (first < last) {
      const middle = (first + last) >> 1;
      const section = sections[middle];
      if (section && section.getBoundingClientRect().bottom > eyes) last = middle;
      else first = middle + 1;
    }
    return Math.max(0, first);
  }
}

function isAtEnd(): boolean {
  return window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
