/** Loads every face of the page that has a sign of a text, so that nothing is measured in another one. */
export async function loadFonts(text: string): Promise<void> {
  const faces = [...document.fonts].map(({ style, weight, family }) => `${style} ${weight} 20px ${family}`);
  await Promise.all([...new Set(faces)].map((face) => document.fonts.load(face, text)));
}
