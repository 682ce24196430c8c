import type { Store } from '../store.ts';

/** Whether keys of one letter or sign do anything: who speaks to the computer can turn them off, for this talk. */
export class Shortcuts {
  readonly #settings: Store;

  constructor(settings: Store) {
    this.#settings = settings;
  }

  get areOn(): boolean {
    return this.#settings.recall('shortcuts') !== false;
  }

  set areOn(areOn: boolean) {
    this.#settings.keep('shortcuts', areOn ? null : false);
  }
}
