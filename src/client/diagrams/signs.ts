/** mermaid writes entities without an ampersand: `#9829;`, `#hearts;`. */
const ENTITY = /#(\w+);/g;
/** What mermaid leaves of those where labels are not HTML. */
const LEFT_OVER = /&#?\w+;/g;
/** Signs that could mean something to a parser of mermaid's: their entities stay until everything is drawn. */
const MEANINGFUL = /[<>"'`#;:{}()[\]|%&\\/~=\s-]/;
/** An icon of a font that no deck has. */
const ICON = /\bfa[bklrs]?:fa-[\w-]+[ \t]*/g;

/** The sign that an entity stands for. In a document of its own, where nothing loads or runs. */
function signOf(entity: string): string {
  return new DOMParser().parseFromString(entity, 'text/html').body.textContent ?? '';
}

/** A text with its signs in place of their entities, so that they are measured, and without icons. */
export function withSigns(text: string): string {
  const resolve = (entity: string, name: string): string => {
    const sign = signOf(/^\d+$/.test(name) ? `&#${name};` : `&${name};`);
    return [...sign].length !== 1 || MEANINGFUL.test(sign) ? entity : sign;
  };
  return text.replace(ENTITY, resolve).replace(ICON, '');
}

/** What was drawn of a text, with the signs that could not be there before. */
export function withLeftSigns(drawn: string): string {
  return drawn.replace(LEFT_OVER, signOf);
}
