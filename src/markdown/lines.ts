/** Where the line after the one at `at` begins; the end of the text after the last line. */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** The line that begins at `at`, with its line break. */
export function lineAt(text: string, at: number): string {
  return text.slice(at, nextLine(text, at));
}

/** A line that begins a block of its own even right under a line of text: a heading, quotation, item, fence or closing tag. */
const INTERRUPTION = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|[-*+][ \t]+\S|1[.)][ \t]+\S|`{3}|~{3}|<\/[a-z])/i;

/** Whether a line ends the text above it, though no empty line stands between them. */
export function interrupts(line: string): boolean {
  return INTERRUPTION.test(line);
}
