import type { Talk } from '../talk.ts';

/** A number that is not finished in this time was not meant. */
const PATIENCE_MS = 4_000;
const MOST_DIGITS = 5;

/** The number of a slide, typed anywhere and finished by Enter. */
export class TypedNumber {
  readonly #talk: Talk;
  readonly #show: (digits: string) => void;
  #digits = '';
  #timer = 0;

  /** `show` is told what is typed so far, '' when it is over. */
  constructor(talk: Talk, show: (digits: string) => void) {
    this.#talk = talk;
    this.#show = show;
  }

  /** Takes a key, if it is part of a number; whether it was. */
  take(key: string): boolean {
    if (this.#talk.view !== 'slides') return false;
    if (/^\d$/.test(key)) this.#set((this.#digits + key).slice(0, MOST_DIGITS));
    else if (this.#digits === '') return false;
    else if (key === 'Enter') this.#go();
    else if (key === 'Backspace') this.#set(this.#digits.slice(0, -1));
    else {
      this.clear();
      return false;
    }
    return true;
  }

  /** Forgets what was typed; whether there was something. */
  clear(): boolean {
    if (this.#digits === '') return false;
    this.#set('');
    return true;
  }

  #go(): void {
    const { count } = this.#talk.slides;
    const number = Math.min(Math.max(Number(this.#digits), 1), count);
    this.#set('');
    this.#talk.go(number - 1);
  }

  #set(digits: string): void {
    this.#digits = digits;
    window.clearTimeout(this.#timer);
    if (digits !== '') this.#timer = window.setTimeout(() => this.#set(''), PATIENCE_MS);
    this.#show(digits);
  }
}
