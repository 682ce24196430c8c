/** What the controls of a deck say, in the language of the talk: the texts of `words/LANG.yaml` by name. */
export class Words {
  readonly #texts: Readonly<Record<string, string>>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.#texts = texts;
  }

  /** A text, with what stands in braces filled in. */
  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return (this.#texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
  }
}
