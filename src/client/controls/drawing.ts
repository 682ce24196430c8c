import type { Presence } from '../presence.ts';
import type { Talk } from '../talk.ts';
import { DrawingTools } from './drawing-tools.ts';
import type { Layers } from './layers.ts';
import { saveSketch } from './save-sketch.ts';
import { Sketch } from './sketch.ts';

/** Drawing on slides. What is drawn stays on its slide, whether one draws or not, until it is cleared. */
export class Drawing {
  readonly #talk: Talk;
  readonly #presence: Presence;
  readonly #layers: Layers;
  readonly #sketches = new Map<HTMLElement, Sketch>();
  readonly #asked = new Set<HTMLElement>();
  readonly #end = (): void => this.#stop();
  #tools: DrawingTools | null = null;
  #isOn = false;

  constructor(talk: Talk, presence: Presence, layers: Layers) {
    this.#talk = talk;
    this.#presence = presence;
    this.#layers = layers;
    talk.on('place', () => this.#arrive());
    talk.on('view', () => {
      if (this.#isOn && talk.view === 'reading') this.#stop();
      this.#arrive();
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(): void {
    if (this.#isOn) this.#stop();
    else this.#start();
  }

  #start(): void {
    this.#isOn = true;
    this.#tools ??= this.#buildTools();
    this.#tools.show();
    document.documentElement.classList.add('is-drawing');
    document.addEventListener('keydown', this.#undoByKey);
    this.#layers.add(this.#end);
    this.#arrive();
    this.#say('drawing-on');
  }

  #stop(): void {
    this.#isOn = false;
    const hadFocus = this.#tools?.hide() ?? false;
    document.documentElement.classList.remove('is-drawing');
    document.removeEventListener('keydown', this.#undoByKey);
    this.#layers.remove(this.#end);
    if (hadFocus) this.#section?.focus({ preventScroll: true });
    this.#say('drawing-off');
  }

  /** Shows what is kept for a slide the first time it is seen; while one draws, each slide can be drawn on. */
  #arrive(): void {
    const section = this.#section;
    if (section === null || this.#talk.view !== 'slides') return;
    const isKept = !this.#asked.has(section) && Sketch.isKept(section, this.#talk.store);
    this.#asked.add(section);
    if (isKept || this.#isOn) this.#sketchOf(section);
    if (this.#isOn) this.#update();
  }

  #sketchOf(section: HTMLElement): Sketch {
    const known = this.#sketches.get(section);
    if (known) return known;
    const sketch = new Sketch(section, this.#talk.slides.size, this.#talk.store);
    sketch.svg.addEventListener('pointerdown', (event) => {
      if (!this.#isOn || event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      sketch.follow(event, this.#tools?.pen ?? 'accent', () => this.#update());
    });
    this.#sketches.set(section, sketch);
    return sketch;
  }

  #buildTools(): DrawingTools {
    return new DrawingTools(this.#talk.words, {
      undo: () => this.#undo(),
      clear: () => {
        this.#present?.clear();
        this.#update();
        this.#say('drawing-cleared');
      },
      save: () => {
        const section = this.#section;
        if (section === null || this.#present === null) return;
        void saveSketch(this.#present, section, this.#talk.slides.size).then(() => this.#say('drawing-saved'));
      },
      close: () => this.#stop(),
    });
  }

  readonly #undoByKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    this.#undo();
  };

  #undo(): void {
    if (!this.#present?.canUndo) return;
    this.#present.undo();
    this.#update();
    this.#say('drawing-undone');
  }

  #update(): void {
    const sketch = this.#present;
    this.#tools?.update(sketch?.canUndo ?? false, (sketch?.strokes.length ?? 0) > 0);
  }

  get #section(): HTMLElement | null {
    return this.#talk.slides.at(this.#talk.place.index);
  }

  get #present(): Sketch | null {
    return this.#section === null ? null : (this.#sketches.get(this.#section) ?? null);
  }

  #say(word: string): void {
    this.#presence.say(this.#talk.words.say(word));
  }
}
