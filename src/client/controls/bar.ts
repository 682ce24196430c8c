import { make, makeIconButton } from '../element.ts';
import { ICONS } from '../icons.ts';
import type { Talk } from '../talk.ts';
import { firstKey } from './key-labels.ts';
import type { Layers } from './layers.ts';
import { Menu } from './menu.ts';

/** What the bar of the reading view holds; the first with its name in words. */
const READING = ['present', 'search', 'list', 'help'] as const;

/**
 * The control bar: it stands on the margin of the slide, never on its content, and takes the place of the slide's own
 * number. In the reading view it is a smaller one.
 */
export class Bar {
  readonly #talk: Talk;
  readonly #bar = make('nav', 'bar');
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #place = make('span', '');
  readonly #forSlides: readonly HTMLElement[];
  #forReading: readonly HTMLElement[] = [];

  constructor(talk: Talk, layers: Layers) {
    this.#talk = talk;
    const { words } = talk;
    this.#bar.ariaLabel = words.say('controls');
    this.#previous = this.#button('previous', ICONS.previous);
    this.#next = this.#button('next', ICONS.next);
    const place = make('button', 'bar-place', this.#place, make('span', 'visually-hidden', ` ${words.say('list')}`));
    place.type = 'button';
    place.title = `${words.say('list')} (${this.#key('list')})`;
    place.addEventListener('click', () => talk.actions.withWord('list', 'slides')?.run());
    const menu = new Menu(talk, layers);
    this.#forSlides = [this.#previous, place, this.#next, menu.element];
    this.#bar.append(...this.#forSlides);
    document.body.append(this.#bar);
    talk.on('view', () => this.#updateView());
    talk.on('place', () => this.#updatePlace());
  }

  /** Shows the number that is being typed in place of the slide's; '' for none. */
  showTyped(digits: string): void {
    this.#bar.classList.toggle('is-typing', digits !== '');
    if (digits === '') this.#updatePlace();
    else this.#place.textContent = `→ ${digits}`;
  }

  #button(word: string, icon: string): HTMLButtonElement {
    const name = this.#talk.words.say(word);
    const button = makeIconButton(`bar-${word}`, { icon, name, key: this.#key(word) }, () => {
      if (button.ariaDisabled !== 'true') this.#talk.actions.withWord(word, this.#talk.view)?.run();
    });
    return button;
  }

  /** The first key of an action, in whichever view it has one. */
  #key(word: string): string {
    const { actions, words } = this.#talk;
    const action = actions.withWord(word, 'slides') ?? actions.withWord(word, 'reading');
    return firstKey(action, words);
  }

  #updateView(): void {
    const isReading = this.#talk.view === 'reading';
    if (isReading && this.#forReading.length === 0) {
      this.#forReading = READING.map((word) => this.#button(word, ICONS[word]));
      this.#forReading[0]?.append(make('span', '', this.#talk.words.say('present')));
      this.#bar.append(...this.#forReading);
    }
    for (const element of this.#forSlides) element.hidden = isReading;
    for (const element of this.#forReading) element.hidden = !isReading;
    this.#updatePlace();
  }

  #updatePlace(): void {
    const { place, slides, view, words } = this.#talk;
    if (view !== 'slides') return;
    this.#place.textContent = words.say('position', { number: place.index + 1, count: slides.count });
    // A disabled button would lose the focus.
    this.#previous.ariaDisabled = place.index === 0 && place.step === 0 ? 'true' : null;
  }
}
