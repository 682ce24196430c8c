import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import type { Checked } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { describePage } from './describe-page.ts';
import { makeParts, type PartsOptions } from './load-parts.ts';
import type { PrintPage } from './page-files.ts';

/** More at once than the processors of a small machine would only share them. */
const PARTS_AT_ONCE = 2;

/**
 * The PDFs of the parts of a print, as the browser makes them: tagged, without bookmarks, one page per box. Findings and
 * errors as `makeParts`.
 */
export function printParts(
  browser: Browser,
  parts: readonly PrintPage[],
  options: Omit<PartsOptions, 'atOnce'> = {},
): Promise<Checked<readonly Uint8Array[]>> {
  const { loadMs, printMs } = browser.timeouts;
  return makeParts(browser, parts, { ...options, atOnce: PARTS_AT_ONCE }, async (page, content, crashed) => {
    await browser.during('describing the slides', loadMs, page.evaluate(describePage), crashed);
    return browser.during('printing', printMs, makePdf(page, content), crashed);
  });
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
