import type { Talk } from './talk.ts';

/**
 * What a screen reader hears of a move, once: where the focus follows the slide, its name is read with it; where the
 * focus stays on a control, and for steps, a quiet region says it.
 */
export class Presence {
  readonly #talk: Talk;
  readonly #region = document.createElement('div');
  #index = -1;
  #step = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#region.className = 'status visually-hidden';
    this.#region.setAttribute('role', 'status');
    document.body.append(this.#region);
    talk.on('view', () => this.#nameSlides());
    talk.on('place', () => this.#follow());
  }

  /** Says something to who cannot see it. */
  say(text: string): void {
    this.#region.textContent = text;
  }

  /** Slides shown one at a time are called slides, with their place; in the column they are parts of a text. */
  #nameSlides(): void {
    const { slides, words, view } = this.#talk;
    for (const [index, section] of slides.sections.entries()) {
      section.dataset.title ??= section.ariaLabel ?? '';
      const { title = '' } = section.dataset;
      if (view === 'slides') {
        section.setAttribute('role', 'group');
        section.setAttribute('aria-roledescription', words.say('slide'));
        section.ariaLabel = words.say('slide-name', { number: index + 1, count: slides.count, title });
        section.tabIndex = -1;
      } else {
        section.removeAttribute('role');
        section.removeAttribute('aria-roledescription');
        section.removeAttribute('tabindex');
        section.ariaLabel = title;
      }
    }
    this.say('');
    this.#index = this.#talk.place.index;
    this.#step = this.#talk.place.step;
  }

  #follow(): void {
    const { index, step } = this.#talk.place;
    if (this.#talk.view !== 'slides') return;
    if (index !== this.#index) this.#arrive(index);
    else if (step > this.#step) this.say(this.#newWords(index));
    else if (step < this.#step) this.say('');
    this.#index = index;
    this.#step = step;
  }

  #arrive(index: number): void {
    const section = this.#talk.slides.at(index);
    const { activeElement } = document;
    const isOnControl = activeElement !== null && activeElement.closest('.reveal, dialog') === null;
    if (activeElement === document.body || !isOnControl) {
      this.say('');
      section?.focus({ preventScroll: true });
    } else {
      this.say(section?.ariaLabel ?? '');
    }
  }

  /** The words that the last step has brought. */
  #newWords(index: number): string {
    const shown = this.#talk.slides.at(index)?.querySelectorAll<HTMLElement>('.current-fragment') ?? [];
    return [...shown].map(spokenText).join(' ').replace(/\s+/g, ' ').trim();
  }
}

/** The text of an element as it is read: descriptions for pictures, nothing of what is hidden. */
function spokenText(element: Element): string {
  if (element.getAttribute('aria-hidden') === 'true') return '';
  if (element instanceof HTMLImageElement) return ` ${element.alt} `;
  const label = element.getAttribute('role') === 'img' ? element.getAttribute('aria-label') : null;
  if (label !== null) return ` ${label} `;
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? spokenText(node) : ` ${node.textContent ?? ''}`))
    .join('');
}
