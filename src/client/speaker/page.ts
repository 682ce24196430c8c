/** A part of the speaker's page, by its name: no outline can write such an attribute. Throws when the page is not whole. */
export function partOf(name: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (element === null) throw new Error(`the speaker's page has no part "${name}"`);
  return element;
}
