import { make } from '../element.ts';
import type { Talk } from '../talk.ts';
import { focusedAmong } from './move-focus.ts';
import { Overlay } from './overlay.ts';
import { reach } from './reach.ts';
import { type SectionOfTalk, sectionsOf } from './sections.ts';
import { SlidePictures } from './slide-pictures.ts';

/** All slides with small pictures, by section. One of them is in the order of the Tab key; arrows lead to the others. */
export class SlideList {
  readonly #talk: Talk;
  readonly #entries: HTMLButtonElement[] = [];
  #overlay: Overlay | null = null;
  #current = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  open(): void {
    this.#overlay ??= this.#build();
    this.#overlay.open();
    const present = this.#talk.place.index;
    for (const [index, entry] of this.#entries.entries()) entry.ariaCurrent = index === present ? 'true' : null;
    this.#focus(present);
    this.#entries[present]?.scrollIntoView({ block: 'center' });
  }

  #build(): Overlay {
    const { words, slides } = this.#talk;
    const overlay = new Overlay('slide-list', words.say('list'), words);
    const pictures = new SlidePictures(overlay.scroller, slides.size);
    overlay.body.append(...sectionsOf(slides).map((section) => this.#section(section, pictures, overlay)));
    overlay.body.addEventListener('keydown', (event) => this.#move(event));
    return overlay;
  }

  #section({ title, indices }: SectionOfTalk, pictures: SlidePictures, overlay: Overlay): HTMLElement {
    const list = make('ol', '', ...indices.map((index) => make('li', '', this.#entry(index, pictures, overlay))));
    list.setAttribute('role', 'list');
    return make('section', '', ...(title === '' ? [] : [make('h3', '', title)]), list);
  }

  #entry(index: number, pictures: SlidePictures, overlay: Overlay): HTMLButtonElement {
    const { slides } = this.#talk;
    const section = slides.at(index);
    const picture = section === null ? null : pictures.add(section);
    const number = make('span', 'entry-number', String(index + 1));
    const title = make('span', 'entry-title', slides.titleOf(index));
    if (section?.lang) title.lang = section.lang;
    const entry = make('button', 'entry', ...(picture === null ? [] : [picture]), number, ' ', title);
    entry.type = 'button';
    entry.tabIndex = -1;
    entry.addEventListener('click', () => {
      overlay.close();
      reach(this.#talk, index);
    });
    this.#entries[index] = entry;
    return entry;
  }

  #focus(index: number): void {
    const before = this.#entries[this.#current];
    const entry = this.#entries[index];
    if (entry === undefined) return;
    if (before) before.tabIndex = -1;
    entry.tabIndex = 0;
    entry.focus();
    this.#current = index;
  }

  #move(event: KeyboardEvent): void {
    const at = focusedAmong(this.#entries);
    if (at === -1) return;
    const last = this.#entries.length - 1;
    const targets: Readonly<Record<string, () => number>> = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => this.#inNextRow(at, 1),
      ArrowUp: () => this.#inNextRow(at, -1),
      Home: () => 0,
      End: () => last,
    };
    const target = targets[event.key]?.();
    if (target === undefined) return;
    event.preventDefault();
    this.#focus(Math.min(Math.max(target, 0), last));
  }

  /** The entry above or below: that of the next row whose left edge is nearest. */
  #inNextRow(at: number, direction: 1 | -1): number {
    const edges = (index: number): DOMRect | undefined => this.#entries[index]?.getBoundingClientRect();
    const from = edges(at);
    let best = at;
    let row: number | null = null;
    for (let index = at + direction; from !== undefined; index += direction) {
      const here = edges(index);
      if (here === undefined) break;
      if (Math.abs(here.top - from.top) < 1) continue;
      row ??= here.top;
      if (Math.abs(here.top - row) >= 1) break;
      const isNearer = best === at || Math.abs(here.left - from.left) < Math.abs((edges(best)?.left ?? 0) - from.left);
      if (isNearer) best = index;
    }
    return best;
  }
}
