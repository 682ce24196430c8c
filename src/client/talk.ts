import { Actions } from './actions.ts';
import { keepScrollOfReload, nameInAddress } from './address.ts';
import { isCalm } from './calm.ts';
import { Contents } from './contents.ts';
import { loadFonts, loadPictures } from './idle.ts';
import { markAddresses } from './print-addresses.ts';
import { Reading } from './reading.ts';
import type { Slides } from './slides.ts';
import { type Place, Stage } from './stage.ts';
import type { Store } from './store.ts';
import { useView, type View } from './view-styles.ts';
import type { Words } from './words.ts';

export type { View } from './view-styles.ts';

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
  readonly #reading: Reading;
  #stage: Stage | null = null;
  /** Where the slides were left: who comes back without having read on finds the same steps. */
  #left: Place = { index: 0, step: 0 };
  /** Whether the view was chosen by the person, and stays when the window changes. */
  #isChosen = false;
  /** What is shown again after printing; `null` when nothing is printed. */
  #printed: { readonly view: View; readonly place: Place } | null = null;

  constructor(slides: Slides, words: Words, store: Store) {
    this.slides = slides;
    this.words = words;
    this.store = store;
    this.#reading = new Reading(this.#root, slides, words, (index) => this.#readOn(index));
  }

  /** Shows the talk for the first time: at the slide that the address names, in the view last chosen. */
  async open(): Promise<void> {
    keepScrollOfReload();
    const small = window.matchMedia(SMALL);
    this.#contents.open(this.slides.sections, this);
    const chosen = this.store.recall('view');
    this.#isChosen = chosen === 'slides' || chosen === 'reading';
    const fitting = (): View => (small.matches ? 'reading' : 'slides');
    const view = chosen === 'slides' || chosen === 'reading' ? chosen : fitting();
    await this.#show(view, this.#firstPlace(), this.slides.elementWithHash(window.location.hash));
    const { sections } = this.slides;
    const { index } = this.place;
    void loadFonts();
    void loadPictures([...sections.slice(index), ...sections.slice(0, index)]);
    small.addEventListener('change', () => {
      if (!this.#isChosen && this.#printed === null && fitting() !== this.view) void this.#change(fitting());
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
    if (this.#stage) return this.#stage.place;
    const { index } = this.#reading;
    return { index, step: index === this.#left.index ? this.#left.step : 0 };
  }

  /** Changes the view by the person's wish, which is kept. */
  async choose(view: View): Promise<void> {
    this.#isChosen = true;
    this.store.keep('view', view);
    if (view !== this.view) await this.#change(view);
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
    else if (this.slides.at(index) !== null) {
      this.#reading.go(index);
      this.#readOn(index);
    }
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

  /** Changes the view at the place where it is; the focus that stood on a slide stands on it again. */
  async #change(view: View): Promise<void> {
    const { place } = this;
    await this.#show(view, place);
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    focusSection(this.slides.at(place.index));
    // A slide that gets the focus is laid out only then, which may push it away.
    if (this.#stage === null) this.#reading.go(place.index);
  }

  async #show(view: View, place: Place, target: Element | null = null): Promise<void> {
    const { classList } = document.documentElement;
    if (this.#stage) this.#stage.stop();
    else this.#reading.stop();
    this.#stage = null;
    useView(view);
    if (view === 'slides') {
      // reveal.js goes where the address says, and takes a number for a place in the document.
      nameInAddress(this.slides.at(place.index));
      const stage = new Stage(this.#root, this.slides, isCalm(), {
        prepare: (section) => this.#contents.start(section, this),
        moved: () => this.#moved(),
      });
      this.#stage = stage;
      await stage.start(place);
    } else {
      this.#left = place;
      for (const section of this.slides.sections) this.#contents.start(section, this);
      // What is not laid out cannot be scrolled to.
      classList.remove('is-starting');
      if (this.#printed === null) this.#reading.start(place.index, target);
    }
    this.#tell('view');
  }

  /** Another slide is read: the address and the memory of the tab follow, without another entry in the history. */
  #readOn(index: number): void {
    nameInAddress(this.slides.at(index));
    this.#moved();
  }

  #moved(): void {
    this.store.keep('place', this.place);
    this.#tell('place');
  }

  #followAddress(): void {
    const { hash } = window.location;
    const index = this.slides.withHash(hash);
    if (index === -1) return;
    if (this.#stage === null) {
      this.#reading.follow(index, hash);
      this.#moved();
      return;
    }
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

  /** Paper gets all slides, as they are read; the slide that shows comes back after it. */
  #startPrinting(): void {
    if (this.#printed !== null) return;
    const { view, place } = this;
    this.#printed = { view, place };
    if (view === 'slides') void this.#show('reading', place);
    else this.#reading.stop();
    markAddresses(this.#root);
  }

  #endPrinting(): void {
    const printed = this.#printed;
    this.#printed = null;
    if (printed?.view === 'slides') void this.#show('slides', printed.place);
    // The page was as wide as the paper, and what is at the eyes now may be another slide.
    else if (printed?.view === 'reading') this.#reading.start(printed.place.index, null);
  }
}

/** Puts the focus on a slide, which is no stop of the tab key: reading and tabbing go on from there. */
function focusSection(section: HTMLElement | null): void {
  if (section === null) return;
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
}
