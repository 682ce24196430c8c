/**
 * Draws the pictures of README and docs in a browser, and writes docs/language.md. Needs a built program: npm run pictures,
 * or npm run pictures -- NAME ... for those of some fixtures alone, or of the sheets of many slides: sheets.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';
import { FIXTURES, languageFixtures, languagePage, pictureOf } from './language-page.mjs';
import { drawSheets } from './sheets.mjs';

const DOCS = fileURLToPath(new URL('../docs', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../dist/rostrum/cli.js', import.meta.url));

const rostrum = (...args) =>
  JSON.parse(execFileSync(process.execPath, [PROGRAM, ...args, '--json'], { encoding: 'utf8' }));

const scratch = mkdtempSync(join(tmpdir(), 'rostrum-pictures-'));
const { browser: executablePath } = rostrum('browser');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await puppeteer.launch({ executablePath, args });
const fixtures = languageFixtures();
const chosen = process.argv.slice(2);
try {
  if (chosen.length === 0) rmSync(join(DOCS, 'pictures', 'language'), { recursive: true, force: true });
  mkdirSync(join(DOCS, 'pictures', 'language'), { recursive: true });
  for (const { name, ids } of fixtures) {
    if (chosen.length === 0 || chosen.includes(name)) await drawFixture(name, ids);
  }
  writeFileSync(join(DOCS, 'language.md'), languagePage(fixtures));
  if (chosen.length === 0 || chosen.includes('sheets')) {
    await drawSheets(browser, rostrum, scratch, join(DOCS, 'pictures'));
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function drawFixture(name, ids) {
  const folder = join(scratch, name);
  rostrum('build', join(FIXTURES, name, 'talk.md'), '-o', folder);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: 0.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.waitForSelector('html.is-ready');
  // Controls and progress are the deck's, not the slide's.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('.bar, .talk-progress')) part.remove();
  });
  for (const [index, id] of ids.entries()) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `/${id}`);
    await page.waitForSelector(`section.present[id="${id}"]`);
    const steps = await page.evaluate(
      () =>
        new Set([...document.querySelectorAll('section.present .fragment')].map((one) => one.dataset.fragmentIndex))
          .size,
    );
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
    await page.screenshot({ path: join(DOCS, pictureOf(name, index)), type: 'webp', quality: 80 });
  }
  await page.close();
}
