/** Measures decks in a browser: how long they take to start, and what a step costs the main thread. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer';
import { spread } from './measure.mjs';

/** Keys that say nothing to either deck: what the measuring itself costs. */
const emptyKey = 'F9';
const emptyCount = 15;

/**
 * @typedef {object} DeckRun one opening of a deck
 * @property {number} readyMs from the start of the navigation
 * @property {readonly number[]} stepsMs time of the main thread for each step, what the measuring costs taken off
 */

/**
 * Opens decks in turn, each time in a new tab, and steps through them from their first slide.
 * @param {string} executablePath the browser
 * @param {readonly string[]} folders of the decks
 * @param {number} count of counted openings of each, after one to warm up
 * @param {number} stepCount of the steps of each opening
 * @returns {Promise<DeckRun[][]>} the runs of each deck
 */
export async function runDecks(executablePath, folders, count, stepCount) {
  const isRoot = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath,
    headless: /headless.shell/.test(executablePath) ? 'shell' : true,
    args: isRoot ? ['--no-sandbox'] : [],
    defaultViewport: { width: 1280, height: 720 },
  });
  try {
    const runs = folders.map(() => []);
    for (let round = 0; round <= count; round += 1) {
      for (const [index, folder] of folders.entries()) {
        const run = await runDeck(browser, folder, round === 0 ? 3 : stepCount);
        if (round > 0) runs[index].push(run);
      }
    }
    return runs;
  } finally {
    await browser.close();
  }
}

async function runDeck(browser, folder, stepCount) {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchReady);
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.waitForFunction('window.readyMs > 0');
    const readyMs = await page.evaluate('window.readyMs');
    const session = await page.createCDPSession();
    // The time that the main thread worked, not what it waited while other programs had the processor.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const empty = await pressKeys(page, session, emptyKey, 3 + emptyCount);
    const cost = spread(empty.slice(3)).median;
    // The address follows later: reveal.js writes it at most once in a second.
    const present = () => page.evaluate(() => document.querySelector('section.present')?.id);
    const before = await present();
    const steps = await pressKeys(page, session, 'ArrowRight', stepCount);
    if ((await present()) === before) throw new Error(`The deck in ${folder} does not step.`);
    return { readyMs, stepsMs: steps.map((ms) => Math.max(0, ms - cost)) };
  } finally {
    await page.close();
  }
}

/** Runs in the page, before all else: Rostrum's deck is ready when its root says so; stock tells by itself. */
function watchReady() {
  const root = document.documentElement;
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.classList.contains('is-ready')) return;
    window.readyMs = performance.now();
    observer.disconnect();
  }).observe(root ?? document, { attributes: true, attributeFilter: ['class'], subtree: root === null });
}

/** Runs in the page: comes true when two frames are drawn and nothing is left to do. */
function settle() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => requestIdleCallback(resolve))));
  });
}

/** What each press of a key, and all that follows from it, costs the main thread, in ms. */
async function pressKeys(page, session, key, count) {
  const costs = [];
  for (let index = 0; index < count; index += 1) {
    const before = await taskMs(session);
    await page.keyboard.press(key);
    await page.evaluate(settle);
    costs.push((await taskMs(session)) - before);
  }
  return costs;
}

async function taskMs(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/**
 * Bytes of the scripts and styles in the page of a deck, as a server sends them.
 * @param {string} folder of the deck
 * @returns {{ plain: number, gzip: number, brotli: number }}
 */
export function codeBytes(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const parts = [...page.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text]) => text);
  const code = Buffer.from(parts.join('\n'));
  return { plain: code.length, gzip: gzipSync(code).length, brotli: brotliCompressSync(code).length };
}
