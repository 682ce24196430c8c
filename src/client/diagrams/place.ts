/** A number that an attribute says; 0 where it says none. */
export function numberOf(element: Element, name: string): number {
  return Number.parseFloat(element.getAttribute(name) ?? '') || 0;
}

/** How far the transformation of an element moves it. */
export function translationOf(element: SVGGraphicsElement): { readonly x: number; readonly y: number } {
  const { e: x = 0, f: y = 0 } = element.transform.baseVal.consolidate()?.matrix ?? {};
  return { x, y };
}

/** Moves an element, whatever transforms it already. */
export function moveBy(element: SVGGraphicsElement, x: number, y: number): void {
  const before = element.getAttribute('transform') ?? '';
  element.setAttribute('transform', `translate(${x}, ${y}) ${before}`.trim());
}
