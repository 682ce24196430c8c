import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
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

/** A slide with things to work with, and the largest step at which it holds on paper. */
export interface LiveSlide {
  readonly id: string;
  readonly step: number;
}

declare function rostrumFitLiveSlides(slides: readonly LiveSlide[]): Promise<readonly Omit<SlideFit, 'smallest'>[]>;

/**
 * The fit of each slide of a page, in their order. The page is served from memory and reaches nothing else. Throws a `Stop`
 * with what happened to the browser: `browser-failed`, `print-timeout`.
 */
export function fitSlides(browser: Browser, desk: FitDesk): Promise<readonly SlideFit[]> {
  const request = { boxes: '.page', steps: desk.steps, enough: desk.enough };
  return inPage(browser, desk, 'print', (page) => page.evaluate((asked) => rostrumFitSlides(asked), request));
}

/**
 * The same for slides that show more in a deck than on paper: each is shown in the deck, and all that can be pressed on it is.
 * They are given with the step that paper leaves them.
 */
export function fitLiveSlides(
  browser: Browser,
  desk: Pick<FitDesk, 'page' | 'script'>,
  slides: readonly LiveSlide[],
): Promise<readonly Omit<SlideFit, 'smallest'>[]> {
  return inPage(browser, desk, 'screen', async (page) => {
    await page.waitForSelector('html.is-ready', { timeout: browser.timeouts.loadMs / 2 });
    return page.evaluate((asked) => rostrumFitLiveSlides(asked), slides);
  });
}

/** What a page says in which the script has been put. */
async function inPage<T>(
  browser: Browser,
  { page: content, script }: Pick<FitDesk, 'page' | 'script'>,
  media: 'print' | 'screen',
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { startMs, loadMs } = browser.timeouts;
  const page = await browser.during('opening a page', startMs, browser.openPage());
  const crashed = crashOf(page, browser);
  const during = <R>(name: string, step: Promise<R>): Promise<R> => browser.during(name, loadMs, step, crashed);
  try {
    await during('preparing a page', Promise.all([serveFromMemory(page, content), page.emulateMediaType(media)]));
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await during('loading the slides', page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 }));
    // What is broken or missing is found where the slides are printed; here it only has its size, or none.
    await during('loading the slides', page.evaluate(inspectPage, { timeoutMs: loadMs / 2 }));
    await during('loading the slides', page.evaluate(script));
    return await during('fitting the slides', work(page));
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}
