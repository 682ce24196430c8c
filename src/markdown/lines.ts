/** Where the line after the one at `at` begins; the end of the text after the last line. */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** The line that begins at `at`, with its line break. */
export function lineAt(text: string, at: number): string {
  return text.slice(at, nextLine(text, at));
}
