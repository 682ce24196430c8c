/** Which of some elements has the focus; -1 for none. */
export function focusedAmong(elements: readonly Element[]): number {
  return document.activeElement === null ? -1 : elements.indexOf(document.activeElement);
}

/** Lets two arrows lead from one element to the next, and round; Home and End to the first and the last. */
export function moveRound(event: KeyboardEvent, elements: readonly HTMLElement[], back: string, forth: string): void {
  const at = focusedAmong(elements);
  const last = elements.length - 1;
  const targets: Readonly<Record<string, number>> = {
    [forth]: at === last ? 0 : at + 1,
    [back]: at <= 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  elements[target]?.focus();
}
