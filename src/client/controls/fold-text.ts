/** A text as it is compared, and where each of its parts stands in what was written. */
export interface FoldedText {
  readonly text: string;
  readonly original: string;
  /** For each UTF-16 unit of `text`, where the character it comes from begins in `original`; at last, its length. */
  readonly starts: readonly number[];
}

const SPACE = /\s/;
const JOINERS = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0e|\ufe0f/;
const ACCENT = /[\u0300-\u036f]/g;
/** Signs that people type otherwise than books print them. */
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};
const known = new Map<string, string>();

/**
 * A text without what does not count when it is looked for: case, accents of Latin, Greek and Cyrillic letters, wide and
 * narrow forms, kinds of spaces, dashes and quotation marks. The marks of kana count: they make other syllables.
 */
export function foldText(original: string): FoldedText {
  const starts: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    const isRepeated = folded === ' ' && (text === '' || text.endsWith(' '));
    if (!isRepeated) {
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) starts.push(at);
    }
    at += character.length;
  }
  starts.push(at);
  return { text, original, starts };
}

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = fold(character);
    known.set(character, folded);
  }
  return folded;
}

function fold(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (JOINERS.test(character)) return '';
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  const bare = character.normalize('NFKD').replace(ACCENT, '');
  // Other marks than accents are part of their letter.
  const composed = /\p{M}/u.test(bare) ? character.normalize('NFKC') : bare;
  // By way of capitals ß is ss, and both forms of sigma are one.
  return composed.toUpperCase().toLowerCase();
}
