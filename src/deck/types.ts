/** The built web page and its assets: path in the deck's folder -> bytes. `index.html` is always there. */
export interface Deck {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Files that pages of a talk refer to, by their path beside the page. */
export type Assets = ReadonlyMap<string, Uint8Array>;
