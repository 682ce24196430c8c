/** mermaid writes entities without an ampersand: `#9829;`, `#hearts;`. */
const ENTITY = /#(\w+);/g;

/** Loads every face of the page that has a sign of a text, so that nothing is measured in another one. */
export async function loadFonts(text: string): Promise<void> {
  const signs = text + decode(text);
  const faces = [...document.fonts].map(({ style, weight, family }) => `${style} ${weight} 20px ${family}`);
  await Promise.all([...new Set(faces)].map((face) => document.fonts.load(face, signs)));
}

function decode(text: string): string {
  const written = [...text.matchAll(ENTITY)].map(([, name = '']) => (/^\d+$/.test(name) ? `&#${name};` : `&${name};`));
  // In a document of its own, where nothing loads or runs.
  return new DOMParser().parseFromString(written.join(''), 'text/html').body.textContent ?? '';
}
