/**
 * The floor of a deck in the browser: reveal.js as its packages come, with its own settings, controls and addresses, on
 * the same slides with the same CSS, all of them in the document.
 */

import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The text between two others, the first time they occur. */
function between(text, start, end) {
  const from = text.indexOf(start);
  if (from === -1) throw new Error(`The page of the deck has no ${start}`);
  return text.slice(from + start.length, text.indexOf(end, from + start.length));
}

/** Slides as other tools write them: characters in the place of Rostrum's references to them, pictures as they come. */
function asUsual(html) {
  return html
    .replace(/&#(\d+);/g, (reference, code) => (code < 128 ? reference : String.fromCodePoint(code)))
    .replaceAll(' loading="lazy"', '');
}

/**
 * Writes a page of stock reveal.js with the slides of a deck. It tells by `window.readyMs` when reveal.js was ready.
 * @param {string} deck the folder of the deck
 * @param {string} folder where the page goes, with what the deck has beside its own
 */
export function writeStockDeck(deck, folder) {
  const page = readFileSync(join(deck, 'index.html'), 'utf8');
  mkdirSync(folder, { recursive: true });
  cpSync(join(deck, 'assets'), join(folder, 'assets'), { recursive: true });
  copyFileSync(require.resolve('reveal.js'), join(folder, 'assets', 'reveal.js'));
  copyFileSync(require.resolve('reveal.js/reveal.css'), join(folder, 'assets', 'reveal.css'));
  const slides = asUsual(between(page, '<main class="slides">', '</main>'));
  if (/ data-step="\d/.test(slides)) throw new Error('The floor knows no steps: measure a talk without them.');
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Stock</title>
<link rel="stylesheet" href="assets/reveal.css">
<style>${between(page, '<style>', '</style>')}</style>
<style>${between(page, '<style id="style-of-slides" media="not all">', '</style>')}</style>
</head>
<body>
<div class="reveal"><div class="slides">${slides}</div></div>
<script src="assets/reveal.js"></script>
<script>
Reveal.on('ready', () => { window.readyMs = performance.now(); });
Reveal.initialize({ hash: true, width: 1280, height: 720 });
</script>
</body>
</html>
`,
  );
}
