import type { CDPSession, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import type { Browser } from './browser.ts';
import { PAGE_ADDRESS, type PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';
import { within } from './within.ts';

/** A text to draw. The ids in its drawing begin with `prefix`. */
interface DiagramText {
  readonly text: string;
  readonly prefix: string;
}
/** What diagrams are drawn with: a page that has the fonts, and the program that is run in it. */
export interface DrawingDesk {
  readonly page: PrintPage;
  /** It makes the function `drawDiagram`. */
  readonly script: string;
}

/** How long one diagram may take, in milliseconds; the largest that can be read take a second. */
const DIAGRAM_MS = 10_000;
/** How long the page may take to come to rest after it was told to stop. */
const STOP_MS = 5_000;

/** What the program of the desk makes in the page. */
declare function drawDiagram(text: string, prefix: string): Promise<unknown>;

/**
 * What the program of the desk says of each text, in order; `null` for one that takes longer than `limitMs`. The page
 * is served from memory and reaches nothing else; its own scripts do not run, the program is put into it from outside.
 * Throws a `Stop` with what happened to the browser: `browser-failed`, `print-timeout`.
 */
export async function drawDiagrams<Drawing>(
  browser: Browser,
  desk: DrawingDesk,
  texts: readonly DiagramText[],
  limitMs = DIAGRAM_MS,
): Promise<readonly (Drawing | null)[]> {
  const { startMs, loadMs } = browser.timeouts;
  const page = await browser.during('opening a page', startMs, browser.openPage());
  const crashed = crashOf(page, browser);
  try {
    const control = await browser.during('preparing a page', startMs, preparePage(page, desk), crashed);
    await browser.during('loading the page to draw in', loadMs, loadDesk(page, desk), crashed);
    const drawings: (Drawing | null)[] = [];
    for (const text of texts) {
      const drawing = drawOne<Drawing>(page, control, text, limitMs);
      const drawn = await browser.during('drawing a diagram', limitMs + STOP_MS, drawing, crashed);
      drawings.push(drawn);
      // What was stopped in the middle of its work may have left anything behind.
      if (drawn === null) await browser.during('loading the page to draw in', loadMs, loadDesk(page, desk), crashed);
    }
    return drawings;
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

/**
 * Sets the page up, and gives a way to stop it, which cannot be asked for when it is busy. Days begin everywhere at the
 * same time, so that a drawing with days in it is the same everywhere.
 */
async function preparePage(page: Page, desk: DrawingDesk): Promise<CDPSession> {
  await Promise.all([serveFromMemory(page, desk.page), page.emulateTimezone('UTC')]);
  return page.createCDPSession();
}

async function loadDesk(page: Page, { script }: DrawingDesk): Promise<void> {
  await page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 });
  await page.evaluate(script);
}

async function drawOne<Drawing>(
  page: Page,
  control: CDPSession,
  { text, prefix }: DiagramText,
  limitMs: number,
): Promise<Drawing | null> {
  // Puppeteer sends the function as text, and gives back what it says as data.
  const work = page.evaluate((one, ids) => drawDiagram(one, ids), text, prefix) as Promise<Drawing>;
  const late = new Error('it takes too long');
  try {
    return await within(limitMs, work, () => late);
  } catch (error) {
    if (error !== late) throw error;
    work.catch(() => {});
    // Ends what runs, even where it never comes to an end by itself.
    await control.send('Runtime.terminateExecution');
    return null;
  }
}
