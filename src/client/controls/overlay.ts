import { make, makeIconButton } from '../element.ts';
import { ICONS } from '../icons.ts';
import type { Words } from '../words.ts';

/**
 * A window over the slides, with a heading and a button that closes it. It is modal: what lies below is silent and does
 * not move, and the focus comes back to where it was.
 */
export class Overlay {
  readonly body = make('div', 'overlay-body');
  readonly #dialog = make('dialog', 'overlay');

  constructor(className: string, title: string, words: Words) {
    this.#dialog.classList.add(className);
    this.#dialog.ariaLabel = title;
    const names = { name: words.say('close'), key: words.say('key-escape') };
    const close = makeIconButton('overlay-close', { icon: ICONS.close, ...names }, () => this.close());
    const head = make('header', 'overlay-head', make('h2', '', title), close);
    this.#dialog.append(head, this.body);
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog && this.#isBeside(event)) this.close();
    });
    document.body.append(this.#dialog);
  }

  /** What scrolls when there is much in it. */
  get scroller(): HTMLElement {
    return this.#dialog;
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  open(): void {
    if (!this.isOpen) this.#dialog.showModal();
  }

  close(): void {
    this.#dialog.close();
  }

  /** Clicks on the ground around a dialog are told as its own. */
  #isBeside({ clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
}
