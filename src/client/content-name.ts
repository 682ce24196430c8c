/** What the state of an element is kept under: its kind, and its place in the talk, which stays the same after a reload. */
export function contentName(kind: string, element: HTMLElement): string {
  const section = element.closest('section');
  const all = [...(section?.querySelectorAll(`[data-${kind}]`) ?? [])];
  return `${kind} ${section?.id ?? ''} ${all.indexOf(element)}`;
}
