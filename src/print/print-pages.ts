import type { HTTPRequest, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, type Finding, Stop, stopOnErrors } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { brokenFont, brokenPicture, browserFailed, deadLink, doesNotFit, pageTooWide } from './findings.ts';
import { inspectPage, type PageReport } from './inspect-page.ts';
import { measureOverflow } from './measure-overflow.ts';
import { answerRequest, PAGE_ADDRESS, type PrintPage } from './page-files.ts';

/**
 * The PDF of a page of boxes, as the browser makes it: tagged, without bookmarks, one page per box. The page is served
 * from memory at an address that cannot exist; its scripts do not run and nothing else is loaded, from files or from a
 * network. Warnings: `does-not-fit`,
 * `dead-link`, `refused-request`. Throws a `Stop` with all that is wrong: `broken-picture`,
 * `broken-font`, `missing-asset`, `page-too-wide`, or what happened to the browser: `browser-failed`, `print-timeout`.
 */
export async function printPages(browser: Browser, content: PrintPage): Promise<Checked<Uint8Array>> {
  const page = await browser.during('opening a page', browser.timeouts.startMs, browser.openPage());
  try {
    return await printIn(page, browser, content);
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

async function printIn(page: Page, browser: Browser, content: PrintPage): Promise<Checked<Uint8Array>> {
  const { startMs, loadMs, printMs } = browser.timeouts;
  const crashed = crashOf(page, browser);
  const requests = await browser.during('preparing a page', startMs, preparePage(page, content));
  const report = await browser.during('loading the page', loadMs, loadPage(page, loadMs), crashed);
  const findings = [...requests, ...reportFindings(report, content.widthPx)];
  stopOnErrors(findings);
  const overflows = await browser.during('measuring the slides', loadMs, page.evaluate(measureOverflow), crashed);
  findings.push(...overflows.map(doesNotFit));
  const bytes = await browser.during('printing', printMs, makePdf(page, content), crashed);
  return { value: bytes, findings };
}

/** Rejects when the page's process ends, which leaves the browser alive and every question unanswered. */
function crashOf(page: Page, browser: Browser): Promise<never> {
  const crashed = new Promise<never>((_, reject) => {
    page.once('error', () => reject(new Stop([browserFailed(browser.path, "the page's process crashed")])));
  });
  crashed.catch(() => {});
  return crashed;
}

/** Sets the page up; the findings of its requests come into the list that it returns while the page loads. */
async function preparePage(page: Page, content: PrintPage): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  page.on('request', (request) => answer(request, content, findings));
  await Promise.all([
    page.setRequestInterception(true),
    page.setViewport({ width: content.widthPx, height: content.heightPx }),
    page.emulateMediaType('print'),
  ]);
  return findings;
}

function answer(request: HTTPRequest, content: PrintPage, findings: Finding[]): void {
  const { response, finding } = answerRequest(request.url(), content);
  if (finding && !findings.some(({ message }) => message === finding.message)) findings.push(finding);
  const done = response ? request.respond(response) : request.abort('aborted');
  // "aborted" also keeps the page where it is when it was about to leave for another. It may fail when the browser has
  // ended; the step that is running tells.
  done.catch(() => {});
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
