/** A text that means harm. */
export interface Attack {
  /** What it tries, in a few words. */
  readonly name: string;
  /** The outline that carries it; a slide that must still be there follows. */
  readonly outline: string;
  /** The fields of the talk, where the attack is in them. */
  readonly yaml?: string;
  /** Other files of the talk by their path from its folder, or where a link at that path leads. */
  readonly files?: Readonly<Record<string, string | { readonly link: string }>>;
  /** The rules that refuse it; without any, the deck is built and shows it harmless. */
  readonly refused?: readonly string[];
}
