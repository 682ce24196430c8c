import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../../src/print/finish-pdf.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { printParts } from '../../src/print/print-parts.ts';
import type { Checked } from '../../src/text/finding.ts';
import { openPdf, readFinished, textOfPages } from './read-pdf.ts';
import { sampleDetails, samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const TABLE = '<table><tr><th scope="col" id="year">Year</th></tr><tr><td headers="year">1960</td></tr></table>';
const BOXES = [
  '<h1>Opening</h1><p><a href="#slide-5">to the last</a> <a href="https://example.org/">out</a></p>',
  `<h2>node00000001 (5 0 R)</h2>${TABLE}<p><a href="#%E6%B3%A8">to a note</a> <a href="#a:b(c)">to signs</a></p>`,
  `<h2>Facts</h2>${TABLE.replaceAll('year', 'year-2')}<p id="a:b(c)"><a href="#slide-1">to the first</a></p>`,
  '<h2>Points</h2><ul><li>One <a href="#slide-4">to itself</a></li></ul><img src="a.svg" alt="A square 2 0 R" width="90">',
  '<h2>Closing</h2><p id="注">A note</p>',
];
const ASSETS = { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' };
const DETAILS = sampleDetails(5, {
  bookmarks: [
    { title: 'Opening', slideIndex: 0, children: [{ title: 'Facts', slideIndex: 2, children: [] }] },
    { title: 'Closing', slideIndex: 4, children: [] },
  ],
});

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

/** A print with as many boxes in each part as `sizes` says. */
function partsOf(boxes: readonly string[], sizes: readonly number[]): readonly PrintPage[] {
  const whole = samplePage(boxes, { assets: ASSETS });
  const articles = whole.html.match(/<article [\s\S]*?<\/article>/g) ?? [];
  const around = whole.html.split(articles.join(''));
  let start = 0;
  return sizes.map((size) => {
    const own = articles.slice(start, start + size);
    start += size;
    return { ...whole, html: around.join(own.join('')) };
  });
}

async function printIn(sizes: readonly number[], details: PrintDetails = DETAILS): Promise<Checked<Uint8Array>> {
  const { value } = await printParts(browser, partsOf(BOXES, sizes));
  return finishPdf(value, details);
}

/** What a reader finds in a PDF. */
async function contentsOf(pdf: PDFDocumentProxy) {
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const page = await pdf.getPage(index + 1);
    return { links: await linksOf(pdf, index + 1), tags: withoutIds(await page.getStructTree()), view: page.view };
  });
  return {
    pages: await Promise.all(pages),
    text: await textOfPages(pdf),
    outline: withoutIds(await pdf.getOutline()),
    labels: await pdf.getPageLabels(),
    metadata: (await pdf.getMetadata()).metadata?.getRaw(),
  };
}

/** Where the links of a page lead, with their descriptions. */
async function linksOf(pdf: PDFDocumentProxy, pageNumber: number): Promise<readonly unknown[]> {
  const annotations = await (await pdf.getPage(pageNumber)).getAnnotations();
  return Promise.all(
    annotations.map(async ({ url, dest, contentsObj }) => {
      const place = typeof dest === 'string' ? await pdf.getDestination(dest) : null;
      const page = place ? (await pdf.getPageIndex(place[0])) + 1 : null;
      return [contentsObj.str, url ?? null, page, place?.slice(1)];
    }),
  );
}

/** The same without numbers of objects, which are others in a joined file. */
function withoutIds(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree).replace(/"(?:id|num)":(?:"[^"]*"|\d+)/g, '"id":0'));
}

describe('a print of several parts', () => {
  test.each([
    ['two parts', [3, 2]],
    ['a part for each page', [1, 1, 1, 1, 1]],
  ])('in %s has all that it has in one: text, tags, links, bookmarks, labels, metadata', async (_, sizes) => {
    const [one, several] = await Promise.all([printIn([5]), printIn(sizes)]);
    expect(several.findings).toEqual([]);
    expect(await contentsOf(await openPdf(several.value))).toEqual(await contentsOf(await openPdf(one.value)));
  });

  test('leads from each part to every other', async () => {
    const pdf = await openPdf((await printIn([2, 2, 1])).value);
    const targets = async (page: number) => (await linksOf(pdf, page)).map((link) => (link as unknown[])[2]);
    expect(await targets(1)).toEqual([5, null]);
    expect(await targets(2)).toEqual([5, 3]);
    expect(await targets(3)).toEqual([1]);
    expect(await targets(4)).toEqual([4]);
  });

  test('keeps to each table the headers that are its own', async () => {
    const file = readFinished((await printIn([2, 3])).value);
    const texts = [...file.objects.values()];
    const headers = texts.flatMap((text) => /\/Headers \[\(([^)]*)\)\]/.exec(text)?.[1] ?? []);
    const cells = texts
      .filter((text) => text.includes('/S /TH'))
      .flatMap((text) => /\/ID \(([^)]*)\)/.exec(text)?.[1] ?? []);
    const named = texts.find((text) => text.includes('/Names ['));
    expect(new Set(headers).size).toBe(2);
    expect(headers.toSorted()).toEqual(cells.toSorted());
    expect(headers.every((id) => named?.includes(`(${id})`))).toBe(true);
  });

  test('holds nothing of the address that stands for other parts', async () => {
    const file = readFinished((await printIn([1, 4])).value);
    expect([...file.objects.values()].filter((text) => text.includes('rostrum.invalid'))).toEqual([]);
  });

  test('is the same however often it is printed', async () => {
    const [first, second] = [await printIn([2, 3]), await printIn([2, 3])];
    expect(Buffer.from(first.value).equals(Buffer.from(second.value))).toBe(true);
  });

  test('warns of a link that leads to no part', async () => {
    const boxes = ['<h1>One</h1><a href="#gone">lost</a> <a href="#slide-2">found</a>', '<h1>Two</h1>'];
    const { value, findings } = await printParts(browser, partsOf(boxes, [1, 1]));
    expect(findings.map(({ rule, slide, message }) => [rule, slide, message])).toEqual([
      ['dead-link', 'slide-1', 'the link to "#gone" leads nowhere in a PDF'],
    ]);
    expect(await linksOf(await openPdf(finishPdf(value, sampleDetails(2)).value), 1)).toContainEqual([
      'Slide 2: page',
      null,
      2,
      expect.anything(),
    ]);
  });

  test('tells of what is wrong in every part before it ends', async () => {
    const long = '<p style="margin-top:800px">Below</p>';
    const parts = partsOf([`<h1>One</h1>${long}`, '<h1>Two</h1>', `<h1>Three</h1>${long}`], [1, 1, 1]);
    await expect(printParts(browser, parts)).rejects.toMatchObject({
      findings: [
        { rule: 'does-not-fit', slide: 'slide-1' },
        { rule: 'does-not-fit', slide: 'slide-3' },
      ],
    });
  });
});
