import { type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { DEFAULT_TIMEOUTS, launchBrowser, type Timeouts } from './browser.ts';
import type { FoundBrowser } from './find-browser.ts';

/** Starts a browser, opens an empty page and ends it: `null` when that works, else what is wrong with it. */
export async function checkBrowser(
  found: FoundBrowser,
  host: Host,
  timeouts: Timeouts = DEFAULT_TIMEOUTS,
): Promise<Finding | null> {
  const browser = launchBrowser(found, host, timeouts);
  try {
    await browser.during('opening a page', timeouts.startMs, browser.openPage());
    return null;
  } catch (error) {
    const finding = error instanceof Stop ? error.findings[0] : undefined;
    if (!finding) throw error;
    return finding;
  } finally {
    await browser.close();
  }
}
