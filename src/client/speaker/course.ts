import type { Place } from '../stage.ts';
import { markSteps } from '../steps.ts';

/** The slides of a talk as the speaker's window draws them, and the order of their steps: where one comes to from where. */
export class Course {
  readonly #sections: readonly HTMLElement[];
  readonly #counts = new Map<number, number>();

  constructor(sections: readonly HTMLElement[]) {
    this.#sections = sections;
  }

  get slideCount(): number {
    return this.#sections.length;
  }

  titleOf(index: number): string {
    return this.#sections[index]?.getAttribute('aria-label') ?? '';
  }

  /** The slide with an id, its own or of something on it; -1 for none. */
  indexOf(id: string): number {
    return this.#sections.findIndex(
      (section) => section.id === id || [...section.querySelectorAll('[id]')].some((inner) => inner.id === id),
    );
  }

  /** The end of the address of a slide in the deck. */
  addressOf(index: number): string {
    return `#/${encodeURIComponent(this.#sections[index]?.id ?? '')}`;
  }

  /** How many clicks a slide takes before the next one. */
  stepsOf(index: number): number {
    const known = this.#counts.get(index);
    if (known !== undefined) return known;
    const section = this.#sections[index];
    if (section) markSteps(section);
    const count = section ? stepOrders(section).length : 0;
    this.#counts.set(index, count);
    return count;
  }

  /** The place after one; `null` at the end. */
  after({ index, step }: Place): Place | null {
    if (step < this.stepsOf(index)) return { index, step: step + 1 };
    return index + 1 < this.slideCount ? { index: index + 1, step: 0 } : null;
  }

  /** The place before one: of a slide that one comes back to, its last step. `null` at the beginning. */
  before({ index, step }: Place): Place | null {
    if (step > 0) return { index, step: step - 1 };
    return index > 0 ? { index: index - 1, step: this.stepsOf(index - 1) } : null;
  }

  /** The nearest place that there is. */
  clamped({ index, step }: Place): Place {
    const slide = Math.min(Math.max(0, index), Math.max(0, this.slideCount - 1));
    return { index: slide, step: Math.min(Math.max(0, step), this.stepsOf(slide)) };
  }

  /** A copy of a slide with so many of its steps shown. */
  draw({ index, step }: Place): HTMLElement | null {
    this.stepsOf(index);
    const section = this.#sections[index]?.cloneNode(true);
    if (!(section instanceof HTMLElement)) return null;
    section.classList.add('present');
    const orders = stepOrders(section);
    for (const fragment of section.querySelectorAll<HTMLElement>('.fragment')) {
      const rank = orders.indexOf(Number(fragment.dataset.fragmentIndex));
      fragment.classList.toggle('visible', rank < step);
      fragment.classList.toggle('current-fragment', rank === step - 1);
    }
    return section;
  }
}

/** The numbers that reveal.js gives the steps of a slide, each once, in order. */
function stepOrders(section: HTMLElement): readonly number[] {
  const fragments = [...section.querySelectorAll<HTMLElement>('.fragment')];
  return [...new Set(fragments.map(({ dataset }) => Number(dataset.fragmentIndex)))].sort((one, other) => one - other);
}
