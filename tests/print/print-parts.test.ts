import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { printPage } from './print-page.ts';
import { openPdf, textOfPages } from './read-pdf.ts';
import { findingsOf, isAlive, processesOf, samplePage, thisMachine } from './samples.ts';

const host = thisMachine();
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

describe('printParts', () => {
  test('makes one page of exactly its size for each box, with its text', async () => {
    const { value, findings } = await printPage(
      browser,
      samplePage(['<h2>One</h2>', '<h2>Two</h2>', '<h2>Three</h2>']),
    );
    const pdf = await openPdf(value);
    expect(findings).toEqual([]);
    expect(pdf.numPages).toBe(3);
    expect((await pdf.getPage(2)).view).toEqual([0, 0, 960, 540]);
    expect(await textOfPages(pdf)).toEqual(['One', 'Two', 'Three']);
  });

  test('makes pages of another size', async () => {
    const page = samplePage(['A4']);
    const html = page.html
      .replace('size:1280px 720px', 'size:A4')
      .replaceAll('1280px', '100%')
      .replaceAll('720px', '1000px');
    const { value } = await printPage(browser, { ...page, html, widthPx: 794, heightPx: 1123 });
    const [, , width, height] = (await (await openPdf(value)).getPage(1)).view;
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([595, 842]);
  });

  test('serves style sheets, pictures and names with spaces from memory', async () => {
    const page = samplePage(
      ['<p class="gone">Hidden</p><p>Shown</p><img src="media/a%20b.svg" alt="A square" width="90">'],
      {
        head: '<link rel="stylesheet" href="assets/theme.css">',
        assets: { 'assets/theme.css': '.gone{display:none}', 'media/a b.svg': SQUARE },
      },
    );
    const { value, findings } = await printPage(browser, page);
    expect(findings).toEqual([]);
    expect(await textOfPages(await openPdf(value))).toEqual(['Shown']);
  });

  test('waits for pictures that would load late', async () => {
    const picture = '<img loading="lazy" src="a.svg" alt="A square" width="90">';
    const page = samplePage(Array(8).fill(`<h2>Far</h2>${picture}`), { assets: { 'a.svg': SQUARE } });
    expect((await printPage(browser, page)).findings).toEqual([]);
  });

  test('prints as for paper', async () => {
    const head = '<style>p{display:none}@media print{p{display:block}}</style>';
    const { value } = await printPage(browser, samplePage(['<p>Paper</p>'], { head }));
    expect(await textOfPages(await openPdf(value))).toEqual(['Paper']);
  });

  test('runs no script of the page', async () => {
    const script = 'document.querySelector("p").textContent="changed"';
    const page = samplePage([
      `<p>Safe</p><script>${script}</script><img src="data:," alt="" onerror='${script}'><svg onload='${script}'></svg>`,
    ]);
    const html = page.html.replace(/<img[^>]*>/, '');
    const { value } = await printPage(browser, { ...page, html });
    expect(await textOfPages(await openPdf(value))).toEqual(['Safe']);
  });

  test.each<[string, PrintPage, string, string, string | undefined]>([
    [
      'a picture that is no picture',
      samplePage(['<h2>x</h2>', '<img src="a.png" alt="x">'], { assets: { 'a.png': 'not a picture' } }),
      'broken-picture',
      'the picture "a.png" cannot be shown',
      'slide-2',
    ],
    [
      'a file that the page does not have',
      samplePage(['x'], { head: '<link rel="stylesheet" href="assets/gone.css">' }),
      'missing-asset',
      'the page asks for "assets/gone.css"',
      undefined,
    ],
    [
      'a font that is no font',
      samplePage(['<p style="font-family:Broken">x</p>'], {
        head: '<style>@font-face{font-family:Broken;src:url(a.woff2)}</style>',
        assets: { 'a.woff2': 'not a font' },
      }),
      'broken-font',
      'the font "Broken" could not be loaded',
      undefined,
    ],
    [
      'content wider than the page, which would shrink all pages',
      samplePage(['x', '<div style="width:1500px">wide</div>'], {
        head: '<style>.page{overflow:visible;contain:none}</style>',
      }),
      'page-too-wide',
      'content is 1500 px wide on a page of 1280 px',
      'slide-2',
    ],
  ])('stops at %s', async (_title, page, rule, message, slide) => {
    const findings = await findingsOf(() => printPage(browser, page));
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.message).toContain(message);
    expect(findings[0]?.slide).toBe(slide);
  });

  test('names all that is wrong together', async () => {
    const page = samplePage(['<img src="a.png" alt="x"><img src="b.png" alt="y">'], { assets: { 'a.png': 'x' } });
    const findings = await findingsOf(() => printPage(browser, page));
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-asset', 'broken-picture', 'broken-picture']);
  });

  test('warns of links that lead nowhere', async () => {
    const links = '#slide-1 #gone paper.pdf https://example.org/ mailto:a@example.org #%'.split(' ');
    const page = samplePage([links.map((address) => `<a href="${address}">x</a>`).join(' ')]);
    const { findings } = await printPage(browser, page);
    expect(findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)).toEqual([
      'warning dead-link the link to "#gone" leads nowhere in a PDF',
      'warning dead-link the link to "paper.pdf" leads nowhere in a PDF',
      'warning dead-link the link to "#%" leads nowhere in a PDF',
    ]);
  });
});

describe('a page that asks for something elsewhere', () => {
  let server: Server;
  let origin = '';
  let hits: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end(SQUARE);
    });
    server.on('connection', () => hits.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    hits = [];
  });
  afterAll(() => server.close());

  test('gets nothing, and says what it asked for', async () => {
    const head = `<link rel="stylesheet" href="${origin}/a.css"><link rel="preconnect" href="${origin}">
      <link rel="prefetch" href="${origin}/b"><link rel="dns-prefetch" href="//example.org">
      <style>@import url(${origin}/c.css);@font-face{font-family:F;src:url(${origin}/d.woff2)}
      h2{background:url(${origin}/e.png);font-family:F,serif}</style><meta http-equiv="refresh" content="0;url=${origin}/f">`;
    const content = `<h2>Here</h2><iframe src="${origin}/g"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${origin}/h"></object><embed src="${origin}/i"><video src="${origin}/j" poster="${origin}/k"></video>
      <svg><image href="${origin}/l"/></svg>`;
    const findings = await findingsOf(() => printPage(browser, samplePage([content], { head })));
    const refused = findings.filter(({ rule }) => rule === 'refused-request').map(({ message }) => message);
    for (const name of ['a.css', 'c.css', 'd.woff2', 'e.png', 'k', 'l']) {
      expect(refused).toContainEqual(expect.stringContaining(`${origin}/${name};`));
    }
    expect(findings.filter(({ rule }) => rule !== 'refused-request').map(({ rule }) => rule)).toEqual(['broken-font']);
    expect(hits).toEqual([]);
  });

  test('prints without it where nothing of the page is lost', async () => {
    const head = `<link rel="stylesheet" href="${origin}/a.css"><meta http-equiv="refresh" content="0;url=${origin}/f">`;
    const content = `<h2>Here</h2><iframe src="${origin}/g"></iframe><iframe src="file:///etc/passwd"></iframe>`;
    const { value, findings } = await printPage(browser, samplePage([content], { head }));
    expect(await textOfPages(await openPdf(value))).toEqual(['Here']);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['refused-request']));
    expect(hits).toEqual([]);
  });

  test('stops at a picture from there', async () => {
    const findings = await findingsOf(() => printPage(browser, samplePage([`<img src="${origin}/a.svg" alt="x">`])));
    expect(findings.map(({ rule }) => rule)).toEqual(['refused-request', 'broken-picture']);
    expect(findings[1]?.message).toBe(`the picture "${origin}/a.svg" cannot be shown`);
    expect(hits).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('a browser that fails while it works', () => {
  let failing: Browser;
  beforeEach(async () => {
    failing = launchBrowser(needBrowser(host), host);
    await failing.ready();
  });
  afterEach(async () => {
    await failing.close();
    // The processes are killed by then; a busy machine may take a moment to end them.
    await expect.poll(() => isAlive(failing.processId), { timeout: 5_000 }).toBe(false);
  });

  const signal = (name: NodeJS.Signals) => process.kill(-(failing.processId ?? 0), name);
  const manyPages = samplePage(Array(600).fill('<h2>Page</h2><p>of many</p>'));

  test.each<[string, number]>([
    ['before it loads the page', 0],
    ['at some time later', 150],
  ])('is killed %s', async (_title, afterMs) => {
    await failing.openPage();
    const printing = findingsOf(() => printPage(failing, manyPages));
    setTimeout(() => signal('SIGKILL'), afterMs);
    const findings = await printing;
    expect(findings.map(({ rule }) => rule)).toEqual(['browser-failed']);
    expect(findings[0]?.message).toMatch(/failed at its work: it was ended by SIGKILL$|: it ended with code 137$/);
  });

  test('stops answering', async () => {
    const page = await failing.openPage();
    await page.goto('about:blank');
    signal('SIGSTOP');
    const work = failing.during('printing', 300, page.pdf({ timeout: 0 }));
    const findings = await findingsOf(() => work);
    expect(findings.map(({ rule }) => rule)).toEqual(['print-timeout']);
    expect(findings[0]?.message).toContain('did not finish printing within 0.3 s');
  });

  test('loses the process of its page', async () => {
    const page = samplePage(['<img src="a.svg" alt="A square">'], { assets: { 'a.svg': SQUARE } });
    const assets = new Map(page.assets);
    // The page is there for sure when it asks for a picture.
    assets.get = (path) => {
      for (const id of processesOf(failing.processId, '--type=renderer')) process.kill(id, 'SIGKILL');
      return page.assets.get(path);
    };
    const findings = await findingsOf(() => printPage(failing, { ...page, assets }));
    expect(findings.map(({ rule }) => rule)).toEqual(['browser-failed']);
    expect(findings[0]?.message).toContain("failed at its work: the page's process crashed");
  });
});
