import type { Browser, KeyInput, Page, Viewport } from 'puppeteer';
import { type Place, readPlace, readSlides, type SlideInPage, watchPolicy } from './in-page.ts';

/** A deck, open in a tab of its own, and all that went wrong in it. */
export interface DeckTab {
  readonly page: Page;
  /** Messages of the console, errors of the script, refusals of the content security policy, failed requests. */
  readonly problems: readonly string[];
  /** The addresses that were asked for, without fragments. */
  readonly requests: readonly string[];
  /** Presses a key once and says where the deck stands then. */
  press(key: KeyInput): Promise<Place>;
  place(): Promise<Place>;
  /** All slides of the deck, whether they stand in the document or not. */
  slides(): Promise<readonly SlideInPage[]>;
  /** Comes true when the deck stands at a slide. */
  arrive(slide: string): Promise<void>;
  /** Opens another deck in the same tab; problems and requests are then its own. */
  open(address: string): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions {
  readonly viewport?: Viewport;
  /** Whether slides fade into each other. Else the system asks for less motion: a slide is at its place at once. */
  readonly moves?: boolean;
}

/**
 * For tests that load a page again to see what it has kept. On a busy machine Chromium shows a page from a file that is
 * loaded again at once an older state of its session storage (3 of 100 times with all cores taken); never over http.
 */
export const RELOADED = { retry: 2 };

/** Opens a deck and waits until it has started. */
export async function openDeck(browser: Browser, address: string, options: TabOptions = {}): Promise<DeckTab> {
  const page = await browser.newPage();
  const { problems, requests } = await watchPage(page);
  if (options.viewport) await page.setViewport(options.viewport);
  const motion = options.moves ? 'no-preference' : 'reduce';
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: motion }]);
  let html = '';
  const open = async (deck: string): Promise<void> => {
    problems.length = 0;
    requests.length = 0;
    const response = await page.goto(deck);
    html = (await response?.text()) ?? '';
    await waitForStart(page);
  };
  await open(address);
  const place = () => page.evaluate(readPlace);
  return {
    page,
    problems,
    requests,
    place,
    slides: () => page.evaluate(readSlides, html),
    press: async (key) => {
      await page.keyboard.press(key);
      return place();
    },
    arrive: async (slide) => {
      await page.waitForSelector(`section.present[id="${slide}"]`, { timeout: 5_000 });
    },
    open,
    close: () => page.close(),
  };
}

/** Comes true when the deck of a page has started. */
export async function waitForStart(page: Page): Promise<void> {
  await page.waitForSelector('html.is-ready', { timeout: 10_000 });
}

async function watchPage(page: Page): Promise<{ readonly problems: string[]; readonly requests: string[] }> {
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => problems.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error instanceof Error ? error.message : error}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => requests.push(request.url().replace(/#.*/, '')));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()}`));
  await page.exposeFunction('reportViolation', (directive: string) => problems.push(`refused: ${directive}`));
  await page.evaluateOnNewDocument(watchPolicy);
  return { problems, requests };
}
