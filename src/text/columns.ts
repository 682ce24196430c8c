/** A text in lines of at most `width` characters, broken between words alone; a word that is longer has a line for itself. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How rows are laid out. */
export interface RowLayout {
  /** How many spaces each line begins with. */
  readonly indent: number;
  /** The longest line, where words allow it. */
  readonly width: number;
}

/** Rows as lines, with their cells one under the other; the last cell of a row goes on under itself where it is long. */
export function alignRows(rows: readonly (readonly string[])[], { indent, width }: RowLayout): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.slice(0, -1).entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.flatMap((row) => {
    const cells = row.slice(0, -1).map((cell, index) => cell.padEnd((widths[index] ?? 0) + 2));
    const start = ' '.repeat(indent) + cells.join('');
    const lines = wrapWords(row.at(-1) ?? '', width - start.length);
    return lines.map((line, index) => `${index === 0 ? start : ' '.repeat(start.length)}${line}`.trimEnd());
  });
}

/** Words as a sentence has them: `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
