/** Where an action stands in the sheet of keys. */
export type ActionGroup = 'move' | 'find' | 'show' | 'view';

/** Something that a person can do with a deck: what its keys do, and what the menu and the sheet of keys say of it. */
export interface Action {
  /** Its name among the words of the deck. */
  readonly word: string;
  /** As `KeyboardEvent.key` has them; letters are small, and `Shift+` stands before names and the space. */
  readonly keys: readonly string[];
  readonly group: ActionGroup;
  /** The view in which it makes sense. */
  readonly view: 'slides' | 'reading' | 'both';
  /** The path of its picture, in a square of 24; with one, it is in the menu. */
  readonly icon?: string;
  /** For what is on or off. */
  readonly isOn?: () => boolean;
  /** Whether a key that is held down does it again and again. */
  readonly repeats?: boolean;
  readonly run: () => void;
}

/** All that can be done with a deck, in the order of the sheet. Who adds a key adds it here. */
export class Actions {
  readonly #all: Action[] = [];

  add(...actions: readonly Action[]): void {
    this.#all.push(...actions);
  }

  /** What makes sense in a view. */
  in(view: 'slides' | 'reading'): readonly Action[] {
    return this.#all.filter((action) => action.view === 'both' || action.view === view);
  }

  /** What a key does in a view; the first that was added wins. */
  withKey(key: string, view: 'slides' | 'reading'): Action | null {
    return this.in(view).find(({ keys }) => keys.includes(key)) ?? null;
  }

  /** The action of a word, in a view. */
  withWord(word: string, view: 'slides' | 'reading'): Action | null {
    return this.in(view).find((action) => action.word === word) ?? null;
  }
}

/** What a press of a key is called in an action's `keys`. */
export function keyName(event: KeyboardEvent): string {
  if (event.key === ' ') return event.shiftKey ? 'Shift+ ' : ' ';
  if (event.key.length === 1) return event.key.toLowerCase();
  return event.shiftKey ? `Shift+${event.key}` : event.key;
}

/** Whether a key is one letter, digit or sign: those can be turned off (WCAG 2.1.4). */
export function isSingleKey(name: string): boolean {
  return [...name].length === 1 && name !== ' ';
}
