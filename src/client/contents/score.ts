import { contentButton } from '../content-button.ts';
import { registerContent } from '../contents.ts';
import { isAnsweredRight, keepQuiz, QUIZ_CHANGED, QUIZZES_CLEARED, questionsOf, UNANSWERED } from '../quiz-state.ts';
import type { Talk } from '../talk.ts';

/** How many questions of the talk are answered right, and a button that begins them all again. */
function start(root: HTMLElement, talk: Talk): void {
  const questions = questionsOf(talk);
  const line = root.querySelector<HTMLElement>('.score-line');
  if (line === null) return;
  line.setAttribute('role', 'status');
  const update = (): void => {
    const right = questions.filter((question) => isAnsweredRight(question, talk)).length;
    line.textContent = talk.words.say('score', { right, count: questions.length });
  };
  root.append(
    contentButton(talk.words.say('score-reset'), () => {
      for (const question of questions) keepQuiz(question, talk, UNANSWERED);
      document.dispatchEvent(new Event(QUIZZES_CLEARED));
      update();
    }),
  );
  document.addEventListener(QUIZ_CHANGED, update);
  update();
}

registerContent({ selector: '[data-score]', start });
