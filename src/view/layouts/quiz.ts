import { renderTight } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import type { QuizContent } from '../../outline/types.ts';
import type { Words } from '../words.ts';
import type { OwnFields } from './fields.ts';

/** The options of a question, and what is said of each. */
export function viewQuiz({ options }: QuizContent, words: Words, context: RenderContext): OwnFields<'quiz'> {
  return {
    isMultiple: options.filter(({ isRight }) => isRight).length > 1,
    options: options.map(({ item, text, feedback, isRight }) => ({
      text: renderTight(text, context),
      isRight,
      verdict: isRight ? words.right : words.wrong,
      feedback: renderTight(feedback, context),
      step: context.stepOf(item),
    })),
    answersLabel: words.answers,
  };
}
