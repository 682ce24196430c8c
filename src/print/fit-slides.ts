import type { Browser } from './browser.ts';
import { inspectPage } from './inspect-page.ts';
import { PAGE_ADDRESS, type PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';

/** How large the type of a slide can be, as measured. */
export interface SlideFit {
  /** The largest step of the scale at which all that is on the slide holds; the first one when none does. */
  readonly step: number;
  /** The first words of what does not hold at any step; '' when all does. */
  readonly lost: string;
  /** The smallest text at this step, footer and credits apart. */
  readonly smallest: {
    /** In px of the slide; 0 when it has no text. */
    readonly sizePx: number;
    readonly words: string;
    readonly isInDrawing: boolean;
  };
}

/** What sizes are tried on. */
export interface FitDesk {
  readonly page: PrintPage;
  /** It makes the function `rostrumFitSlides` in the page. */
  readonly script: string;
  /** How many steps the scale has. */
  readonly steps: number;
  /** The step that is large enough: a larger one is not bought with broken words or small pictures. */
  readonly enough: number;
}

declare function rostrumFitSlides(request: {
  readonly boxes: string;
  readonly steps: number;
  readonly enough: number;
}): readonly SlideFit[];

/**
 * The fit of each slide of a page, in their order. The page is served from memory and reaches nothing else. Throws a `Stop`
 * with what happened to the browser: `browser-failed`, `print-timeout`.
 */
export async function fitSlides(
  browser: Browser,
  { page: content, script, steps, enough }: FitDesk,
): Promise<readonly SlideFit[]> {
  const { startMs, loadMs } = browser.timeouts;
  const page = await browser.during('opening a page', startMs, browser.openPage());
  const crashed = crashOf(page, browser);
  const during = <T>(name: string, work: Promise<T>): Promise<T> => browser.during(name, loadMs, work, crashed);
  try {
    await during('preparing a page', Promise.all([serveFromMemory(page, content), page.emulateMediaType('print')]));
    await during('loading the slides', page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 }));
    // What is broken or missing is found where the slides are printed; here it only has its size, or none.
    await during('loading the slides', page.evaluate(inspectPage, { timeoutMs: loadMs / 2 }));
    await during('loading the slides', page.evaluate(script));
    const request = { boxes: '.page', steps, enough };
    return await during(
      'fitting the slides',
      page.evaluate((asked) => rostrumFitSlides(asked), request),
    );
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}
