import { make } from '../element.ts';
import type { Talk } from '../talk.ts';
import { type SectionOfTalk, sectionsOf } from './sections.ts';

/**
 * Where the talk is, as a line at the lower edge: one piece for each section, as long as it has slides, filled up to
 * the present slide. Screen readers hear the place otherwise.
 */
export class Progress {
  readonly #talk: Talk;
  readonly #sections: readonly SectionOfTalk[];
  readonly #pieces: readonly HTMLElement[];
  #index = -1;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#sections = sectionsOf(talk.slides);
    this.#pieces = this.#sections.map(({ indices }) => {
      const piece = make('div', 'progress-section', make('div', 'progress-done'));
      piece.style.flexGrow = String(indices.length);
      return piece;
    });
    const line = make('div', 'talk-progress', ...this.#pieces);
    line.ariaHidden = 'true';
    document.body.append(line);
    talk.on('view', () => this.#update());
    talk.on('place', () => this.#update());
  }

  #update(): void {
    const { place, view } = this.#talk;
    if (view !== 'slides' || place.index === this.#index) return;
    this.#index = place.index;
    for (const [position, { indices }] of this.#sections.entries()) {
      const piece = this.#pieces[position];
      const done = piece?.firstElementChild;
      const seen = indices.filter((index) => index <= place.index).length;
      piece?.classList.toggle('is-present', indices.includes(place.index));
      if (done instanceof HTMLElement) done.style.width = `${(100 * seen) / indices.length}%`;
    }
  }
}
