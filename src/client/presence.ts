import { descriptionOf } from './description.ts';
import type { Talk } from './talk.ts';

/**
 * What a screen reader hears of a move, once: where the focus follows the slide, its name is read with it; where the
 * focus stays on a control, and for steps, a quiet region says it.
 */
export class Presence {
  readonly #talk: Talk;
  readonly #region = document.createElement('div');
  /** The slides that are called slides now. */
  readonly #named = new Set<HTMLElement>();
  #index = -1;
  #step = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#region.className = 'status visually-hidden';
    this.#region.setAttribute('role', 'status');
    document.body.append(this.#region);
  }

  /** Begins to listen. Last of all: with changes pending elsewhere, moving the focus costs more than all of them. */
  start(): void {
    this.#talk.on('view', () => this.#changeView());
    this.#talk.on('place', () => this.#follow());
  }

  /** Says something to who cannot see it. */
  say(text: string): void {
    this.#region.textContent = text;
  }

  #changeView(): void {
    const { view, place } = this.#talk;
    if (view === 'slides') this.#nameSlides(place.index);
    else for (const section of this.#named) this.#namePart(section);
    this.say('');
    this.#index = place.index;
    this.#step = place.step;
  }

  /** Names a slide, and its neighbours before they show: a name that comes with the slide would cost the move more. */
  #nameSlides(index: number): void {
    for (const near of [index, index - 1, index + 1]) this.#nameSlide(near);
  }

  /** Slides shown one at a time are called slides, with their place; each when it is first near. */
  #nameSlide(index: number): void {
    const { slides, words } = this.#talk;
    const section = slides.at(index);
    if (section === null || this.#named.has(section)) return;
    this.#named.add(section);
    section.dataset.title ??= section.ariaLabel ?? '';
    const { title = '' } = section.dataset;
    section.setAttribute('role', 'group');
    section.setAttribute('aria-roledescription', words.say('slide'));
    section.ariaLabel = words.say('slide-name', { number: index + 1, count: slides.count, title });
    section.tabIndex = -1;
  }

  /** In the column they are parts of a text. */
  #namePart(section: HTMLElement): void {
    this.#named.delete(section);
    for (const name of ['role', 'aria-roledescription', 'tabindex']) section.removeAttribute(name);
    section.ariaLabel = section.dataset.title ?? '';
  }

  #follow(): void {
    const { index, step } = this.#talk.place;
    // Of the first place the page itself tells.
    if (this.#talk.view !== 'slides' || this.#index === -1) return;
    if (index !== this.#index) this.#arrive(index);
    else if (step > this.#step) this.say(this.#newWords(index));
    else if (step < this.#step) this.say('');
    this.#index = index;
    this.#step = step;
  }

  #arrive(index: number): void {
    this.#nameSlides(index);
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
  const description = descriptionOf(element);
  if (description !== null) return ` ${description} `;
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? spokenText(node) : ` ${node.textContent ?? ''}`))
    .join('');
}
