import { createHash } from 'node:crypto';
import { directionOf } from '../text/direction.ts';
import { escapeHtml } from '../text/html.ts';
import { backgroundClass, deckBackground, printBackground } from './background.ts';
import type { DrawnSlide } from './slides.ts';

/** What the deck's page says about itself to browsers, search engines and whoever shares it. */
export interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly speaker: string;
  /** The picture for sharing, relative to the page; '' for none. */
  readonly picture: string;
  /** Where the deck will be published; '' when not known. */
  readonly address: string;
  readonly version: string;
}

/**
 * The deck's page as a whole. `css` and `script` stand in it, so that it opens from a folder as from a server. It names
 * an empty icon, because browsers ask the server for `/favicon.ico` otherwise. It comes in parts that follow one another:
 * as one text, a long talk with one Japanese name in it would take two bytes for each of its characters.
 */
export function deckPage(
  facts: PageFacts,
  slides: readonly DrawnSlide[],
  css: string,
  script: string,
): readonly string[] {
  const sections = slides.map(
    ({ id, layout, title, html, lang, background }) =>
      `<section id="${escapeHtml(id)}" aria-label="${escapeHtml(title)}" data-state="layout-${escapeHtml(layout)}"${classAttribute(backgroundClass(background))}${languageAttributes(lang)}${deckBackground(background)}>\n${html}</section>\n`,
  );
  const head = `<!doctype html>
<html${languageAttributes(facts.lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(css, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${metadata(facts)}
<style>${css}</style>
</head>
<body class="reveal-viewport">
<div class="reveal">
<main class="slides">
`;
  return [head, ...sections, `</main>\n</div>\n<script>${script}</script>\n</body>\n</html>\n`];
}

/** The page to print slides from: one box a slide, no script, every step shown. */
export function printPage(title: string, lang: string, slides: readonly DrawnSlide[], css: string): string {
  const pages = slides.map(
    ({ id, html, lang: own, background }) =>
      `<article${classAttribute(`page ${backgroundClass(background)}`.trim())} id="${escapeHtml(id)}"${languageAttributes(own)}>\n${printBackground(background)}${html}</article>`,
  );
  return `<!doctype html>
<html${languageAttributes(lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(css, null)}">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${pages.join('\n')}
</body>
</html>
`;
}

function classAttribute(names: string): string {
  return names === '' ? '' : ` class="${names}"`;
}

/** The language, and the direction where it is not the usual one; nothing where no language is named. */
function languageAttributes(lang: string): string {
  if (lang === '') return '';
  const direction = directionOf(lang) === 'rtl' ? ' dir="rtl"' : '';
  return ` lang="${escapeHtml(lang)}"${direction}`;
}

function metadata({ title, description, speaker, picture, address, version }: PageFacts): string {
  const base = address === '' || address.endsWith('/') ? address : `${address}/`;
  const named: readonly (readonly [string, string, string])[] = [
    ['name', 'generator', `Rostrum ${version}`],
    ['name', 'description', description],
    ['name', 'author', speaker],
    ['property', 'og:type', 'website'],
    ['property', 'og:title', title],
    ['property', 'og:description', description],
    ['property', 'og:url', address],
    ['property', 'og:image', picture === '' ? '' : base + picture],
    ['name', 'twitter:card', picture === '' ? '' : 'summary_large_image'],
  ];
  const tags = named
    .filter(([, , content]) => content !== '')
    .map(([kind, name, content]) => `<meta ${kind}="${name}" content="${escapeHtml(content)}">`);
  return [`<title>${escapeHtml(title)}</title>`, ...tags].join('\n');
}

/**
 * Content Security Policy 3: nothing but what the page itself holds and what lies beside it. Styles and scripts are
 * named by their hash; `script` is `null` for a page without one.
 */
function securityPolicy(css: string, script: string | null): string {
  const rules = [
    "default-src 'none'",
    `script-src ${script === null ? "'none'" : sourceHash(script)}`,
    `style-src ${sourceHash(css)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
