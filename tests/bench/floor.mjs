/**
 * The floor: what a person would write in an hour to turn the same outlines into the same kind of deck, without any
 * care: no positions, no checks, no messages, no safe writing. Rostrum's build is measured against it.
 *
 *     node tests/bench/floor.mjs TALK OUT
 *
 * Every formula is drawn, also one that was drawn before; KaTeX's own CSS and fonts are copied as they are.
 */

import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import hljs from 'highlight.js/lib/core';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import katex from 'katex';
import { marked } from 'marked';

const require = createRequire(import.meta.url);
const [talkFolder, outFolder] = process.argv.slice(2);
const slidesFolder = join(talkFolder, 'slides');

hljs.registerLanguage('json', json);
hljs.registerLanguage('python', python);
hljs.registerLanguage('ts', typescript);

marked.use({
  renderer: {
    code({ text, lang }) {
      const html = hljs.getLanguage(lang)
        ? hljs.highlight(text, { language: lang }).value
        : Handlebars.escapeExpression(text);
      return `<pre><code class="hljs language-${lang}">${html}</code></pre>\n`;
    },
  },
});

/** Formulas between dollar signs as HTML; the code of the generated talk has none. */
function withFormulas(markdown) {
  return markdown.replace(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g, (_, display, inline) =>
    katex.renderToString(display ?? inline, { displayMode: display !== undefined }),
  );
}

const slideTemplate = Handlebars.compile(`<section>
<p class="kicker">{{kicker}}</p>
{{#if heading}}<{{level}}>{{{heading}}}</{{level}}>{{/if}}
<div class="body">{{{body}}}</div>
<footer>{{title}} <span>{{number}}</span></footer>
</section>
`);

const pageTemplate = Handlebars.compile(`<!doctype html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<title>{{title}}</title>
<link rel="stylesheet" href="assets/reveal.css">
<link rel="stylesheet" href="assets/theme.css">
<link rel="stylesheet" href="assets/katex.min.css">
</head>
<body>
<div class="reveal"><div class="slides">
{{{slides}}}</div></div>
<script src="assets/reveal.js"></script>
<script>Reveal.initialize({ hash: true, width: 1280, height: 720 });</script>
</body>
</html>
`);

/** Cuts an outline at `#`, `##` and `---` outside code, and leaves the notes out. */
function splitSlides(markdown) {
  const slides = [];
  let fence = false;
  let note = false;
  let slide = null;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fence = !fence;
    const heading = fence ? null : /^(#{1,2}) (.*)$/.exec(line);
    if (heading || (!fence && line === '---')) {
      slide = { level: heading ? `h${heading[1].length}` : '', heading: heading ? heading[2] : '', lines: [] };
      slides.push(slide);
      note = false;
    } else if (!fence && line === 'Note:') {
      note = true;
    } else if (slide && !note) {
      slide.lines.push(line);
    }
  }
  return slides;
}

const yaml = readFileSync(join(slidesFolder, 'talk.yaml'), 'utf8');
const title = /^title: (.*)$/m.exec(yaml)[1];
const lang = /^lang: (.*)$/m.exec(yaml)[1];

let slides = '';
let number = 0;
for (const name of readdirSync(slidesFolder).sort()) {
  if (!name.endsWith('.md')) continue;
  let kicker = '';
  for (const slide of splitSlides(readFileSync(join(slidesFolder, name), 'utf8'))) {
    number += 1;
    const heading = marked.parseInline(slide.heading);
    const body = marked.parse(withFormulas(slide.lines.join('\n')));
    slides += slideTemplate({ kicker, heading, level: slide.level, body, title, number });
    if (slide.level === 'h1') kicker = slide.heading;
  }
}

const fonts = [
  ['newsreader', 400, 'normal'],
  ['newsreader', 500, 'normal'],
  ['newsreader', 400, 'italic'],
  ['libre-franklin', 400, 'normal'],
  ['libre-franklin', 500, 'normal'],
  ['libre-franklin', 600, 'normal'],
  ['jetbrains-mono', 400, 'normal'],
];

let theme = `.reveal { font-family: libre-franklin; font-size: 30px }
.reveal pre { text-align: left }
.reveal h1, .reveal h2 { font-family: newsreader; font-weight: 500 }
.reveal code { font-family: jetbrains-mono }
.hljs-keyword { color: #8a2be2 }
.hljs-string { color: #0a6b3d }
.hljs-comment { color: #666 }
`;

mkdirSync(join(outFolder, 'assets'), { recursive: true });
for (const [family, weight, style] of fonts) {
  const file = require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff2`);
  copyFileSync(file, join(outFolder, 'assets', basename(file)));
  theme += `@font-face { font-family: ${family}; src: url(${basename(file)}); font-weight: ${weight}; font-style: ${style} }\n`;
}
copyFileSync(require.resolve('reveal.js'), join(outFolder, 'assets', 'reveal.js'));
copyFileSync(require.resolve('reveal.js/reveal.css'), join(outFolder, 'assets', 'reveal.css'));
const katexFolder = dirname(require.resolve('katex'));
copyFileSync(join(katexFolder, 'katex.min.css'), join(outFolder, 'assets', 'katex.min.css'));
cpSync(join(katexFolder, 'fonts'), join(outFolder, 'assets', 'fonts'), { recursive: true });
cpSync(join(slidesFolder, 'media'), join(outFolder, 'media'), { recursive: true });
writeFileSync(join(outFolder, 'assets', 'theme.css'), theme);
writeFileSync(join(outFolder, 'index.html'), pageTemplate({ title, lang, slides }));
console.log(`${number} slides`);
