import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, type Finding, stopOnErrors } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { brokenFont, brokenPicture, deadLink, doesNotFit, pageTooWide } from './findings.ts';
import { inspectPage, type PageReport } from './inspect-page.ts';
import { measureOverflow } from './measure-overflow.ts';
import { PAGE_ADDRESS, type PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';

/**
 * The PDF of a page of boxes, as the browser makes it: tagged, without bookmarks, one page per box. The page is served
 * from memory at an address that cannot exist; its scripts do not run and nothing else is loaded, from files or from a
 * network. Warnings: `dead-link`, `refused-request`, and `does-not-fit` when it `isForced`, else an error. Throws a `Stop` with all that is wrong: `broken-picture`,
 * `broken-font`, `missing-asset`, `page-too-wide`, or what happened to the browser: `browser-failed`, `print-timeout`.
 */
export function printPages(browser: Browser, content: PrintPage, isForced = false): Promise<Checked<Uint8Array>> {
  return withLoadedPage(browser, content, isForced, (page, crashed) =>
    browser.during('printing', browser.timeouts.printMs, makePdf(page, content), crashed),
  );
}

/** What is made of a page that is loaded; `crashed` rejects when its process ends. */
type PageWork<T> = (page: Page, crashed: Promise<never>) => Promise<T>;

/** Does some work with a page once it is loaded and nothing is wrong with it. Findings and errors as `printPages`. */
export async function withLoadedPage<T>(
  browser: Browser,
  content: PrintPage,
  isForced: boolean,
  work: PageWork<T>,
): Promise<Checked<T>> {
  const page = await browser.during('opening a page', browser.timeouts.startMs, browser.openPage());
  try {
    return await workIn(page, browser, content, isForced, work);
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

async function workIn<T>(
  page: Page,
  browser: Browser,
  content: PrintPage,
  isForced: boolean,
  work: PageWork<T>,
): Promise<Checked<T>> {
  const { startMs, loadMs } = browser.timeouts;
  const crashed = crashOf(page, browser);
  const requests = await browser.during('preparing a page', startMs, preparePage(page, content), crashed);
  const report = await browser.during('loading the page', loadMs, loadPage(page, loadMs), crashed);
  const findings = [...requests, ...reportFindings(report, content.widthPx)];
  stopOnErrors(findings);
  const overflows = await browser.during('measuring the slides', loadMs, page.evaluate(measureOverflow), crashed);
  findings.push(...overflows.map((overflow) => doesNotFit(overflow, isForced)));
  stopOnErrors(findings);
  return { value: await work(page, crashed), findings };
}

/** Sets the page up, as for paper. */
async function preparePage(page: Page, content: PrintPage): Promise<readonly Finding[]> {
  const [findings] = await Promise.all([serveFromMemory(page, content), page.emulateMediaType('print')]);
  return findings;
}

async function loadPage(page: Page, timeoutMs: number): Promise<PageReport> {
  await page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 });
  return page.evaluate(inspectPage, { timeoutMs: timeoutMs / 2 });
}

function makePdf(page: Page, { widthPx, heightPx }: PrintPage): Promise<Uint8Array> {
  return page.pdf({
    width: widthPx,
    height: heightPx,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: false,
    timeout: 0,
  });
}

function reportFindings(report: PageReport, widthPx: number): readonly Finding[] {
  return [
    ...report.brokenPictures.map(({ address, slide }) => brokenPicture(address, slide)),
    ...report.brokenFonts.map(brokenFont),
    ...report.deadLinks.map(({ address, slide }) => deadLink(address, slide)),
    ...(report.contentPx > widthPx ? [pageTooWide(widthPx, report.contentPx, report.widestSlide)] : []),
  ];
}
