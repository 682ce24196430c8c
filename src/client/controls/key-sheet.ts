import type { Action, ActionGroup } from '../actions.ts';
import { isSingleKey } from '../actions.ts';
import { make } from '../element.ts';
import type { Talk } from '../talk.ts';
import { keyLabels } from './key-labels.ts';
import { Overlay } from './overlay.ts';
import type { Shortcuts } from './shortcuts.ts';

const GROUPS: readonly ActionGroup[] = ['move', 'find', 'show', 'view'];

/** All keys, by what they are for, drawn from the actions themselves; and a switch for those of one letter. */
export class KeySheet {
  readonly #talk: Talk;
  readonly #shortcuts: Shortcuts;
  #overlay: Overlay | null = null;

  constructor(talk: Talk, shortcuts: Shortcuts) {
    this.#talk = talk;
    this.#shortcuts = shortcuts;
  }

  open(): void {
    const { words } = this.#talk;
    this.#overlay ??= new Overlay('key-sheet', words.say('help'), words);
    const groups = make('div', 'key-groups', ...GROUPS.flatMap((group) => this.#group(group)));
    this.#overlay.body.replaceChildren(groups, this.#switch(groups));
    this.#overlay.open();
  }

  #group(group: ActionGroup): readonly HTMLElement[] {
    const { actions, view, words } = this.#talk;
    const rows = actions.in(view).flatMap((action) => (action.group === group ? this.#row(action) : []));
    // What has no key of its own.
    if (group === 'move' && view === 'slides') {
      rows.push(this.#entry('go-number', [words.say('digits'), words.say('key-enter')], 'is-single'));
      rows.push(this.#entry('swipe-move', [words.say('swipe')]));
    }
    if (group === 'view') rows.push(this.#entry('close-top', [words.say('key-escape')]));
    if (rows.length === 0) return [];
    return [make('section', '', make('h3', '', words.say(`group-${group}`)), make('dl', '', ...rows))];
  }

  #row({ word, keys }: Action): readonly HTMLElement[] {
    if (keys.length === 0) return [];
    const labels = keys.map((key) => {
      const parts = keyLabels(key, this.#talk.words).map((label) => make('kbd', '', label));
      const both = parts.flatMap((part, index) => (index === 0 ? [part] : [' + ', part]));
      return make('span', isSingleKey(key) ? 'key is-single' : 'key', ...both);
    });
    const spaced = labels.flatMap((label, index) => (index === 0 ? [label] : [' ', label]));
    return [make('div', '', make('dt', '', this.#talk.words.say(word)), make('dd', '', ...spaced))];
  }

  #entry(word: string, keys: readonly string[], kind = ''): HTMLElement {
    const labels = keys.map((key) => make('kbd', '', key)).flatMap((key, index) => (index === 0 ? [key] : [' ', key]));
    const name = make('dt', '', this.#talk.words.say(word));
    return make('div', '', name, make('dd', '', make('span', `key ${kind}`.trim(), ...labels)));
  }

  #switch(groups: HTMLElement): HTMLElement {
    const { words } = this.#talk;
    const input = make('input', '');
    input.type = 'checkbox';
    input.setAttribute('role', 'switch');
    const update = (): void => {
      groups.classList.toggle('is-without-single', !this.#shortcuts.areOn);
    };
    input.checked = this.#shortcuts.areOn;
    input.addEventListener('change', () => {
      this.#shortcuts.areOn = input.checked;
      update();
    });
    update();
    const label = make('label', 'key-switch', input, make('span', '', words.say('single-keys')));
    return make('div', 'key-setting', label, make('p', '', words.say('single-keys-hint')));
  }
}
