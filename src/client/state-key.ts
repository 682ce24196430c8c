/** What the state of an element is kept under: its kind, its slide, and which of its kind on the slide it is. */
export function stateKey(element: HTMLElement, kind: string): string {
  const slide = element.closest('section[id]');
  const all = [...(slide?.querySelectorAll(`[data-${kind}]`) ?? [])];
  return `${kind} ${slide?.id ?? ''} ${all.indexOf(element)}`;
}
