/**
 * The floor of printing: opens a print page that is there already and prints it, with the browser that Rostrum prints
 * with. No bookmarks, no checks, nothing done to the PDF.
 *
 *     ROSTRUM_BROWSER=/path/to/browser node tests/bench/print-floor.mjs FOLDER OUT.pdf
 *
 * FOLDER holds `print.html` and what it names, in `assets/`; all of it is served from memory.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import puppeteer from 'puppeteer';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

const [folder, out] = process.argv.slice(2);
const origin = 'https://print.invalid';

const files = new Map();
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  files.set(`${origin}/${relative(folder, path).split(sep).join('/')}`, readFileSync(path));
}

const executablePath = process.env.ROSTRUM_BROWSER;
const browser = await puppeteer.launch({
  executablePath,
  headless: executablePath.includes('headless-shell') ? 'shell' : true,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await page.setRequestInterception(true);
page.on('request', (request) => {
  const body = files.get(request.url());
  request.respond(body ? { body, contentType: types[extname(request.url())] } : { status: 404 });
});
await page.goto(`${origin}/print.html`, { waitUntil: 'load', timeout: 0 });
await page.evaluate(() => document.fonts.ready.then(() => true));
writeFileSync(out, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }));
await browser.close();
