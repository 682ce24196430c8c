import { Actions } from './actions.ts';
import { nameInAddress } from './address.ts';
import { Contents } from './contents.ts';
import type { Slides } from './slides.ts';
import { type Place, Stage } from './stage.ts';
import type { Store } from './store.ts';
import type { Words } from './words.ts';

/** Slides one at a time, or all of them in one column to read. */
export type View = 'slides' | 'reading';

/** A screen that slides would be too small on: a telephone, or a window enlarged four times. */
const SMALL = '(max-width: 600px)';

/** Events of a talk: it came to another slide or step; its view changed. */
type TalkEvent = 'place' | 'view';

/** The talk as a person sees it: its view, its place, and how to move. What controls and contents work with. */
export class Talk {
  readonly slides: Slides;
  readonly words: Words;
  readonly store: Store;
  /** What can be done by keys, menu and bar; contents may add to it. */
  readonly actions = new Actions();
  readonly #events = new EventTarget();
  readonly #root = document.querySelector<HTMLElement>('.reveal') ?? document.body;
  readonly #contents = new Contents();
  #stage: Stage | null = null;
  /** Whether the view was chosen by the person, and stays when the window changes. */
  #isChosen = false;
  #isPrinting = false;

  constructor(slides: Slides, words: Words, store: Store) {
    this.slides = slides;
    this.words = words;
    this.store = store;
  }

  /** Shows the talk for the first time: at the slide that the address names, in the view last chosen. */
  async open(): Promise<void> {
    const small = window.matchMedia(SMALL);
    const chosen = this.store.recall('view');
    this.#isChosen = chosen === 'slides' || chosen === 'reading';
    const fitting = (): View => (small.matches ? 'reading' : 'slides');
    await this.#show(chosen === 'slides' || chosen === 'reading' ? chosen : fitting(), this.#firstPlace());
    small.addEventListener('change', () => {
      if (!this.#isChosen && !this.#isPrinting) void this.#show(fitting(), this.place);
    });
    window.addEventListener('hashchange', () => this.#followAddress());
    this.#root.addEventListener('click', (event) => this.#followLink(event), true);
    window.addEventListener('beforeprint', () => this.#startPrinting());
    window.addEventListener('afterprint', () => this.#endPrinting());
  }

  get view(): View {
    return this.#stage === null ? 'reading' : 'slides';
  }

  get place(): Place {
    return this.#stage?.place ?? { index: this.#indexInSight(), step: 0 };
  }

  /** Changes the view by the person's wish, which is kept. */
  async choose(view: View): Promise<void> {
    this.#isChosen = true;
    this.store.keep('view', view);
    if (view !== this.view) await this.#show(view, this.place);
  }

  next(): void {
    if (this.#stage) this.#stage.next();
    else this.go(this.place.index + 1);
  }

  previous(): void {
    if (this.#stage) this.#stage.previous();
    else this.go(this.place.index - 1);
  }

  /** Goes to a slide, from 0, with so many of its steps shown; nothing happens where there is none. */
  go(index: number, step = 0): void {
    if (this.#stage) this.#stage.go(index, step);
    else this.slides.at(index)?.scrollIntoView();
    if (this.view === 'reading') this.#tell('place');
  }

  on(event: TalkEvent, listener: () => void): void {
    this.#events.addEventListener(event, listener);
  }

  #tell(event: TalkEvent): void {
    this.#events.dispatchEvent(new Event(event));
  }

  /** The slide that the address names, else the first; with the steps that showed before a reload. */
  #firstPlace(): Place {
    const index = Math.max(0, this.slides.withHash(window.location.hash));
    const kept = this.store.recall('place') as Partial<Place> | null;
    return { index, step: kept?.index === index && typeof kept.step === 'number' ? kept.step : 0 };
  }

  async #show(view: View, place: Place): Promise<void> {
    const { classList } = document.documentElement;
    this.#stage?.stop();
    this.#stage = null;
    useStyle('style-of-slides', view === 'slides');
    useStyle('style-of-reading', view === 'reading');
    classList.toggle('is-slides', view === 'slides');
    classList.toggle('is-reading', view === 'reading');
    if (view === 'slides') {
      const isNamed = this.slides.withHash(window.location.hash) === place.index;
      if (!isNamed || place.index > 0) nameInAddress(this.slides.at(place.index));
      const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      const stage = new Stage(this.#root, this.slides, isCalm, {
        prepare: (section) => this.#contents.start(section, this),
        moved: () => this.#moved(),
      });
      this.#stage = stage;
      await stage.start(place);
    } else {
      classList.remove('is-starting');
      for (const section of this.slides.sections) this.#contents.start(section, this);
      if (place.index > 0) this.slides.at(place.index)?.scrollIntoView();
    }
    this.#tell('view');
  }

  #moved(): void {
    this.store.keep('place', this.place);
    this.#tell('place');
  }

  #followAddress(): void {
    const index = this.slides.withHash(window.location.hash);
    if (index === -1 || this.#stage === null) return;
    // One entry in the history for one move, however the address was written.
    nameInAddress(this.slides.at(index));
    if (index !== this.place.index) this.go(index);
  }

  /** A link to a slide that does not stand in the document leads there all the same. */
  #followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const index = link === null ? -1 : this.slides.withHash(link.getAttribute('href') ?? '');
    if (index === -1 || this.#stage === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.go(index);
  }

  /** The slide that is being read: the first whose end is well inside the window. */
  #indexInSight(): number {
    const edge = window.innerHeight / 3;
    const index = this.slides.sections.findIndex((section) => section.getBoundingClientRect().bottom > edge);
    return index === -1 ? this.slides.count - 1 : index;
  }

  /** Paper gets all slides, as they are read; the slide that shows comes back after it. */
  #startPrinting(): void {
    if (this.#stage === null) return;
    this.#isPrinting = true;
    void this.#show('reading', this.place);
  }

  #endPrinting(): void {
    if (!this.#isPrinting) return;
    this.#isPrinting = false;
    void this.#show('slides', this.#firstPlace());
  }
}

function useStyle(id: string, isUsed: boolean): void {
  const style = document.querySelector<HTMLStyleElement>(`#${id}`);
  if (style) style.media = isUsed ? 'all' : 'not all';
}
