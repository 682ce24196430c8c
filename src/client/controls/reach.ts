import type { Talk } from '../talk.ts';

/** Goes to a slide that was chosen in a window, and lets the focus follow, which the window had. */
export function reach(talk: Talk, index: number, step = 0): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  talk.go(index, step);
  const section = talk.slides.at(index);
  if (section === null) return;
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
}
