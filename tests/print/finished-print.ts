import { afterAll, beforeAll } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../../src/print/finish-pdf.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { printPage } from './print-page.ts';
import { thisMachine } from './samples.ts';

/** A page printed once for all tests of a file, as the browser makes it and finished, and the browser for further ones. */
export interface FinishedPrint {
  browser: Browser;
  raw: Uint8Array;
  finished: Uint8Array;
}

/** Prints a page before the tests of a file, which find it in what is returned. */
export function setUpPrint(page: PrintPage, details: PrintDetails): FinishedPrint {
  const print = {} as FinishedPrint;
  beforeAll(async () => {
    const host = thisMachine();
    print.browser = launchBrowser(needBrowser(host), host);
    print.raw = (await printPage(print.browser, page)).value;
    print.finished = finishPdf([print.raw], details).value;
  });
  afterAll(() => print.browser.close());
  return print;
}
