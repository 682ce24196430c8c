import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, type Finding, hasErrors, stopOnErrors } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { describePage } from './describe-page.ts';
import { brokenFont, brokenPicture, deadLink, doesNotFit, pageTooWide } from './findings.ts';
import { inspectPage, type PageReport } from './inspect-page.ts';
import { linkParts, type PartLinks } from './link-parts.ts';
import { measureOverflow } from './measure-overflow.ts';
import { OTHER_PART, PAGE_ADDRESS, type PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';

/** How many parts of a long print are made at once: each has a process of the browser for itself. */
const PARTS_AT_ONCE = 2;

/** How a print is asked for. */
export interface PrintOptions {
  /** Whether what does not fit is cut off, and a warning. */
  readonly isForced?: boolean;
  /** Told how much is printed, of 1, when a part is ready. */
  readonly onPrinted?: (share: number) => void;
}

/**
 * The PDFs of the parts of a print, as the browser makes them: tagged, without bookmarks, one page per box. They are
 * served from memory at an address that cannot exist; their scripts do not run and nothing else is loaded, from files or
 * from a network. All parts are looked at before an error ends the print; links from one to another: see `linkParts`.
 * Warnings: `dead-link`, `refused-request`, and `does-not-fit` when it `isForced`, else an error. Throws a `Stop` with all
 * that is wrong: `broken-picture`, `broken-font`, `missing-asset`, `page-too-wide`, or what happened to the browser:
 * `browser-failed`, `print-timeout`.
 */
export async function printParts(
  browser: Browser,
  parts: readonly PrintPage[],
  { isForced = false, onPrinted = () => {} }: PrintOptions = {},
): Promise<Checked<readonly Uint8Array[]>> {
  const printed: PrintedPart[] = [];
  const remaining = [...parts.entries()];
  const printNext = async (): Promise<void> => {
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      const [index, content] = next;
      const isDoomed = printed.some((part) => part?.bytes === null);
      printed[index] = await printPart(browser, content, { isForced, isOneOfSeveral: parts.length > 1, isDoomed });
      onPrinted(printed.filter(Boolean).length / parts.length);
    }
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, printNext));
  const findings = [...printed.flatMap((part) => part.findings), ...deadLinksAcross(printed)];
  stopOnErrors(findings);
  return { value: printed.flatMap(({ bytes }) => bytes ?? []), findings };
}

/** What became of a part: `bytes` is `null` when there is an error. */
interface PrintedPart extends PartLinks {
  readonly bytes: Uint8Array | null;
  readonly findings: readonly Finding[];
}

interface PartOptions {
  readonly isForced: boolean;
  readonly isOneOfSeveral: boolean;
  /** Whether it is only looked at, since there will be no print. */
  readonly isDoomed: boolean;
}

async function printPart(browser: Browser, content: PrintPage, options: PartOptions): Promise<PrintedPart> {
  const page = await browser.during('opening a page', browser.timeouts.startMs, browser.openPage());
  try {
    return await printIn(page, browser, content, options);
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

async function printIn(
  page: Page,
  browser: Browser,
  content: PrintPage,
  { isForced, isOneOfSeveral, isDoomed }: PartOptions,
): Promise<PrintedPart> {
  const { startMs, loadMs, printMs } = browser.timeouts;
  const crashed = crashOf(page, browser);
  const requests = await browser.during('preparing a page', startMs, preparePage(page, content), crashed);
  const loading = loadPage(page, loadMs, isOneOfSeveral);
  const { links, report } = await browser.during('loading the page', loadMs, loading, crashed);
  const findings = [...requests, ...reportFindings(report, content.widthPx)];
  if (hasErrors(findings)) return { ...links, bytes: null, findings };
  const overflows = await browser.during('measuring the slides', loadMs, page.evaluate(measureOverflow), crashed);
  findings.push(...overflows.map((overflow) => doesNotFit(overflow, isForced)));
  if (isDoomed || hasErrors(findings)) return { ...links, bytes: null, findings };
  await browser.during('describing the slides', loadMs, page.evaluate(describePage), crashed);
  const bytes = await browser.during('printing', printMs, makePdf(page, content), crashed);
  return { ...links, bytes, findings };
}

/** Sets the page up, as for paper. */
async function preparePage(page: Page, content: PrintPage): Promise<readonly Finding[]> {
  const [findings] = await Promise.all([serveFromMemory(page, content), page.emulateMediaType('print')]);
  return findings;
}

async function loadPage(
  page: Page,
  timeoutMs: number,
  isOneOfSeveral: boolean,
): Promise<{ links: PartLinks; report: PageReport }> {
  await page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 });
  const links = isOneOfSeveral ? await page.evaluate(linkParts, OTHER_PART) : { ids: [], outward: [] };
  return { links, report: await page.evaluate(inspectPage, { timeoutMs: timeoutMs / 2 }) };
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

/** Links from one part to a place that is in none. */
function deadLinksAcross(parts: readonly PartLinks[]): readonly Finding[] {
  const ids = new Set(parts.flatMap((part) => part.ids));
  const dead = parts.flatMap(({ outward }) => outward).filter(({ id }) => !ids.has(id));
  return dead.map(({ id, slide }) => deadLink(`#${id}`, slide));
}

function reportFindings(report: PageReport, widthPx: number): readonly Finding[] {
  return [
    ...report.brokenPictures.map(({ address, slide }) => brokenPicture(address, slide)),
    ...report.brokenFonts.map(brokenFont),
    ...report.deadLinks.map(({ address, slide }) => deadLink(address, slide)),
    ...(report.contentPx > widthPx ? [pageTooWide(widthPx, report.contentPx, report.widestSlide)] : []),
  ];
}
