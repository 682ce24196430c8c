import { registerContent } from '../contents.ts';
import { findNumber, partOfNumber } from '../counting.ts';
import { make } from '../element.ts';
import type { Talk } from '../talk.ts';

const DURATION_MS = 1400;

/**
 * A number that counts up to itself when it comes to be seen. The number stays where it is, unseen for the moment: so it
 * keeps its room, and its name for who does not see it. What counts is a copy over it.
 */
class Counter {
  readonly #root: HTMLElement;
  readonly #talk: Talk;
  readonly #number: HTMLElement;
  readonly #written: string;
  readonly #decimal: string;
  readonly #slide: number;
  #isShown = false;
  #index = -1;
  #frame = 0;

  constructor(root: HTMLElement, talk: Talk, number: HTMLElement) {
    this.#root = root;
    this.#talk = talk;
    this.#number = number;
    this.#written = number.textContent ?? '';
    const lang = root.closest('[lang]')?.getAttribute('lang') ?? 'en';
    this.#decimal = new Intl.NumberFormat(lang).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
    this.#slide = talk.slides.indexOf(root.closest('section'));
    talk.on('place', () => this.#follow());
    talk.on('view', () => this.#follow());
  }

  /** Counts when it comes to be seen, but not on the way back: there all is as it was left. */
  #follow(): void {
    const { index } = this.#talk.place;
    const isShown =
      this.#talk.view === 'slides' && index === this.#slide && this.#root.closest('.fragment:not(.visible)') === null;
    const isBack = this.#index > this.#slide;
    if (isShown && !this.#isShown && !isBack) this.#count();
    if (!isShown) this.#stop();
    this.#isShown = isShown;
    this.#index = index;
  }

  #count(): void {
    // Where the system gives all colours, nothing can be unseen by its colour.
    if (window.matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active)').matches) return;
    this.#stop();
    const copy = make('span', 'count-up-copy');
    copy.ariaHidden = 'true';
    copy.style.color = getComputedStyle(this.#number).color;
    this.#number.append(copy);
    const room = this.#number.offsetWidth;
    this.#number.classList.add('is-counting');
    const start = performance.now();
    const show = (now: number): void => {
      const time = Math.min(1, Math.max(0, (now - start) / DURATION_MS));
      copy.textContent = partOfNumber(this.#written, 1 - (1 - time) ** 3, this.#decimal);
      // The digits of some faces differ in width: wider ones than the last are set a little closer.
      copy.style.transform = `scaleX(${Math.min(1, room / Math.max(1, copy.offsetWidth))})`;
      if (time < 1) this.#frame = requestAnimationFrame(show);
      else this.#stop();
    };
    show(start);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#number.classList.remove('is-counting');
    this.#number.querySelector('.count-up-copy')?.remove();
  }
}

/** Puts the digits of an element into one of their own; `null` where it has none. */
function wrapNumber(root: HTMLElement): HTMLElement | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const found = findNumber(text.textContent ?? '');
    if (found === null) continue;
    const number = make('span', 'count-up-number');
    number.textContent = found.number;
    text.parentNode?.replaceChild(number, text);
    number.before(found.before);
    number.after(found.after);
    return number;
  }
  return null;
}

registerContent({
  selector: '[data-count-up]',
  start(root, talk) {
    const number = wrapNumber(root);
    if (number) new Counter(root, talk, number);
  },
});
