/** Loads every face of the page that has a sign of a text, so that nothing is measured in another one. */
export async function loadFonts(text: string): Promise<void> {
  const faces = [...document.fonts].map(({ style, weight, family }) => `${style} ${weight} 20px ${quote(family)}`);
  await Promise.all([...new Set(faces)].map((face) => document.fonts.load(face, text)));
}

/** A family as a string of CSS: without quotation marks a name may have no word that begins with a digit. */
function quote(family: string): string {
  return `"${family.replace(/^(["'])(.*)\1$/, '$2')}"`;
}
