import { contentButton } from '../content-button.ts';
import { registerContent } from '../contents.ts';
import { make } from '../element.ts';
import { keepQuiz, QUIZ_CHANGED, QUIZZES_CLEARED, type QuizState, recallQuiz, UNANSWERED } from '../quiz-state.ts';
import type { Talk } from '../talk.ts';

/** One option as it stands on the slide. */
interface Option {
  readonly input: HTMLInputElement;
  readonly answer: HTMLElement | null;
  readonly isRight: boolean;
}

/** A question: options to choose, a button that checks them, and what is said then. */
class Quiz {
  readonly #root: HTMLElement;
  readonly #talk: Talk;
  readonly #options: readonly Option[];
  readonly #button: HTMLButtonElement;
  readonly #result = make('p', 'quiz-result');
  #isChecked = false;

  constructor(root: HTMLElement, talk: Talk) {
    this.#root = root;
    this.#talk = talk;
    const isMultiple = root.classList.contains('quiz-multiple');
    const slide = root.closest<HTMLElement>('section');
    root.setAttribute('role', isMultiple ? 'group' : 'radiogroup');
    root.ariaLabel = slide?.querySelector('.heading')?.textContent ?? slide?.ariaLabel ?? '';
    const name = `quiz-${slide?.id ?? ''}`;
    const items = [...root.querySelectorAll<HTMLElement>('.option')];
    this.#options = items.map((item, index) => makeOption(item, isMultiple ? 'checkbox' : 'radio', name, index));
    this.#button = contentButton('', (event) => this.#press(event));
    this.#result.setAttribute('role', 'status');
    const controls = make('div', 'quiz-controls');
    controls.append(this.#button, this.#result);
    root.querySelector('.quiz-answers')?.replaceWith(controls);
    root.addEventListener('change', () => this.#choose());
    root.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener(QUIZZES_CLEARED, () => this.#restore(UNANSWERED));
    this.#restore(recallQuiz(root, talk));
    root.classList.add('is-started');
  }

  get #chosen(): readonly number[] {
    return this.#options.flatMap(({ input }, index) => (input.checked ? [index] : []));
  }

  get #isRight(): boolean {
    return this.#options.every(({ input, isRight }) => input.checked === isRight);
  }

  #restore({ chosen, isChecked }: QuizState): void {
    for (const [index, { input }] of this.#options.entries()) input.checked = chosen.includes(index);
    this.#isChecked = isChecked;
    this.#update();
  }

  /** A second click of a double one does not take the answer back. */
  #press({ detail }: MouseEvent): void {
    if (detail > 1) return;
    if (this.#isChecked) {
      for (const { input } of this.#options) input.checked = false;
      this.#isChecked = false;
      this.#update();
    } else this.#check();
  }

  #check(): void {
    if (this.#chosen.length === 0) {
      this.#result.textContent = this.#talk.words.say('quiz-choose');
      return;
    }
    this.#isChecked = true;
    this.#update();
  }

  #choose(): void {
    this.#isChecked = false;
    this.#update();
  }

  /** Enter checks; the keys that have no meaning in a group of options turn the slides, as a clicker does. */
  #key(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') this.#check();
    else if (event.key === 'PageDown') this.#talk.next();
    else if (event.key === 'PageUp') this.#talk.previous();
    else return;
    event.preventDefault();
  }

  #update(): void {
    const { words } = this.#talk;
    const state = { chosen: this.#chosen, isChecked: this.#isChecked, isRight: this.#isChecked && this.#isRight };
    this.#root.classList.toggle('is-checked', this.#isChecked);
    this.#button.textContent = words.say(this.#isChecked ? 'quiz-again' : 'quiz-check');
    this.#button.classList.toggle('is-main', !this.#isChecked);
    this.#result.classList.toggle('is-right', state.isRight);
    this.#result.textContent = this.#isChecked ? this.#verdict() : '';
    const sign = this.#root.querySelector(`.option${state.isRight ? '.is-right' : ':not(.is-right)'} .option-sign`);
    if (this.#isChecked && sign) this.#result.prepend(sign.cloneNode(true), ' ');
    for (const { input, answer } of this.#options) {
      if (this.#isChecked && answer) input.setAttribute('aria-describedby', answer.id);
      else input.removeAttribute('aria-describedby');
    }
    keepQuiz(this.#root, this.#talk, state);
    document.dispatchEvent(new Event(QUIZ_CHANGED));
  }

  #verdict(): string {
    const { words } = this.#talk;
    if (this.#isRight) return words.say('quiz-right');
    const right = this.#options.filter(({ isRight }) => isRight).length;
    if (right === 1) return words.say('quiz-wrong');
    const chosen = this.#options.filter(({ input }) => input.checked);
    const found = chosen.filter(({ isRight }) => isRight).length;
    return words.say('quiz-partly', { found, right, wrong: chosen.length - found });
  }
}

function makeOption(item: HTMLElement, type: 'radio' | 'checkbox', name: string, index: number): Option {
  const input = make('input', 'option-input');
  input.type = type;
  input.name = name;
  const label = make('label', 'option-choice');
  const text = item.querySelector('.option-text');
  const answer = item.querySelector<HTMLElement>('.option-answer');
  if (answer) answer.id = `${name}-answer-${index + 1}`;
  item.prepend(label);
  label.append(input, ...(text ? [text] : []));
  return { input, answer, isRight: item.classList.contains('is-right') };
}

registerContent({ selector: '[data-quiz]', start: (root, talk) => void new Quiz(root, talk) });
