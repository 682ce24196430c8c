import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import type { Finding } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { findViolations, type Violation } from './find-violations.ts';
import { loadPage, reportFindings } from './load-parts.ts';
import { measureContrasts, type TextContrast } from './measure-contrasts.ts';
import { measureOverflow, type Overflow } from './measure-overflow.ts';
import { measureTexts, type TextChoice, type TextReport } from './measure-texts.ts';
import type { PrintPage } from './page-files.ts';
import { crashOf, serveFromMemory } from './served-page.ts';

/** What is measured of a page, and how. */
export interface Measurement {
  readonly media: 'screen' | 'print';
  /** The boxes that nothing may stick out of, as a selector. */
  readonly boxes: string;
  /** The texts whose overlaps are measured. */
  readonly texts: TextChoice;
  /** Whether their contrast is, which takes a picture of the page. */
  readonly hasContrast: boolean;
  /** The script of axe, where its rules are to be tested; '' where they are not. */
  readonly axe: string;
}

/** What is found in a page. */
export interface PageMeasures extends Omit<TextReport, 'texts'> {
  /** Files that are missing or broken, and requests that are refused. */
  readonly findings: readonly Finding[];
  readonly overflows: readonly Overflow[];
  /** Every line of text with its contrast. */
  readonly contrasts: readonly TextContrast[];
  readonly violations: readonly Violation[];
}

/** Loads a page from memory, as `makeParts` does, and measures it. Throws a `Stop` with what happened to the browser. */
export async function measurePage(
  browser: Browser,
  content: PrintPage,
  measurement: Measurement,
): Promise<PageMeasures> {
  const { startMs, loadMs } = browser.timeouts;
  const page = await browser.during('opening a page', startMs, browser.openPage());
  const crashed = crashOf(page, browser);
  const step = <T>(name: string, work: Promise<T>): Promise<T> => browser.during(name, loadMs, work, crashed);
  try {
    const requests = await step('preparing a page', preparePage(page, content, measurement.media));
    const { report } = await step('loading the page', loadPage(page, loadMs, false));
    const overflows = await step('measuring the slides', page.evaluate(measureOverflow, measurement.boxes));
    const { texts, overlaps, unseen } = await step(
      'measuring the texts',
      page.evaluate(measureTexts, measurement.texts),
    );
    const violations = measurement.axe === '' ? [] : await step('running axe', runAxe(page, measurement.axe));
    const contrasts = measurement.hasContrast
      ? await step('measuring the contrast', measureContrasts(page, content.widthPx, texts))
      : [];
    const findings = [...requests, ...reportFindings(report, content.widthPx)];
    return { findings, overflows, overlaps, unseen, contrasts, violations };
  } finally {
    // Not waited for: the browser may be closed at once, or may not answer any more.
    page.close().catch(() => {});
  }
}

async function preparePage(page: Page, content: PrintPage, media: Measurement['media']): Promise<readonly Finding[]> {
  const [findings] = await Promise.all([
    serveFromMemory(page, content),
    page.emulateMediaType(media),
    page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]),
  ]);
  return findings;
}

/** axe comes by way of the debugger, for which the policy of the page does not count. */
async function runAxe(page: Page, axe: string): Promise<readonly Violation[]> {
  await page.evaluate(axe);
  return page.evaluate(findViolations);
}
