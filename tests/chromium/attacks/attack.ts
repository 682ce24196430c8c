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

/** How many attacks a deck has when they share one. */
const IN_ONE_DECK = 8;

/** Attacks that are one slide each and are let pass, several to a deck: most of the time is spent in what draws them. */
export function inSharedDecks(attacks: readonly Attack[]): readonly Attack[] {
  const decks = Array.from({ length: Math.ceil(attacks.length / IN_ONE_DECK) }, (_, deck) =>
    attacks.slice(deck * IN_ONE_DECK, (deck + 1) * IN_ONE_DECK),
  );
  return decks.map((shared) => ({
    name: shared.map(({ name }) => name).join('; '),
    outline: shared.map(({ outline }, index) => `## Attack ${index + 1}\n\n${outline}`).join('\n\n'),
  }));
}
