import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { takePictures } from '../../src/print/take-pictures.ts';
import { findingsOf, samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const COLORS = ['#ff0000', '#00ff00', '#0000ff'];
const PAGE = samplePage(
  COLORS.map((color) => `<svg viewBox="0 0 16 9"><path d="M0 0h16v9H0z" fill="${color}"/></svg>`),
);

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

/** The colours of the corners of a picture, each once. */
function cornersOf(bytes: Uint8Array): readonly string[] {
  const { data, width, height } = PNG.sync.read(Buffer.from(bytes));
  const dots = [0, width - 1, width * (height - 1), width * height - 1];
  return [...new Set(dots.map((dot) => `#${data.subarray(4 * dot, 4 * dot + 3).toString('hex')}`))];
}

describe('pictures of a page of boxes', () => {
  test('are one of each box, all of it and nothing else, with two dots to a px, and the same each time', async () => {
    const { value } = await takePictures(browser, [PAGE], 3);
    expect(value.map(cornersOf)).toEqual(COLORS.map((color) => [color]));
    const { width, height } = PNG.sync.read(Buffer.from(value[0] ?? []));
    expect([width, height]).toEqual([2560, 1440]);
    const again = await takePictures(browser, [PAGE], 3);
    expect(again.value.map((bytes, index) => Buffer.compare(bytes, value[index] ?? bytes))).toEqual([0, 0, 0]);
  });

  test('are not taken when there are more boxes, or fewer, than pages', async () => {
    const findings = await findingsOf(() => takePictures(browser, [PAGE], 2));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'wrong-page-count: the print has 3 pages, but 2 were expected',
    ]);
  });

  test('are not taken of what does not fit, unless they are to be', async () => {
    const page = samplePage(['<p style="margin-top: 710px">One<br>two</p>']);
    const findings = await findingsOf(() => takePictures(browser, [page], 1));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['does-not-fit', 'error']]);
    const forced = await takePictures(browser, [page], 1, { isForced: true });
    expect([forced.value.length, forced.findings.map(({ severity }) => severity)]).toEqual([1, ['warning']]);
  });
});
