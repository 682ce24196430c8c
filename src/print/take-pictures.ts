import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Checked, Stop } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { wrongPageCount } from './findings.ts';
import { makeParts, type PartsOptions } from './load-parts.ts';
import type { PrintPage } from './page-files.ts';

/** Dots of a picture to each CSS px: a slide has 2560 x 1440, as screens of today have. */
const DOTS_PER_PX = 2;

/** The little of the browser's document that is used here. */
declare const document: { readonly documentElement: { readonly scrollHeight: number } };
declare function scrollTo(left: number, top: number): void;

/**
 * The boxes of the parts of a print, of which there are `count`, one under the other, each as large as a page of the
 * print, as PNG files. Findings and errors as `makeParts`, and the error `wrong-page-count`.
 */
export async function takePictures(
  browser: Browser,
  parts: readonly PrintPage[],
  count: number,
  { isForced = false, onMade = () => {} }: Pick<PartsOptions, 'isForced' | 'onMade'> = {},
): Promise<Checked<readonly Uint8Array[]>> {
  const { loadMs } = browser.timeouts;
  const pictures: Uint8Array[] = [];
  const made = await makeParts(browser, parts, { isForced }, async (page, content, crashed) => {
    const { widthPx: width, heightPx: height } = content;
    const ready = prepareScreen(page, { width, height });
    const found = await browser.during('preparing the pictures', loadMs, ready, crashed);
    for (let index = 0; index < found; index += 1) {
      pictures.push(await browser.during('taking a picture', loadMs, takePicture(page, index * height), crashed));
      onMade(Math.min(1, pictures.length / count));
    }
  });
  if (pictures.length !== count) throw new Stop([wrongPageCount(count, pictures.length)]);
  return { value: pictures, findings: made.findings };
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
