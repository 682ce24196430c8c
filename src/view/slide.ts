import { renderBlocks, renderInlines, renderTight } from '../markdown/render.ts';
import type { RenderContext, TalkFacts } from '../markdown/render-context.ts';
import { hasClass } from '../markdown/tree.ts';
import type { StepSpan } from '../outline/types.ts';
import type { NumberedFootnote } from '../talk/footnotes.ts';
import type { TalkSlide } from '../talk/types.ts';
import { escapeHtml, Html, NO_HTML } from '../text/html.ts';
import type { SlideView, SlideViewOf } from './contract.ts';
import { densityOf } from './density.ts';
import { viewCompare } from './layouts/compare.ts';
import { isAnyFilled, viewDeclared } from './layouts/declared.ts';
import { viewQuiz } from './layouts/quiz.ts';
import { viewQuote } from './layouts/quote.ts';
import { viewCode, viewFigure, viewNumber, viewSources, viewTable } from './layouts/single.ts';
import { viewSplit } from './layouts/split.ts';
import { viewTimeline } from './layouts/timeline.ts';
import type { Words } from './words.ts';

/** What a slide of any layout gives its template. */
export type AnySlideView =
  | SlideView
  | SlideViewOf<
      'quote' | 'compare' | 'timeline' | 'number' | 'figure' | 'table' | 'code' | 'sources' | 'quiz' | 'split'
    >;

/** What surrounds the rendering of a slide: the addresses of pictures and the highlighter. */
export type SlideSurroundings = Pick<
  RenderContext,
  'pictureUrl' | 'pictureSize' | 'published' | 'lang' | 'highlight' | 'math' | 'chart' | 'diagram' | 'direction'
> & { readonly words: Words };

/** These, and what slides show of the whole talk. */
export type TalkSurroundings = SlideSurroundings & { readonly factsFor: (slide: TalkSlide) => TalkFacts };

/** A slide as its template sees it: every field of its layout's shape, none missing. */
export function viewSlide(slide: TalkSlide, surroundings: TalkSurroundings): AnySlideView {
  const context = contextOf(slide, surroundings);
  const own = viewContent(slide, surroundings.words, context);
  return Object.assign(viewCommon(slide, context), own, viewDeclared(slide.fields, context));
}

/** The notes of a slide that a handout prints, and that the reading view shows under it, with their own footnotes. */
export function viewHandout(slide: TalkSlide, surroundings: TalkSurroundings): Html | '' {
  if (slide.notes.handout.length === 0) return '';
  const context = contextOf(slide, surroundings);
  const text = String(renderBlocks(slide.notes.handout, context));
  return new Html(text + footnotesHtml(slide.footnotes.inHandout, context));
}

/** Footnotes as a list for the foot of notes; '' without any. */
export function footnotesHtml(
  footnotes: readonly NumberedFootnote[],
  context: RenderContext & { readonly words: Words },
): string {
  if (footnotes.length === 0) return '';
  const items = footnotes.map(
    ({ footnote, number, id }) =>
      `<li id="${escapeHtml(id)}"><span class="footnote-number" data-label>${number}</span> <div class="footnote">${renderTight(footnote.blocks, context)}</div></li>`,
  );
  const label = escapeHtml(context.words.footnotes);
  return `<ol class="footnotes" role="list" aria-label="${label}">${items.join('')}</ol>`;
}

/** What surrounds the rendering of one slide, and of its notes. */
export function contextOf(slide: TalkSlide, surroundings: TalkSurroundings): RenderContext & { readonly words: Words } {
  const { steps, footnotes } = slide;
  return {
    ...surroundings,
    talk: surroundings.factsFor(slide),
    stepOf: (node) => stepText(steps.spans.get(node)),
    lineStepsOf: (code) => steps.lines.get(code) ?? [],
    footnoteOf: (footnote) => footnotes.marked.get(footnote) ?? null,
  };
}

/** When something shows, as `data-step` says it: "1", "1-2", or "-2" for what is there before the first click and "-0" when that is all. */
function stepText(span: StepSpan | undefined): string {
  if (!span) return '';
  const first = span.first === null ? '' : String(span.first);
  return span.last === null ? first : `${first}-${span.last}`;
}

function viewCommon(slide: TalkSlide, context: RenderContext): SlideView {
  const { id, number, layout, title, heading, content, fields, section } = slide;
  return {
    id,
    number,
    layout: layout.name,
    title,
    // The heading of a number is the number itself, which its layout shows as `figure`.
    heading: heading && content.kind !== 'number' ? renderInlines(heading.children, context) : NO_HTML,
    // The footer says the title of the talk already.
    kicker: slide.opening === 'section' || section.title === context.talk.title ? '' : section.title,
    lead: renderBlocks(content.lead, context),
    body: renderBlocks(content.rest, context),
    footnotes: slide.footnotes.shown.map(({ footnote, number: count, id: noteId }) => ({
      id: noteId,
      number: count,
      text: renderTight(footnote.blocks, context),
    })),
    footnotesLabel: context.words.footnotes,
    density: densityOf(layout.name, title, content, fields),
  };
}

/** The fields that the layout of this kind of content adds. */
function viewContent(slide: TalkSlide, words: Words, context: RenderContext): object {
  const { content } = slide;
  switch (content.kind) {
    case 'quote':
      return viewQuote(content, context);
    case 'compare':
      return viewCompare(content, context);
    case 'timeline':
      return viewTimeline(content, context);
    case 'number':
      return viewNumber(content, hasClass(slide.attributes, 'count-up'), context);
    case 'figure':
      return viewFigure(content, slide.heading !== null || isAnyFilled(slide.fields), context);
    case 'table':
      return viewTable(content, context);
    case 'code':
      return viewCode(content, context);
    case 'sources':
      return viewSources(content, context);
    case 'quiz':
      return viewQuiz(content, words, context);
    case 'split':
      return viewSplit(content, context);
    case 'plain':
      return {};
  }
}
