import { clockText, timeInWords } from '../clock.ts';
import { contentButton } from '../content-button.ts';
import { registerContent } from '../contents.ts';
import { make } from '../element.ts';
import { stateKey } from '../state-key.ts';
import type { Talk } from '../talk.ts';

const TICK_MS = 200;
const MINUTE = 60;

/** What says how the time goes to who does not see it, on whatever slide; and what shows it there. */
let region: HTMLElement | null = null;
let corner: HTMLElement | null = null;

function say(text: string): void {
  if (region === null) {
    region = make('div', 'visually-hidden');
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = text;
}

/** A countdown: it goes on while other slides are shown, and over a reload. */
class Countdown {
  readonly #talk: Talk;
  readonly #root: HTMLElement;
  readonly #key: string;
  readonly #lang: string;
  readonly #whole: number;
  readonly #slide: number;
  readonly #clock: HTMLElement;
  readonly #over = make('p', 'countdown-over');
  readonly #toggle: HTMLButtonElement;
  readonly #chip: HTMLButtonElement;
  /** When it ends, in milliseconds of the system's clock; `null` while it stands still. */
  #end: number | null = null;
  /** In seconds, while it stands still. */
  #left: number;
  #told = 0;
  #timer = 0;

  constructor(root: HTMLElement, talk: Talk) {
    this.#root = root;
    this.#talk = talk;
    this.#key = stateKey(root, 'countdown');
    this.#lang = root.closest('[lang]')?.getAttribute('lang') ?? 'en';
    this.#whole = Number(root.dataset.countdown);
    this.#left = this.#whole;
    this.#slide = talk.slides.indexOf(root.closest('section'));
    this.#clock = root.querySelector<HTMLElement>('.countdown-time') ?? make('p', 'countdown-time');
    this.#clock.setAttribute('role', 'timer');
    this.#toggle = contentButton('', () => this.#press());
    this.#chip = make('button', 'countdown-chip');
    this.#chip.type = 'button';
    this.#chip.addEventListener('click', () => talk.go(this.#slide));
    const reset = contentButton(talk.words.say('countdown-reset'), () => this.#reset());
    const controls = make('div', 'countdown-controls');
    controls.append(this.#toggle, reset);
    root.append(this.#over, controls);
    talk.on('place', () => this.#show());
    talk.on('view', () => this.#show());
    this.#recall();
  }

  get #seconds(): number {
    if (this.#end === null) return this.#left;
    return Math.max(0, Math.ceil((this.#end - Date.now()) / 1000));
  }

  #recall(): void {
    const kept = this.#talk.store.recall(this.#key) as { end?: unknown; left?: unknown } | null;
    if (typeof kept?.left === 'number') this.#left = Math.min(Math.max(0, kept.left), this.#whole);
    if (typeof kept?.end === 'number' && kept.end - Date.now() <= this.#whole * 1000) this.#run(kept.end);
    else this.#show();
  }

  #press(): void {
    const { words } = this.#talk;
    if (this.#end !== null) {
      this.#halt(this.#seconds);
      say(words.say('countdown-paused', { time: timeInWords(this.#left, this.#lang) }));
      return;
    }
    const seconds = this.#left === 0 ? this.#whole : this.#left;
    this.#run(Date.now() + seconds * 1000);
    say(words.say('countdown-left', { time: timeInWords(seconds, this.#lang) }));
  }

  #reset(): void {
    this.#halt(this.#whole);
    say(timeInWords(this.#whole, this.#lang));
  }

  #run(end: number): void {
    this.#end = end;
    this.#told = this.#seconds;
    this.#talk.store.keep(this.#key, { end, left: this.#left });
    window.clearInterval(this.#timer);
    this.#timer = window.setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
  }

  #halt(left: number): void {
    window.clearInterval(this.#timer);
    this.#end = null;
    this.#left = left;
    this.#talk.store.keep(this.#key, left === this.#whole ? null : { end: null, left });
    this.#show();
  }

  /** Each full minute is told, and the end. */
  #tick(): void {
    const seconds = this.#seconds;
    const { words } = this.#talk;
    if (seconds === 0) {
      this.#halt(0);
      say(words.say('countdown-over'));
      return;
    }
    const isFullMinute = seconds % MINUTE === 0 && seconds !== this.#told;
    if (isFullMinute) say(words.say('countdown-left', { time: timeInWords(seconds, this.#lang) }));
    this.#told = seconds;
    this.#show();
  }

  #show(): void {
    const { words } = this.#talk;
    const seconds = this.#seconds;
    const isOver = seconds === 0;
    const isBegun = seconds < this.#whole;
    setText(this.#clock, clockText(seconds));
    setText(this.#over, isOver ? words.say('countdown-over') : '');
    const state = this.#end !== null ? 'pause' : isBegun && !isOver ? 'resume' : 'start';
    setText(this.#toggle, words.say(`countdown-${state}`));
    this.#toggle.classList.toggle('is-main', state !== 'pause');
    this.#root.classList.toggle('has-ended', isOver);
    this.#root.classList.toggle('is-running', this.#end !== null);
    this.#showChip(isOver);
  }

  /** While another slide shows, the time stands in the corner. */
  #showChip(isOver: boolean): void {
    const isElsewhere = this.#talk.view === 'slides' && this.#talk.place.index !== this.#slide;
    if (!isElsewhere || (this.#end === null && !isOver)) {
      this.#chip.remove();
      return;
    }
    const { words } = this.#talk;
    const text = isOver ? words.say('countdown-over') : clockText(this.#seconds);
    setText(this.#chip, text);
    this.#chip.ariaLabel = isOver ? text : words.say('countdown-show', { time: text });
    this.#chip.classList.toggle('has-ended', isOver);
    if (this.#chip.isConnected) return;
    corner ??= document.body.appendChild(make('div', 'countdown-corner'));
    corner.append(this.#chip);
  }
}

function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

registerContent({ selector: '[data-countdown]', isEager: true, start: (root, talk) => void new Countdown(root, talk) });
