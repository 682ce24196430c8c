/** At least so many ASCII characters for each other one: a reference takes up to three times the bytes of a character. */
const MOSTLY = 16;

/**
 * HTML with numeric character references (HTML Living Standard 13.1.4) for what is not ASCII, where there is little of it:
 * a browser reads ASCII in half the time, and a page of a thousand slides seldom has more than dashes and quotation marks
 * beside it. HTML in another script stays as it is. Not for the text of scripts and styles, which know no references.
 */
export function withReferences(html: string): string {
  const others = html.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (others === 0 || others * MOSTLY > html.length) return html;
  // A reference to a control character from 0x80 on would mean another character: HTML reads it as Windows-1252.
  return html.replace(/[^\0-\x9f]/gu, (character) => `&#${character.codePointAt(0)};`);
}
