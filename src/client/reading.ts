import { ReadingPlace } from './reading-place.ts';
import { ScrollBoxes } from './scroll-boxes.ts';
import type { Slides } from './slides.ts';
import type { Words } from './words.ts';

/** All slides in one column: what the reading view does beside showing them. */
export class Reading {
  readonly #slides: Slides;
  readonly #root: HTMLElement;
  readonly #place: ReadingPlace;
  readonly #boxes: ScrollBoxes;

  /** `moved` is told when another slide comes to the eyes of the reader. */
  constructor(root: HTMLElement, slides: Slides, words: Words, moved: (index: number) => void) {
    this.#root = root;
    this.#slides = slides;
    this.#place = new ReadingPlace(slides, moved);
    this.#boxes = new ScrollBoxes(root, words);
  }

  /** The slide that is read, from 0. */
  get index(): number {
    return this.#place.index;
  }

  /** Begins at a slide, or at something on it; all slides must stand in the document. */
  start(index: number, target: Element | null): void {
    this.#boxes.start();
    for (const film of this.#root.querySelectorAll<HTMLVideoElement>('.background > video')) showStill(film);
    if (index > 0 || target !== null || window.scrollY > 0) this.go(index, target);
    else this.#place.arrive(index);
    this.#place.start();
  }

  stop(): void {
    this.#place.stop();
    this.#boxes.stop();
  }

  go(index: number, target: Element | null = null): void {
    this.#place.go(index, target ?? this.#slides.at(index));
  }

  /** A new address: the browser itself goes to `#id`, and, on the way back, to where one was. */
  follow(index: number, hash: string): void {
    if (hash.startsWith('#/')) {
      if (index !== this.index) this.go(index);
    } else {
      this.#place.arrive(index);
    }
  }
}

/** A film behind a slide is a picture in a text: nothing moves beside what is read. */
function showStill(film: HTMLVideoElement): void {
  film.pause();
  film.preload = 'metadata';
}
