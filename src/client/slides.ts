import { nameIn } from './address.ts';

/** How large all slides are, in CSS px, before they are enlarged. */
export interface SlideSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The slides of the page, in order, whether they stand in the document or not. */
export class Slides {
  readonly sections: readonly HTMLElement[];
  readonly size: SlideSize;
  readonly #indices: ReadonlyMap<Element, number>;
  #byId: ReadonlyMap<string, number> | null = null;

  constructor(sections: readonly HTMLElement[], size: SlideSize) {
    this.sections = sections;
    this.size = size;
    this.#indices = new Map(sections.map((section, index) => [section, index]));
  }

  get count(): number {
    return this.sections.length;
  }

  at(index: number): HTMLElement | null {
    return this.sections[index] ?? null;
  }

  /** Where a slide stands, from 0; -1 for an element that is no slide. */
  indexOf(section: Element | null): number {
    return section === null ? -1 : (this.#indices.get(section) ?? -1);
  }

  /** The name of a slide. */
  titleOf(index: number): string {
    return this.at(index)?.dataset.title ?? this.at(index)?.ariaLabel ?? '';
  }

  /** The slide that an id means: its own, or that of something on it. */
  withId(id: string): number {
    const inDocument = this.indexOf(document.getElementById(id)?.closest('.slides > section') ?? null);
    if (inDocument !== -1) return inDocument;
    this.#byId ??= new Map(
      this.sections
        .flatMap((section, index) =>
          [section, ...section.querySelectorAll('[id]')].map(({ id }) => [id, index] as const),
        )
        .reverse(),
    );
    return this.#byId.get(id) ?? -1;
  }

  /** The slide that the end of an address means, as `#/id`, `#id`, or `#/7` by its number; -1 for none. */
  withHash(hash: string): number {
    const name = nameIn(hash);
    if (name === '') return -1;
    const byId = this.withId(name);
    if (byId !== -1 || !/^\d+$/.test(name)) return byId;
    const index = Number(name) - 1;
    return index >= 0 && index < this.count ? index : -1;
  }

  /** The element that the end of an address names, while it stands in the document: a slide, or something on it. */
  elementWithHash(hash: string): Element | null {
    return hash === '' ? null : document.getElementById(nameIn(hash));
  }
}
