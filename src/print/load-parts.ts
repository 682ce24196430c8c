import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, type Finding, hasErrors, stopOnErrors } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { brokenFont, brokenPicture, deadLink, doesNotFit, pageTooWide } from './findings.ts';
import { inspectPage, type PageReport } from './inspect-page.ts';
import { linkParts, type PartLinks } from './link-parts.ts';
import { measureOverflow, PAPER_BOXES } from './measure-overflow.ts';
import { OTHER_PART, PAGE_ADDRESS, type PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';

/** How parts of a print are made. */
export interface PartsOptions {
  /** Whether what does not fit is cut off, and a warning. */
  readonly isForced?: boolean;
  /** How many parts are made at once: each has a process of the browser for itself. */
  readonly atOnce?: number;
  /** Told how much is made, of 1. */
  readonly onMade?: (share: number) => void;
}

/** What is made of a part once it is loaded; `crashed` rejects when the page's process ends. */
type PartWork<T> = (page: Page, content: PrintPage, crashed: Promise<never>) => Promise<T>;

/**
 * What some work makes of each part of a print. The parts are served from memory at an address that cannot exist; their
 * scripts do not run and nothing else is loaded, from files or from a network. All are looked at before an error ends
 * the print; links from one to another: see `linkParts`. Warnings: `dead-link`, `refused-request`, and `does-not-fit` when
 * it `isForced`, else an error. Throws a `Stop` with all that is wrong: `broken-picture`, `broken-font`,
 * `missing-asset`, `page-too-wide`, or what happened to the browser: `browser-failed`, `print-timeout`.
 */
export async function makeParts<T>(
  browser: Browser,
  parts: readonly PrintPage[],
  { isForced = false, atOnce = 1, onMade = () => {} }: PartsOptions,
  work: PartWork<T>,
): Promise<Checked<readonly T[]>> {
  const made: MadePart<T>[] = [];
  const remaining = [...parts.entries()];
  const makeNext = async (): Promise<void> => {
    for (let next = remaining.shift(); next; next = remaining.shift()) {
      const [index, content] = next;
      const isDoomed = made.some((part) => part?.result === null);
      const options = { isForced, isOneOfSeveral: parts.length > 1, isDoomed };
      made[index] = await makePart(browser, content, options, work);
      onMade(made.filter(Boolean).length / parts.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, makeNext));
  const findings = [...made.flatMap((part) => part.findings), ...deadLinksAcross(made)];
  stopOnErrors(findings);
  return { value: made.flatMap(({ result }) => (result === null ? [] : [result.value])), findings };
}

/** What became of a part: `result` is `null` when there is an error. */
interface MadePart<T> extends PartLinks {
  readonly result: { readonly value: T } | null;
  readonly findings: readonly Finding[];
}

interface PartOptions {
  readonly isForced: boolean;
  readonly isOneOfSeveral: boolean;
  /** Whether it is only looked at, since there will be no print. */
  readonly isDoomed: boolean;
}

async function makePart<T>(
  browser: Browser,
  content: PrintPage,
  options: PartOptions,
  work: PartWork<T>,
): Promise<MadePart<T>> {
  const page = await browser.during('opening a page', browser.timeouts.startMs, browser.openPage());
  try {
    return await makeIn(page, browser, content, options, work);
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

async function makeIn<T>(
  page: Page,
  browser: Browser,
  content: PrintPage,
  { isForced, isOneOfSeveral, isDoomed }: PartOptions,
  work: PartWork<T>,
): Promise<MadePart<T>> {
  const { startMs, loadMs } = browser.timeouts;
  const crashed = crashOf(page, browser);
  const requests = await browser.during('preparing a page', startMs, preparePage(page, content), crashed);
  const loading = loadPage(page, loadMs, isOneOfSeveral);
  const { links, report } = await browser.during('loading the page', loadMs, loading, crashed);
  const findings = [...requests, ...reportFindings(report, content.widthPx)];
  if (hasErrors(findings)) return { ...links, result: null, findings };
  const measuring = page.evaluate(measureOverflow, PAPER_BOXES);
  const overflows = await browser.during('measuring the slides', loadMs, measuring, crashed);
  findings.push(...overflows.map((overflow) => doesNotFit(overflow, isForced)));
  if (isDoomed || hasErrors(findings)) return { ...links, result: null, findings };
  return { ...links, result: { value: await work(page, content, crashed) }, findings };
}

/** Sets the page up, as for paper. */
async function preparePage(page: Page, content: PrintPage): Promise<readonly Finding[]> {
  const [findings] = await Promise.all([serveFromMemory(page, content), page.emulateMediaType('print')]);
  return findings;
}

/** Loads a page that is prepared, waits until all of it is there, and says what is wrong with it. */
export async function loadPage(
  page: Page,
  timeoutMs: number,
  isOneOfSeveral: boolean,
): Promise<{ links: PartLinks; report: PageReport }> {
  await page.goto(PAGE_ADDRESS, { waitUntil: 'load', timeout: 0 });
  const links = isOneOfSeveral ? await page.evaluate(linkParts, OTHER_PART) : { ids: [], outward: [] };
  return { links, report: await page.evaluate(inspectPage, { timeoutMs: timeoutMs / 2 }) };
}

/** Links from one part to a place that is in none. */
function deadLinksAcross(parts: readonly PartLinks[]): readonly Finding[] {
  const ids = new Set(parts.flatMap((part) => part.ids));
  const dead = parts.flatMap(({ outward }) => outward).filter(({ id }) => !ids.has(id));
  return dead.map(({ id, slide }) => deadLink(`#${id}`, slide));
}

/** What a report means to a person. */
export function reportFindings(report: PageReport, widthPx: number): readonly Finding[] {
  return [
    ...report.brokenPictures.map(({ address, slide }) => brokenPicture(address, slide)),
    ...report.brokenFonts.map(brokenFont),
    ...report.deadLinks.map(({ address, slide }) => deadLink(address, slide)),
    ...(report.contentPx > widthPx ? [pageTooWide(widthPx, report.contentPx, report.widestSlide)] : []),
  ];
}
