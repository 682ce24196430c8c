import { make } from '../element.ts';
import type { Presence } from '../presence.ts';
import type { Talk } from '../talk.ts';
import type { Layers } from './layers.ts';

/** A dot that follows mouse, finger or pen. It takes no clicks; a finger that draws it does not turn slides. */
export class Pointer {
  readonly #presence: Presence;
  readonly #talk: Talk;
  readonly #layers: Layers;
  readonly #end = (): void => this.#stop();
  readonly #follow = (event: PointerEvent): void => this.#moveTo(event.clientX, event.clientY);
  #dot: HTMLElement | null = null;

  constructor(talk: Talk, presence: Presence, layers: Layers) {
    this.#talk = talk;
    this.#presence = presence;
    this.#layers = layers;
    talk.on('view', () => {
      if (this.isOn) this.#stop();
    });
  }

  get isOn(): boolean {
    return this.#dot?.isConnected ?? false;
  }

  toggle(): void {
    if (this.isOn) this.#stop();
    else this.#start();
  }

  #start(): void {
    this.#dot ??= make('div', 'laser');
    this.#dot.ariaHidden = 'true';
    document.body.append(this.#dot);
    this.#moveTo(window.innerWidth / 2, window.innerHeight / 2);
    this.#mark(true);
    document.addEventListener('pointermove', this.#follow);
    document.addEventListener('pointerdown', this.#follow);
    this.#layers.add(this.#end);
    this.#presence.say(this.#talk.words.say('pointer-on'));
  }

  #stop(): void {
    this.#dot?.remove();
    this.#mark(false);
    document.removeEventListener('pointermove', this.#follow);
    document.removeEventListener('pointerdown', this.#follow);
    this.#layers.remove(this.#end);
    this.#presence.say(this.#talk.words.say('pointer-off'));
  }

  #moveTo(xPx: number, yPx: number): void {
    if (this.#dot) this.#dot.style.transform = `translate(${xPx}px, ${yPx}px)`;
  }

  #mark(isOn: boolean): void {
    document.documentElement.classList.toggle('is-pointing', isOn);
    // reveal.js's own word for it.
    document.querySelector('.reveal')?.toggleAttribute('data-prevent-swipe', isOn);
  }
}
