import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, Stop } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { wrongPageCount } from './findings.ts';
import type { PrintPage } from './page-files.ts';
import { withLoadedPage } from './print-pages.ts';

/** Dots of a picture to each CSS px: a slide has 2560 x 1440, as screens of today have. */
const DOTS_PER_PX = 2;

/** The little of the browser's document that is used here. */
declare const document: { readonly documentElement: { readonly scrollHeight: number } };
declare function scrollTo(left: number, top: number): void;

/**
 * The boxes of a page, of which there are `count`, one under the other, each as large as a page of its print, as PNG
 * files. What is found, and thrown, is as for `printPages`, and `wrong-page-count`.
 */
export function takePictures(
  browser: Browser,
  content: PrintPage,
  count: number,
  isForced: boolean,
): Promise<Checked<readonly Uint8Array[]>> {
  const { loadMs } = browser.timeouts;
  const { widthPx: width, heightPx: height } = content;
  return withLoadedPage(browser, content, isForced, async (page, crashed) => {
    const ready = prepareScreen(page, { width, height });
    const found = await browser.during('preparing the pictures', loadMs, ready, crashed);
    if (found !== count) throw new Stop([wrongPageCount(count, found)]);
    const pictures: Uint8Array[] = [];
    for (let index = 0; index < count; index += 1) {
      pictures.push(await browser.during('taking a picture', loadMs, takePicture(page, index * height), crashed));
    }
    return pictures;
  });
}

/** Gives the window the size of a box; comes back with how many of them there are. */
async function prepareScreen(page: Page, size: { readonly width: number; readonly height: number }): Promise<number> {
  await page.setViewport({ ...size, deviceScaleFactor: DOTS_PER_PX });
  return (await page.evaluate(() => document.documentElement.scrollHeight)) / size.height;
}

/** What the window shows of a page from a height on: a browser draws no more of a long page than it can hold. */
async function takePicture(page: Page, top: number): Promise<Uint8Array> {
  await page.evaluate((height) => scrollTo(0, height), top);
  return page.screenshot({ type: 'png', captureBeyondViewport: false });
}
