import { isCalm } from '../calm.ts';
import { registerContent } from '../contents.ts';
import { iconButton, SIGNS, showSign } from '../icon-button.ts';
import type { Talk } from '../talk.ts';

/** After the last touch of a person the talk waits so long before it goes on by itself. */
const REST_MS = 60_000;
/** While something holds the talk up, it is asked so often whether it still does. */
const RETRY_MS = 1_000;

let isStarted = false;

/** A talk that goes on by itself, in a hall or a shop window; one for the whole page. */
registerContent({
  selector: '[data-kiosk]',
  start(_section, talk) {
    if (!isStarted) new Kiosk(talk);
    isStarted = true;
  },
});

class Kiosk {
  readonly #talk: Talk;
  readonly #button: HTMLButtonElement;
  #timer = 0;
  #restsUntil = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
    this.#button = iconButton('pause', '', () => this.#toggle());
    this.#button.classList.add('kiosk-button');
    document.body.append(this.#button);
    for (const event of ['place', 'view'] as const) talk.on(event, () => this.#update());
    for (const event of ['pointerdown', 'wheel', 'keydown'] as const) {
      document.addEventListener(event, (input) => this.#rest(input), { capture: true, passive: true });
    }
    talk.actions.add({
      word: 'kiosk',
      keys: ['a'],
      group: 'show',
      view: 'slides',
      icon: SIGNS.play,
      isOn: () => this.#isRunning,
      run: () => this.#toggle(),
    });
  }

  get #isRunning(): boolean {
    const kept = this.#talk.store.recall('kiosk');
    return typeof kept === 'boolean' ? kept : !isCalm();
  }

  #toggle(): void {
    this.#talk.store.keep('kiosk', !this.#isRunning);
    this.#restsUntil = 0;
    this.#update();
  }

  /** Whoever touches the deck looks at something: the talk waits. The button says itself what is to happen. */
  #rest({ target }: Event): void {
    if (target instanceof Node && this.#button.contains(target)) return;
    this.#restsUntil = performance.now() + REST_MS;
  }

  #update(): void {
    const { view, words } = this.#talk;
    this.#button.hidden = view !== 'slides';
    if (this.#isRunning) showSign(this.#button, 'pause', words.say('kiosk-pause'));
    else showSign(this.#button, 'play', words.say('kiosk-play'));
    window.clearTimeout(this.#timer);
    if (this.#isRunning && view === 'slides') this.#wait(this.#seconds * 1000);
  }

  get #seconds(): number {
    const { slides, place } = this.#talk;
    return Number(slides.at(place.index)?.dataset.kiosk ?? 0);
  }

  #wait(milliseconds: number): void {
    this.#timer = window.setTimeout(() => {
      if (this.#isHeld()) this.#wait(RETRY_MS);
      else this.#advance();
    }, milliseconds);
  }

  #isHeld(): boolean {
    if (performance.now() < this.#restsUntil || document.querySelector('dialog[open]') !== null) return true;
    const players = document.querySelectorAll<HTMLMediaElement>('[data-media]');
    return [...players].some((media) => !media.paused && !media.loop);
  }

  /** The next step; after the last one, the first slide. */
  #advance(): void {
    const { place: before } = this.#talk;
    this.#talk.next();
    const { place: after } = this.#talk;
    if (after.index === before.index && after.step === before.step) this.#talk.go(0);
  }
}
