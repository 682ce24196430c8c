import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { drawDiagrams } from '../../src/print/draw-diagrams.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import type { PrintPage } from '../../src/print/page-files.ts';
import { findingsOf, thisMachine } from './samples.ts';

const host = thisMachine();
const PAGE: PrintPage = { html: '<!doctype html><body></body>', assets: new Map(), widthPx: 1280, heightPx: 720 };
/** A program that does what the text says, in place of one that draws. */
const SCRIPT = `globalThis.drawDiagram = async (text, prefix) => {
  if (text === 'runs') for (;;) {}
  if (text === 'waits') await new Promise(() => {});
  if (text === 'fails') throw new Error('no');
  if (text.startsWith('http')) return fetch(text).then(() => 'answered', () => 'refused');
  globalThis.count = (globalThis.count ?? 0) + 1;
  return { text, prefix, count: globalThis.count, day: new Date(0).getHours() };
};`;

let browser: Browser;
beforeAll(() => {
  browser = launchBrowser(needBrowser(host), host);
});
afterAll(() => browser.close());

function drawn(...texts: readonly string[]) {
  return drawDiagrams<unknown>(
    browser,
    { page: PAGE, script: SCRIPT },
    texts.map((text, index) => ({ text, prefix: `${index}` })),
    1_000,
  );
}

describe('drawDiagrams', () => {
  test('says what the program makes of each text, in order, on days that begin everywhere at once', async () => {
    expect(await drawn('a', 'b')).toEqual([
      { text: 'a', prefix: '0', count: 1, day: 0 },
      { text: 'b', prefix: '1', count: 2, day: 0 },
    ]);
  });

  test.each(['runs', 'waits'])('ends a drawing that %s for ever, and goes on with a new page', async (text) => {
    expect(await drawn('a', text, 'b')).toEqual([
      { text: 'a', prefix: '0', count: 1, day: 0 },
      null,
      { text: 'b', prefix: '2', count: 1, day: 0 },
    ]);
  });

  test('runs no script of the page', async () => {
    const html = '<!doctype html><body><script>globalThis.count = 70</script><svg onload="count = 80"></svg></body>';
    const desk = { page: { ...PAGE, html }, script: SCRIPT };
    expect(await drawDiagrams(browser, desk, [{ text: 'a', prefix: '' }])).toMatchObject([{ count: 1 }]);
  });

  test('stops with what happened to the browser', async () => {
    const failing = launchBrowser(needBrowser(host), host);
    await failing.ready();
    const desk = { page: PAGE, script: SCRIPT };
    const work = findingsOf(() => drawDiagrams(failing, desk, [{ text: 'waits', prefix: '' }]));
    setTimeout(() => process.kill(failing.processId ?? 0, 'SIGKILL'), 300);
    expect((await work).map(({ rule }) => rule)).toEqual(['browser-failed']);
    await failing.close();
  });
});

describe('a drawing that asks for something elsewhere', () => {
  let server: Server;
  let hits = 0;
  beforeAll(async () => {
    server = createServer((_, response) => response.end('x'));
    server.on('connection', () => {
      hits += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  test('gets nothing', async () => {
    const { port } = server.address() as AddressInfo;
    expect(await drawn(`http://127.0.0.1:${port}/a`, 'https://example.com/b')).toEqual(['refused', 'refused']);
    expect(hits).toBe(0);
  });
});
