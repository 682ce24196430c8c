import type { Place } from '../stage.ts';
import type { Desk } from './desk.ts';
import { partOf } from './page.ts';

/** How large notes can be, in rem. */
const SIZES = [0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 2.8, 3.4];
const USUAL_SIZE = 4;

/** The notes of the slide that shows: the part for its present step is marked, and in sight. */
export class NotesPanel {
  readonly #desk: Desk;
  readonly #text = partOf('notes');
  readonly #notes = [...document.querySelectorAll<HTMLElement>('.note')];
  #size: number;
  #shown = -1;

  constructor(desk: Desk) {
    this.#desk = desk;
    const kept = desk.preferences.recall('text-size');
    this.#size = typeof kept === 'number' && SIZES[kept] !== undefined ? kept : USUAL_SIZE;
    this.resize(0);
    this.#text.addEventListener('click', (event) => this.#follow(event));
  }

  show({ index, step }: Place): void {
    if (index !== this.#shown) {
      for (const [number, note] of this.#notes.entries()) note.classList.toggle('is-shown', number === index);
      this.#text.scrollTop = 0;
      this.#shown = index;
    }
    const parts = [...(this.#notes[index]?.querySelectorAll<HTMLElement>('.said') ?? [])];
    const isTied = parts.some(({ dataset }) => dataset.step !== '');
    const present = isTied ? presentPart(parts, step) : undefined;
    for (const part of parts) {
      const isPresent = part === present;
      if (isPresent && !part.classList.contains('is-present')) this.#bringIntoSight(part);
      part.classList.toggle('is-present', isPresent);
      if (isPresent) part.setAttribute('aria-current', 'step');
      else part.removeAttribute('aria-current');
    }
    this.#text.classList.toggle('is-tied', isTied);
  }

  resize(steps: number): void {
    this.#size = Math.min(SIZES.length - 1, Math.max(0, this.#size + steps));
    this.#desk.preferences.keep('text-size', this.#size);
    this.#text.style.fontSize = `${SIZES[this.#size]}rem`;
    for (const part of this.#text.querySelectorAll<HTMLElement>('.said.is-present')) this.#bringIntoSight(part);
  }

  /** With a little of what stands before it, so that one sees where one comes from. */
  #bringIntoSight(part: HTMLElement): void {
    const room = this.#text.getBoundingClientRect();
    const { top } = part.getBoundingClientRect();
    this.#text.scrollTop += top - room.top - room.height / 8;
  }

  /** A link to a slide leads the talk there; any other one opens beside this window, and never in its place. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const address = link?.getAttribute('href') ?? '';
    if (link === null || address === '') return;
    event.preventDefault();
    if (!address.startsWith('#')) {
      window.open(link.href, '_blank', 'noopener,noreferrer');
      return;
    }
    const index = this.#desk.course.indexOf(address.slice(1));
    if (index !== -1) this.#desk.guide.go(index);
  }
}

/** The last part that the steps which show have come to; parts without a step are said before the first click. */
function presentPart(parts: readonly HTMLElement[], step: number): HTMLElement | undefined {
  const orderOf = ({ dataset }: HTMLElement): number => Number(dataset.step);
  const reached = parts.filter((part) => orderOf(part) <= step);
  const latest = Math.max(...reached.map(orderOf));
  return reached.find((part) => orderOf(part) === latest);
}
