import type { Action } from '../actions.ts';
import { make, makeIconButton } from '../element.ts';
import { drawIcon, ICONS } from '../icons.ts';
import type { Talk } from '../talk.ts';
import { firstKey } from './key-labels.ts';
import type { Layers } from './layers.ts';
import { moveRound } from './move-focus.ts';

/** A button that opens a list of all that has a picture and no place of its own in the bar. */
export class Menu {
  readonly element = make('div', 'bar-menu');
  readonly #talk: Talk;
  readonly #layers: Layers;
  readonly #button: HTMLButtonElement;
  readonly #list = make('ul', 'menu');
  readonly #close = (): void => this.#hide(true);

  constructor(talk: Talk, layers: Layers) {
    this.#talk = talk;
    this.#layers = layers;
    const name = talk.words.say('menu');
    this.#button = makeIconButton('bar-more', { icon: ICONS.menu, name }, () => {
      if (this.#list.hidden) this.#show();
      else this.#hide(true);
    });
    this.#button.ariaExpanded = 'false';
    this.#list.hidden = true;
    this.#list.setAttribute('role', 'list');
    this.element.append(this.#button, this.#list);
    this.#list.addEventListener('keydown', (event) => moveRound(event, this.#entries(), 'ArrowUp', 'ArrowDown'));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) this.#hide(false);
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.#hide(false);
    });
  }

  #show(): void {
    const actions = this.#talk.actions.in(this.#talk.view);
    this.#list.replaceChildren(
      ...actions.flatMap((action) => (action.icon === undefined ? [] : this.#entry(action, action.icon))),
    );
    this.#list.hidden = false;
    this.#button.ariaExpanded = 'true';
    this.#layers.add(this.#close);
    this.#entries()[0]?.focus();
  }

  #hide(isFocusKept: boolean): void {
    if (this.#list.hidden) return;
    if (isFocusKept) this.#button.focus();
    this.#list.hidden = true;
    this.#button.ariaExpanded = 'false';
    this.#layers.remove(this.#close);
  }

  #entry(action: Action, icon: string): HTMLLIElement {
    const { word, run, isOn } = action;
    const { words } = this.#talk;
    const shortcut = make('kbd', '', firstKey(action, words));
    shortcut.ariaHidden = 'true';
    const button = make('button', '', drawIcon(icon), make('span', '', words.say(word)), shortcut);
    button.type = 'button';
    if (isOn) button.ariaPressed = String(isOn());
    button.addEventListener('click', () => {
      this.#hide(true);
      run();
    });
    return make('li', '', button);
  }

  #entries(): readonly HTMLButtonElement[] {
    return [...this.#list.querySelectorAll('button')];
  }
}
