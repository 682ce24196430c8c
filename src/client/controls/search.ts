import { make } from '../element.ts';
import type { Talk } from '../talk.ts';
import { type FoundSlide, findSlides, type SearchedSlide, type Stretch, termsOf } from './find-slides.ts';
import { foldText } from './fold-text.ts';
import { markForAMoment, rangesOf, stepWith } from './found-marks.ts';
import { focusedAmong } from './move-focus.ts';
import { Overlay } from './overlay.ts';
import { reach } from './reach.ts';
import { textPieces } from './slide-text.ts';

/** More are counted, but not listed. */
const MOST_LISTED = 100;
/** What does not show in a view: the notes of a handout are for the column. */
const HIDDEN = { slides: '.handout', reading: 'template' } as const;

/** Finds slides by their words, or by number. */
export class Search {
  readonly #talk: Talk;
  readonly #input = make('input', 'search-input');
  readonly #results = make('ol', 'search-results');
  readonly #status = make('p', 'search-status');
  readonly #searched = new Map<string, readonly SearchedSlide[]>();
  #overlay: Overlay | null = null;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  open(): void {
    this.#overlay ??= this.#build();
    this.#overlay.open();
    this.#input.focus();
    this.#input.select();
    this.#find();
  }

  #build(): Overlay {
    const { words } = this.#talk;
    const overlay = new Overlay('search', words.say('search'), words);
    this.#input.type = 'text';
    this.#input.autocomplete = 'off';
    this.#input.spellcheck = false;
    this.#input.enterKeyHint = 'go';
    this.#results.setAttribute('role', 'list');
    this.#status.setAttribute('role', 'status');
    const label = make('label', 'search-label', make('span', '', words.say('search-label')), this.#input);
    overlay.body.append(label, this.#status, this.#results);
    this.#input.addEventListener('input', () => this.#find());
    overlay.body.addEventListener('keydown', (event) => this.#move(event));
    return overlay;
  }

  #find(): void {
    const { words, view } = this.#talk;
    const query = this.#input.value;
    const found = findSlides(this.#slidesOf(view), query);
    const listed = found.slice(0, MOST_LISTED);
    this.#results.replaceChildren(...listed.map((slide) => this.#entry(slide)));
    const values = { count: found.length, shown: listed.length };
    if (query.trim() === '') this.#status.textContent = '';
    else if (found.length === 0) this.#status.textContent = words.say('found-none');
    else this.#status.textContent = words.say(found.length > listed.length ? 'found-first' : 'found', values);
  }

  /** The slides as they are searched in a view. */
  #slidesOf(view: 'slides' | 'reading'): readonly SearchedSlide[] {
    const known = this.#searched.get(view);
    if (known) return known;
    const { slides } = this.#talk;
    const searched = slides.sections.map((section, index) => ({
      index,
      title: foldText(slides.titleOf(index)),
      text: foldText(
        textPieces(section, `${HIDDEN[view]}, .heading`)
          .map(({ text }) => text)
          .join('')
          .trim(),
      ),
    }));
    this.#searched.set(view, searched);
    return searched;
  }

  #entry({ index, title, excerpt }: FoundSlide): HTMLLIElement {
    const number = make('span', 'entry-number', String(index + 1));
    const lines = make('span', 'search-lines', show('entry-title', title), ' ', show('search-excerpt', excerpt));
    const button = make('button', 'search-entry', number, ' ', lines);
    button.type = 'button';
    button.addEventListener('click', () => this.#choose(index));
    return make('li', '', button);
  }

  #choose(index: number): void {
    const section = this.#talk.slides.at(index);
    if (section === null) return;
    this.#overlay?.close();
    const terms = termsOf(this.#input.value);
    const hidden = HIDDEN[this.#talk.view];
    reach(this.#talk, index, stepWith(section, terms, hidden));
    markForAMoment(rangesOf(section, terms, hidden));
  }

  /** Enter goes to the first slide; arrows lead into the list and through it. */
  #move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const entries = [...this.#results.querySelectorAll('button')];
    const at = focusedAmong(entries);
    if (event.key === 'Enter' && at === -1) entries[0]?.click();
    else if (event.key === 'ArrowDown') entries[Math.min(at + 1, entries.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at > 0) entries[at - 1]?.focus();
    else if (event.key === 'ArrowUp' && at === 0) this.#input.focus();
    else return;
    event.preventDefault();
  }
}

function show(className: string, stretches: readonly Stretch[]): HTMLElement {
  const parts = stretches.map(({ text, isFound }) => (isFound ? make('mark', '', text) : text));
  return make('span', className, ...parts);
}
