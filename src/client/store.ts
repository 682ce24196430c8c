/**
 * What a deck remembers in this tab, over a reload. Each talk has a key of its own, because all files of a disk share
 * one place. Where the browser keeps nothing, nothing is remembered.
 */
export class Store {
  readonly #prefix: string;
  readonly #storage: Storage | null;

  constructor(key: string, storage: () => Storage) {
    this.#prefix = `rostrum ${key} `;
    this.#storage = available(storage);
  }

  /** What was kept under a name; `null` for nothing. */
  recall(name: string): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(this.#prefix + name) ?? 'null');
    } catch {
      return null;
    }
  }

  keep(name: string, value: unknown): void {
    try {
      if (value === null) this.#storage?.removeItem(this.#prefix + name);
      else this.#storage?.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      // A full store forgets; the deck goes on.
    }
  }
}

/** Asking for storage throws where the person has forbidden it. */
function available(storage: () => Storage): Storage | null {
  try {
    return storage();
  } catch {
    return null;
  }
}
