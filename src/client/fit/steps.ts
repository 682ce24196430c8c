const LONGEST = 60;

/** The slide in its holder. */
export function slideIn(holder: Element): Element {
  return holder.querySelector('.slide') ?? holder;
}

/** Gives a slide the type of a step. */
export function setStep(holder: Element, step: number): void {
  const others = [...holder.classList].filter((name) => /^type-\d+$/.test(name));
  holder.classList.remove(...others);
  holder.classList.add(`type-${step}`);
}

/** The first words of an element, or what it shows. */
export function nameOf(element: Element): string {
  const words = element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return (words || (element.getAttribute('alt') ?? element.localName)).slice(0, LONGEST);
}
