import { mkdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { openDeck } from './deck-tab.ts';
import { createScratchFolder, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { writeLanguageTalk } from './talks.ts';

const scratch = createScratchFolder();
let browser: Browser;
/** The file alone in its folder, as out of a letter. */
const fileOf = (name: string): string => scratch.path(name, 'sent', 'talk.html');
const addressOf = (name: string): string => pathToFileURL(fileOf(name)).href;

beforeAll(async () => {
  mkdirSync(scratch.path('language'));
  writeLanguageTalk(scratch.path('language'));
  for (const [name, talk] of [
    ['shipped', SHIPPED_TALK],
    ['language', scratch.path('language')],
  ] as const) {
    await rostrum(['build', talk, '--single-file', '-o', fileOf(name)]);
  }
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

test.each(['shipped', 'language'])('the file of the talk %s shows every slide and asks for nothing', async (name) => {
  const { page, press, problems, requests } = await openDeck(browser, addressOf(name));
  const { slide: last } = await press('End');
  const { slide: first } = await press('Home');
  const visited = new Set<string>();
  for (let slide = first; slide !== last; slide = (await press('ArrowRight')).slide) {
    visited.add(slide);
    const broken = await page.$$eval('section.present img', (images) =>
      images.filter(({ complete, naturalWidth }) => !complete || naturalWidth === 0).map(({ alt }) => alt),
    );
    expect(broken).toEqual([]);
  }
  expect(visited.size).toBe(readFileSync(fileOf(name), 'utf8').split('<section id=').length - 2);
  await page.evaluate('document.fonts.ready');
  const fonts = await page.evaluate('[...document.fonts].map(({ status }) => status)');
  expect(fonts).toContain('loaded');
  expect(fonts).not.toContain('error');
  expect(requests.filter((address) => !address.startsWith('data:'))).toEqual([addressOf(name)]);
  expect(problems).toEqual([]);
  await page.close();
});

test('the file reads well without scripts', async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(addressOf('shipped'));
  const pictures = await page.$$eval('main img', (images) => images.map(({ naturalWidth }) => naturalWidth > 0));
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures).not.toContain(false);
  await page.close();
});
