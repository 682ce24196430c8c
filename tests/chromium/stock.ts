import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What is in the notes of the talk, and on its hidden slide: nobody in the audience is to see it. */
export const SPOKEN = 'spoken-only';
export const HIDDEN = 'hidden-only';

const PLAIN = `<section id="one"><h2>One</h2><aside class="notes">${SPOKEN}</aside></section>
<section id="hidden" data-visibility="hidden"><h2>${HIDDEN}</h2></section>
<section id="two"><h2>Two</h2></section>
<section id="three"><h2>Three</h2></section>`;

/** Runs in the page that it stands in, or in one around it. */
const RUN = 'javascript:parent.ran=1';

/** Pages of reveal.js as its documents say to make them, by name: slides, and settings beside `hash`. */
const PAGES: Readonly<Record<string, readonly [slides: string, settings: string]>> = {
  index: [PLAIN, 'plugins: [RevealNotes]'],
  quiet: [PLAIN, 'plugins: [RevealNotes], postMessage: false'],
  background: [`<section><h2>First</h2></section><section data-background-iframe="${RUN}"><h2>One</h2></section>`, ''],
  frame: [`<section><h2>One</h2><iframe data-src="${RUN}"></iframe></section>`, ''],
  notes: ['<section data-notes="<img src=x onerror=window.ran=1>"><h2>One</h2></section>', 'showNotes: true'],
  comment: [
    `<section><h2>First</h2></section><section data-markdown><textarea data-template>## One\n\n<!-- .slide: data-background-iframe="${RUN}" --></textarea></section>`,
    'plugins: [RevealMarkdown]',
  ],
  link: [
    '<section data-markdown><textarea data-template>## One\n\n[press](javascript:window.ran=1)</textarea></section>',
    'plugins: [RevealMarkdown]',
  ],
};

/** Writes stock reveal.js with its plugins into a folder, and pages with it: `index.html` and one for each way in. */
export function writeStockSite(folder: string): void {
  const dist = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));
  mkdirSync(folder, { recursive: true });
  for (const file of ['reveal.js', 'reveal.css', 'plugin/notes.js', 'plugin/markdown.js']) {
    copyFileSync(join(dist, file), join(folder, file.replace('plugin/', '')));
  }
  for (const [name, [slides, settings]] of Object.entries(PAGES)) {
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html>
<meta charset="utf-8">
<title>Stock</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal.css">
<div class="reveal"><div class="slides">${slides}<section><h2>Last</h2></section></div></div>
<script src="reveal.js"></script>
<script src="notes.js"></script>
<script src="markdown.js"></script>
<script>Reveal.initialize({ hash: true, ${settings} });</script>
`,
    );
  }
}
