import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type PageParts, type Printable, packPageFonts, textsOf, themeCss } from './deck.ts';
import { forPaper, forStepPaper } from './paper.ts';
import { printPage, slideSheetCss } from './print-page.ts';
import { drawSlides } from './slides.ts';
import { boxSlides } from './step-pages.ts';
import type { StepPrint } from './step-print.ts';
import { hoistStyles } from './styles.ts';

/**
 * How many pages a part of a print has at most, as far as slides can be parted: Chromium needs far more than twice the
 * time for twice the slides. Measured with 1,000, two parts at once: one part 18 s, two 7.5, four 9, ten 16.
 */
const PAGES_PER_PART = 500;

/**
 * The pages to print the slides from: with all steps shown, or with steps printed in a way. Findings and errors as
 * `renderDeck`.
 */
export function renderSlides(host: Host, parts: PageParts, steps: StepPrint | null = null): Checked<Printable> {
  const { view, theme, templates, packed, math } = parts;
  const slides = drawSlides(view, templates);
  const drawn = steps === null ? forPaper(slides) : forStepPaper(slides);
  const fonts = packPageFonts(host, parts, textsOf(drawn));
  const hoisted = hoistStyles(drawn);
  const { boxes, pageCounts, pageHeight, css } = boxSlides(hoisted.slides, steps, view.size);
  const allCss = fonts.value + math.css + themeCss(theme, view.size) + slideSheetCss(view.size) + hoisted.css + css;
  const pages = pageCounts.reduce((sum, count) => sum + count, 0);
  const printable: Printable = {
    parts: inParts(boxes, Math.ceil(pages / PAGES_PER_PART)).map((part) => printPage(view.talk, part, allCss)),
    assets: packed.box.files,
    widthPx: view.size.widthPx,
    heightPx: pageHeight,
    pageCounts,
  };
  return { value: printable, findings: fonts.findings };
}

/** A list in parts that are about as long as one another; there is always one. */
function inParts<T>(list: readonly T[], count: number): readonly (readonly T[])[] {
  const start = (part: number): number => Math.round((part * list.length) / Math.max(1, count));
  return Array.from({ length: Math.max(1, count) }, (_, part) => list.slice(start(part), start(part + 1)));
}
