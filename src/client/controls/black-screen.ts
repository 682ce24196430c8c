import { make } from '../element.ts';
import type { Words } from '../words.ts';

/** Nothing but black, until any key or a tap. What lies below is silent and does not move. */
export class BlackScreen {
  readonly #words: Words;
  #dialog: HTMLDialogElement | null = null;

  constructor(words: Words) {
    this.#words = words;
  }

  open(): void {
    this.#dialog ??= this.#build();
    this.#dialog.showModal();
  }

  #build(): HTMLDialogElement {
    const hint = make('span', 'visually-hidden', this.#words.say('black-hint'));
    const button = make('button', 'black-back', hint);
    button.type = 'button';
    const dialog = make('dialog', 'black-screen', button);
    dialog.ariaLabel = this.#words.say('black');
    dialog.addEventListener('click', () => dialog.close());
    dialog.addEventListener('keydown', (event) => {
      const isHeld = event.repeat || /^(?:Shift|Control|Alt|Meta|Tab)$/.test(event.key);
      if (isHeld || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      dialog.close();
    });
    document.body.append(dialog);
    return dialog;
  }
}
