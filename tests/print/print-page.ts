import type { Browser } from '../../src/print/browser.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { printParts } from '../../src/print/print-parts.ts';
import type { Checked } from '../../src/text/finding.ts';

/** Prints a page that is the only part of its print. */
export async function printPage(browser: Browser, page: PrintPage, isForced = false): Promise<Checked<Uint8Array>> {
  const { value, findings } = await printParts(browser, [page], { isForced });
  return { value: value[0] ?? new Uint8Array(), findings };
}
