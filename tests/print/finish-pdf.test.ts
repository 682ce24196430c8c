import { describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../../src/print/finish-pdf.ts';
import { readPdf } from '../../src/print/pdf/read.ts';
import { setUpPrint } from './finished-print.ts';
import { printPage } from './print-page.ts';
import { openPdf, tagsOfPage, textOfPages, unpackObjects } from './read-pdf.ts';
import { findingsOf, sampleDetails, samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const PAGE = samplePage(
  [
    '<h1>Opening</h1><p>With <strong>weight</strong> and <em>stress</em></p>',
    '<h2>Points</h2><ul><li>First</li><li>Second <a href="#slide-1">back</a></li></ul><aside aria-label="Beside">Aside</aside>',
    '<h2>Facts</h2><table><tr><th scope="col">Year</th></tr><tr><td>1960</td></tr></table>',
    '<h2>Closing</h2><figure role="group"><img src="a.svg" alt="A square" width="90"></figure><a href="https://example.org/a?b=(c)&amp;d">out</a>',
  ],
  { assets: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' } },
);
const DETAILS = sampleDetails(4, {
  title: 'Größe (日本)',
  author: 'Ada & Co',
  subject: 'A "sample"',
  lang: 'de-AT',
  creator: 'Rostrum 1.2.3',
  date: new Date('2025-01-19T10:20:30Z'),
  bookmarks: [
    { title: 'Opening', slideIndex: 0, children: [] },
    {
      title: 'Teil 1 – 安保',
      slideIndex: 1,
      children: [
        { title: 'Points (1)', slideIndex: 1, children: [] },
        { title: 'Facts', slideIndex: 2, children: [] },
      ],
    },
    { title: 'Closing 🗾', slideIndex: 3, children: [] },
  ],
});

const print = setUpPrint(PAGE, DETAILS);

describe('a finished print', () => {
  test('has the pages and the text of the print, in fewer bytes', async () => {
    const [before, after] = await Promise.all([openPdf(print.raw), openPdf(print.finished)]);
    expect(await textOfPages(after)).toEqual(await textOfPages(before));
    expect((await after.getPage(4)).view).toEqual([0, 0, 960, 540]);
    expect(print.finished.length).toBeLessThan(print.raw.length);
  });

  test('has tags on every page, under names that every reader knows', async () => {
    const pdf = await openPdf(print.finished);
    const tags = await Promise.all([1, 2, 3, 4].map((number) => tagsOfPage(pdf, number)));
    expect(tags[0]).toEqual(expect.arrayContaining(['H1', 'P', 'Span']));
    expect(tags[1]).toEqual(expect.arrayContaining(['H2', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'Sect']));
    expect(tags[2]).toEqual(expect.arrayContaining(['H2', 'Table', 'TR', 'TH', 'TD']));
    expect(tags[3]).toEqual(expect.arrayContaining(['H2', 'Figure', 'Link']));
    expect(tags.flat()).not.toEqual(expect.arrayContaining(['Strong']));
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  });

  test('has its links, inside and outside, each with a description', async () => {
    const pdf = await openPdf(print.finished);
    const [inner] = await (await pdf.getPage(2)).getAnnotations();
    const [outer] = await (await pdf.getPage(4)).getAnnotations();
    const target = await pdf.getDestination(inner.dest);
    expect(await pdf.getPageIndex(target?.[0])).toBe(0);
    expect(inner.contentsObj.str).toBe('Slide 1: page');
    expect(outer.url).toBe('https://example.org/a?b=(c)&d');
    expect(outer.contentsObj.str).toBe('https://example.org/a?b=(c)&d');
  });

  test('has its bookmarks, which open their pages', async () => {
    const pdf = await openPdf(print.finished);
    const describeItem = async (item: Awaited<ReturnType<typeof pdf.getOutline>>[number]): Promise<unknown> => {
      const page = Array.isArray(item.dest) ? await pdf.getPageIndex(item.dest[0]) : -1;
      return [item.title, page, item.count ?? 0, await Promise.all(item.items.map(describeItem))];
    };
    expect(await Promise.all((await pdf.getOutline()).map(describeItem))).toEqual([
      ['Opening', 0, 0, []],
      [
        'Teil 1 – 安保',
        1,
        2,
        [
          ['Points (1)', 1, 0, []],
          ['Facts', 2, 0, []],
        ],
      ],
      ['Closing 🗾', 3, 0, []],
    ]);
    expect(await pdf.getPageMode()).toBe('UseOutlines');
  });

  test('says what it is, the same in both places', async () => {
    const pdf = await openPdf(print.finished);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Language: 'de-AT',
      Title: 'Größe (日本)',
      Author: 'Ada & Co',
      Subject: 'A "sample"',
      Creator: 'Rostrum 1.2.3',
      Producer: expect.stringContaining('Skia'),
      CreationDate: 'D:20250119102030Z',
      ModDate: 'D:20250119102030Z',
    });
    expect(metadata.get('dc:title')).toBe('Größe (日本)');
    expect(metadata.get('dc:creator')).toEqual(['Ada & Co']);
    expect(metadata.get('dc:description')).toBe('A "sample"');
    expect(metadata.get('dc:language')).toBe('de-AT');
    expect(metadata.get('xmp:creatortool')).toBe('Rostrum 1.2.3');
    expect(metadata.get('xmp:createdate')).toBe('2025-01-19T10:20:30Z');
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(await pdf.getPageLabels()).toEqual(['1', '2', '3', '4']);
    expect(metadata.get('pdfuaid:part')).toBe('1');
  });

  test('calls its pages by the numbers of slides', async () => {
    const slidePages = [3, 4, 7, 8].map((number) => ({ number, count: 1 }));
    const { value } = finishPdf([print.raw], { ...DETAILS, slidePages });
    expect(await (await openPdf(value)).getPageLabels()).toEqual(['3', '4', '7', '8']);
  });

  test('lets the Tab key follow the tags on every page', () => {
    expect(unpackObjects(print.finished).match(/\/Tabs \/S/g)).toHaveLength(4);
  });

  test('says nothing where there is nothing to say', async () => {
    const pdf = await openPdf(finishPdf([print.raw], sampleDetails(4)).value);
    const { info, metadata } = await pdf.getMetadata();
    for (const name of ['Author', 'Subject', 'CreationDate', 'ModDate']) expect(info).not.toHaveProperty(name);
    expect(metadata.get('xmp:createdate')).toBeNull();
    expect(await pdf.getOutline()).toBeNull();
    expect(await pdf.getPageMode()).toBe('UseNone');
  });
});

describe('the same input', () => {
  test('gives the same bytes, in one browser and in another', async () => {
    const again = finishPdf([(await printPage(print.browser, PAGE)).value], DETAILS).value;
    const other = launchBrowser(needBrowser(host), host);
    try {
      const elsewhere = finishPdf([(await printPage(other, PAGE)).value], DETAILS).value;
      expect(Buffer.compare(print.finished, again)).toBe(0);
      expect(Buffer.compare(print.finished, elsewhere)).toBe(0);
    } finally {
      await other.close();
    }
  });

  test('with another date gives other bytes and another identifier', async () => {
    const later = finishPdf([print.raw], { ...DETAILS, date: new Date('2025-01-20T00:00:00Z') }).value;
    const fingerprints = await Promise.all(
      [print.finished, later].map(async (bytes) => (await openPdf(bytes)).fingerprints[0]),
    );
    expect(new Set(fingerprints).size).toBe(2);
  });
});

describe('finishPdf', () => {
  test('stops when there is another number of pages than expected', async () => {
    const findings = await findingsOf(() => finishPdf([print.raw], sampleDetails(5)));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'wrong-page-count: the print has 4 pages, but 5 were expected',
    ]);
  });

  test('does not take a bookmark without a slide', () => {
    const details: PrintDetails = { ...DETAILS, bookmarks: [{ title: 'x', slideIndex: 4, children: [] }] };
    expect(() => finishPdf([print.raw], details)).toThrow('the bookmark "x" has no slide 4');
  });

  test.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['no PDF', () => new TextEncoder().encode('no PDF'), 'it is cut off'],
    ['half a PDF', (bytes) => bytes.subarray(0, bytes.length / 2), 'it is cut off'],
    ['a PDF of another writer', () => print.finished, 'it has no plain table of its objects'],
    ['a PDF that was moved', (bytes) => Buffer.concat([Buffer.from('%PDF-1.4 '), bytes]), 'it has no plain table'],
  ])('stops at %s', async (_title, change, reason) => {
    const findings = await findingsOf(() => finishPdf([change(print.raw)], DETAILS));
    expect(findings.map(({ rule }) => rule)).toEqual(['unreadable-pdf']);
    expect(findings[0]?.message).toContain(reason);
  });
});

test('readPdf keeps each object as it was', () => {
  const text = Buffer.from(print.raw).toString('latin1');
  const file = readPdf(print.raw);
  expect(file.objects.size + file.streams.size).toBe([...text.matchAll(/^\d+ 0 obj$/gm)].length);
  for (const [id, body] of file.objects) expect(text).toContain(`\n${id} 0 obj\n${body}\nendobj\n`);
});

describe('slides of several pages', () => {
  const slides = sampleDetails(2).slides.map((slide, index) => ({ ...slide, id: `slide-${[1, 4][index]}` }));
  const details = { ...DETAILS, slides, bookmarks: DETAILS.bookmarks.slice(0, 1) };
  const pagesOf = (...counts: readonly number[]) => counts.map((count, index) => ({ number: index + 1, count }));

  test('have labels with the number of the slide, and a bookmark on the last', async () => {
    const bookmarks = [{ title: 'Closing', slideIndex: 1, children: [] }];
    const pdf = await openPdf(finishPdf([print.raw], { ...details, bookmarks, slidePages: pagesOf(1, 3) }).value);
    expect(await pdf.getPageLabels()).toEqual(['1', '2', '2.1', '2.2']);
    const [closing] = await pdf.getOutline();
    const [page] = Array.isArray(closing?.dest) ? closing.dest : [];
    expect(await pdf.getPageIndex(page)).toBe(3);
  });

  test('are as many as were told', async () => {
    const findings = await findingsOf(() => finishPdf([print.raw], { ...details, slidePages: pagesOf(1, 2) }));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'wrong-page-count: the print has 4 pages, but 3 were expected',
    ]);
  });
});
