/** What is read in place of an element and all in it; `null` where its content is read. */
export function descriptionOf(element: Element): string | null {
  if (element instanceof HTMLImageElement) return element.alt;
  return element.getAttribute('role') === 'img' ? element.getAttribute('aria-label') : null;
}
