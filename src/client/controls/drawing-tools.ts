import { make, makeIconButton, nameButton } from '../element.ts';
import { ICONS } from '../icons.ts';
import type { Words } from '../words.ts';
import { moveRound } from './move-focus.ts';
import { PENS, type Pen } from './strokes.ts';

/** What the tools do. */
export interface DrawingTasks {
  readonly undo: () => void;
  readonly clear: () => void;
  readonly save: () => void;
  readonly close: () => void;
}

/** The toolbar of drawing: one stop of the Tab key, arrows lead through it (WAI-ARIA Authoring Practices, toolbar). */
export class DrawingTools {
  readonly #bar = make('div', 'drawing-tools');
  readonly #pens: ReadonlyMap<Pen, HTMLButtonElement>;
  readonly #undo: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;
  readonly #save: HTMLButtonElement;
  #pen: Pen = 'accent';

  constructor(words: Words, tasks: DrawingTasks) {
    this.#bar.setAttribute('role', 'toolbar');
    this.#bar.ariaLabel = words.say('drawing-tools');
    this.#pens = new Map(PENS.map((pen) => [pen, this.#penButton(pen, words)]));
    this.#undo = task('undo', 'undo', tasks.undo);
    this.#clear = task('clear', 'clear', tasks.clear);
    this.#save = task('save', 'save', tasks.save);
    const close = task('close', 'drawing-end', tasks.close, words.say('key-escape'));
    this.#bar.append(...this.#pens.values(), this.#undo, this.#clear, this.#save, close);
    this.#bar.addEventListener('keydown', (event) => moveRound(event, this.#buttons(), 'ArrowLeft', 'ArrowRight'));
    this.#bar.addEventListener('focusin', ({ target }) => this.#keepStop(target));
    this.#keepStop(this.#bar.firstElementChild);
    this.#choose('accent');

    function task(
      icon: 'undo' | 'clear' | 'save' | 'close',
      word: string,
      run: () => void,
      key = '',
    ): HTMLButtonElement {
      const look = { icon: ICONS[icon], name: words.say(word), key };
      const button = makeIconButton(`drawing-${icon}`, look, () => {
        if (button.ariaDisabled !== 'true') run();
      });
      return button;
    }
  }

  /** What one draws with. */
  get pen(): Pen {
    return this.#pen;
  }

  /** Stands first in the control bar, so that the Tab key comes to it before the other controls. */
  show(): void {
    document.querySelector('.bar')?.prepend(this.#bar);
  }

  /** Whether the focus was in it. */
  hide(): boolean {
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#bar.remove();
    return hadFocus;
  }

  /** What can be done now. A tool that cannot be used keeps its place, and the focus. */
  update(canUndo: boolean, hasStrokes: boolean): void {
    this.#undo.ariaDisabled = canUndo ? null : 'true';
    for (const button of [this.#clear, this.#save]) button.ariaDisabled = hasStrokes ? null : 'true';
  }

  #penButton(pen: Pen, words: Words): HTMLButtonElement {
    const button = make('button', 'drawing-pen', make('span', `drawing-colour pen-${pen}`));
    button.type = 'button';
    nameButton(button, words.say(`pen-${pen}`));
    button.addEventListener('click', () => this.#choose(pen));
    return button;
  }

  #choose(pen: Pen): void {
    this.#pen = pen;
    for (const [name, button] of this.#pens) button.ariaPressed = String(name === pen);
  }

  #buttons(): readonly HTMLButtonElement[] {
    return [...this.#bar.querySelectorAll('button')];
  }

  #keepStop(target: EventTarget | null): void {
    for (const button of this.#buttons()) button.tabIndex = button === target ? 0 : -1;
  }
}
