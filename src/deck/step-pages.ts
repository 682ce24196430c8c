import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideSize } from '../text/slide-size.ts';
import { filmCss, filmHeight } from './film-strip.ts';
import { slideBox, slidePage } from './print-page.ts';
import type { DrawnSlide } from './slides.ts';
import type { StepPrint } from './step-print.ts';
import { slideStates } from './step-states.ts';

/** Slides as boxes that are one page each, or several. */
export interface SlideBoxes {
  /** The boxes of each slide. */
  readonly boxes: readonly string[];
  /** How many pages these are. */
  readonly pageCounts: readonly number[];
  /** The height of every page, in CSS px. */
  readonly pageHeight: number;
  /** What they need beside the CSS of the theme, to stand behind it. */
  readonly css: string;
}

/** What does not show keeps its room, with all that is in it. */
const UNSEEN_CSS = '[data-unseen],[data-unseen] *{visibility:hidden!important}\n';
const STATES_CSS = `${UNSEEN_CSS}.states>.page{break-after:page}
.states:last-child>.page:last-child{break-after:auto}
`;

/** Slides, each with all its steps shown on one page, or with its steps printed in a way. */
export function boxSlides(slides: readonly DrawnSlide[], steps: StepPrint | null, size: SlideSize): SlideBoxes {
  const states = slides.map(({ html }) => (steps === null ? [html] : slideStates(html)));
  const counts = states.map(({ length }) => length);
  const hasSteps = counts.some((count) => count > 1);
  if (steps === 'film' && hasSteps) {
    return {
      boxes: slides.map((slide, index) => filmPage(slide, states[index] ?? [])),
      pageCounts: slides.map(() => 1),
      pageHeight: filmHeight(size),
      css:
        UNSEEN_CSS +
        filmCss(
          counts.filter((count) => count > 1).map((count) => count - 1),
          size,
        ),
    };
  }
  return {
    boxes: slides.map((slide, index) => statePages(slide, states[index] ?? [])),
    pageCounts: counts,
    pageHeight: size.heightPx,
    css: hasSteps ? STATES_CSS : '',
  };
}

/** A page for each state. The last one is what links to the slide lead to. */
function statePages(slide: DrawnSlide, states: readonly string[]): string {
  if (states.length === 1) return slidePage(slide);
  const pages = states.map((html, index) =>
    index === states.length - 1
      ? slideBox({ ...slide, html }, '', ` id="${escapeHtml(slide.id)}"`)
      : slideBox({ ...slide, html }, 'earlier'),
  );
  return `<article class="states"${languageAttributes(slide.lang)}>\n${pages.join('\n')}</article>`;
}

/** One page: the last state as large as the slide, and under it the others in a strip, each with the number of its step. */
function filmPage(slide: DrawnSlide, states: readonly string[]): string {
  const earlier = states.slice(0, -1);
  const small = earlier.map((html, step) => {
    const mark = step === 0 ? '' : `<span class="film-step" aria-hidden="true">${step}</span>`;
    return `<div class="film-state">${slideBox({ ...slide, html }, 'earlier')}${mark}</div>\n`;
  });
  const strip =
    earlier.length === 0 ? '' : `<div class="film-strip film-strip-${earlier.length}">\n${small.join('')}</div>`;
  const last = slideBox({ ...slide, html: states.at(-1) ?? '' });
  return `<article class="film" id="${escapeHtml(slide.id)}"${languageAttributes(slide.lang)}>\n${last}${strip}</article>`;
}
