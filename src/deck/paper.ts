import type { DrawnSlide } from './slides.ts';

const HIDDEN_DRAWING = /(<figure\b[^>]*\brole="img"[^>]*><svg\b[^>]*?) aria-hidden="true"/g;

const CLOSED = /<details\b(?=[^>]*\sdata-details)(?![^>]*\sopen\b)/g;
const STEPPED_CODE = /(<code class="hljs[^"]*\blines)(?: is-numbered)?(?=[^"]*" data-lit-steps=)/g;
const PLAYER = /<(video|audio)\b[^>]* data-media=[\s\S]*?<\/\1>/g;

/**
 * Slides for paper, on which nothing plays, what opens is open, and the lines of code that steps through them are
 * numbered. In a deck the words of a diagram are hidden from who is read its description; Chromium tags a figure
 * with its description only when something in it is not hidden, and PDF readers read what stands for a figure alone.
 */
export function forPaper(slides: readonly DrawnSlide[]): readonly DrawnSlide[] {
  return slides.map((slide) => ({ ...slide, html: paperHtml(slide.html) }));
}

/** The same for HTML of any kind, such as that of notes. */
export function paperHtml(html: string): string {
  return stepPaperHtml(html).replace(STEPPED_CODE, '$1 is-numbered');
}

/** The same for paper that shows the steps one by one, where no number need say which lines are pointed out. */
export function forStepPaper(slides: readonly DrawnSlide[]): readonly DrawnSlide[] {
  return slides.map((slide) => ({ ...slide, html: stepPaperHtml(slide.html) }));
}

function stepPaperHtml(html: string): string {
  return html.replace(HIDDEN_DRAWING, '$1').replace(PLAYER, '').replace(CLOSED, '<details open');
}
