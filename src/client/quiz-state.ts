import { stateKey } from './state-key.ts';
import type { Talk } from './talk.ts';

/** What a person has answered to a question. */
export interface QuizState {
  /** The places of the options chosen, from 0. */
  readonly chosen: readonly number[];
  readonly isChecked: boolean;
  /** Whether it was checked, and is right. */
  readonly isRight: boolean;
}

/** A question that nobody has answered. */
export const UNANSWERED: QuizState = { chosen: [], isChecked: false, isRight: false };

/** Tells that the answer to a question has changed; and asks all questions to forget theirs. */
export const QUIZ_CHANGED = 'rostrum-quiz-changed';
export const QUIZZES_CLEARED = 'rostrum-quizzes-cleared';

/** All questions of a talk, on whatever slide. */
export function questionsOf(talk: Talk): readonly HTMLElement[] {
  return talk.slides.sections.flatMap((slide) => [...slide.querySelectorAll<HTMLElement>('[data-quiz]')]);
}

/** What was kept of a question. */
export function recallQuiz(question: HTMLElement, talk: Talk): QuizState {
  const kept = talk.store.recall(stateKey(question, 'quiz')) as Partial<QuizState> | null;
  if (!Array.isArray(kept?.chosen)) return UNANSWERED;
  return {
    chosen: kept.chosen.filter((place) => typeof place === 'number'),
    isChecked: kept.isChecked === true,
    isRight: kept.isRight === true,
  };
}

/** Keeps the state of a question: in the tab, and on its element, for where the browser keeps nothing. */
export function keepQuiz(question: HTMLElement, talk: Talk, state: QuizState): void {
  talk.store.keep(stateKey(question, 'quiz'), state.chosen.length === 0 ? null : state);
  question.dataset.result = state.isChecked ? (state.isRight ? 'right' : 'wrong') : '';
}

/** Whether a question was checked, and is right; also where its slide has not been seen since the page was opened. */
export function isAnsweredRight(question: HTMLElement, talk: Talk): boolean {
  const { result } = question.dataset;
  return result === undefined ? recallQuiz(question, talk).isRight : result === 'right';
}
