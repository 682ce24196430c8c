/** What is on over the slides, the last one on top: Escape ends one at a time. */
export class Layers {
  #closers: readonly (() => void)[] = [];

  /** Puts something on top; `close` ends it. */
  add(close: () => void): void {
    this.#closers = [...this.#closers, close];
  }

  remove(close: () => void): void {
    this.#closers = this.#closers.filter((other) => other !== close);
  }

  /** Ends what is on top; false when there is nothing. */
  closeTop(): boolean {
    const close = this.#closers[this.#closers.length - 1];
    if (close === undefined) return false;
    this.remove(close);
    close();
    return true;
  }
}
