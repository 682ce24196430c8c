import { createHash } from 'node:crypto';
import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideSize } from '../text/slide-size.ts';
import { deckBackground, holderClass } from './background.ts';
import { motionAttributes } from './motion.ts';
import { withReferences } from './references.ts';
import { withLazyPictures } from './screen.ts';
import type { DrawnSlide } from './slides.ts';

/** What tells the pages of the speaker's deck from all others, after the version. */
export const SPEAKER_MARK = ' for the speaker';

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
  /** What joins the page to the speaker's window; left out of every deck but the speaker's. */
  readonly link?: SpeakerLink;
}

/** What the page of the speaker's deck knows of the other window: nothing of its notes. */
export interface SpeakerLink {
  /** What the two pages alone know. */
  readonly secret: string;
}

/** The styles of a deck, each for what it is about, so that a view never fights with the rules of the other. */
export interface PageStyles {
  /** For both views: fonts, tokens, controls. */
  readonly shared: string;
  /** For slides, one at a time; switched on by the script. */
  readonly slides: string;
  /** For reading, in one column: without scripts, on a small screen, on paper. */
  readonly reading: string;
}

/** The scripts of a deck. */
export interface PageScripts {
  /** Runs before the slides are read, so that no slide is drawn in vain. */
  readonly head: string;
  readonly deck: string;
}

/**
 * The deck's page as a whole. Styles and scripts stand in it, so that it opens from a folder as from a server. It names
 * an empty icon, because browsers ask the server for `/favicon.ico` otherwise. It comes in parts that follow one another:
 * as one text, a long talk with one Japanese name in it would take two bytes for each of its characters.
 */
export function deckPage(
  facts: PageFacts & { readonly size: SlideSize },
  slides: readonly DrawnSlide[],
  styles: PageStyles,
  scripts: PageScripts,
  words: DeckWords,
  files: FilePlace = 'beside',
): readonly string[] {
  const policy = securityPolicy(Object.values(styles), [scripts.head, scripts.deck], files);
  const head = `<!doctype html>
<html${languageAttributes(facts.lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${metadata(facts)}
<script>${scripts.head}</script>
<style>${styles.shared}</style>
<style id="style-of-slides" media="not all">${styles.slides}</style>
<style id="style-of-reading">${styles.reading}</style>
</head>
<body>
${pageHeading(facts.title, slides)}<div class="reveal">
<main class="slides">
`;
  const sections = slides.map((slide) => withReferences(withLazyPictures(section(slide, words.handout))));
  const data = `<script type="application/json" id="deck-data">${jsonInHtml({ key: deckKey(facts), size: facts.size, words: words.deck, speaker: facts.link })}</script>`;
  return [head, ...sections, `</main>\n</div>\n${data}\n<script>${scripts.deck}</script>\n</body>\n</html>\n`];
}

/** The title of the talk as the heading of the page, for who cannot see it, where no slide has one of that level. */
export function pageHeading(title: string, slides: readonly DrawnSlide[]): string {
  if (slides.some(({ html }) => html.includes('<h1'))) return '';
  return `<header class="visually-hidden"><h1>${escapeHtml(title)}</h1></header>\n`;
}

/** Where the files of a page are: in its folder, or in the page itself as `data:` addresses. */
export type FilePlace = 'beside' | 'inside';

/** What the page itself says in the language of the talk. */
export interface DeckWords {
  /** What the notes of a handout are called. */
  readonly handout: string;
  /** What the controls say, by name. */
  readonly deck: Readonly<Record<string, string>>;
}

/** One slide as it stands in a page. */
export function section(slide: DrawnSlide, handoutLabel: string): string {
  const { id, layout, title, html, lang, background, handout } = slide;
  const attributes = [
    ` id="${escapeHtml(id)}"`,
    ` aria-label="${escapeHtml(title)}"`,
    slide.section === '' ? '' : ` data-section="${escapeHtml(slide.section)}"`,
    ` data-state="layout-${escapeHtml(layout)}"`,
    classAttribute(holderClass(slide)),
    motionAttributes(slide),
    languageAttributes(lang),
  ];
  const notes =
    handout === ''
      ? ''
      : `<div class="handout" role="note" aria-label="${escapeHtml(handoutLabel)}">${handout}</div>\n`;
  return `<section${attributes.join('')}>\n${deckBackground(background)}${html}${notes}</section>\n`;
}

/** What the state of a deck is kept under in a browser, where all decks on a disk share one place. */
export function deckKey({ title, speaker, address, lang }: PageFacts): string {
  const facts = JSON.stringify([title, speaker, address, lang]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 12);
}

/** JSON that can stand in a script element: nothing in it ends the element or opens a comment. */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** A `class` attribute with these names; nothing when there is none. */
export function classAttribute(names: string): string {
  return names === '' ? '' : ` class="${names}"`;
}

function metadata({ title, description, speaker, picture, address, version, link }: PageFacts): string {
  const base = address === '' || address.endsWith('/') ? address : `${address}/`;
  const named: readonly (readonly [string, string, string])[] = [
    ['name', 'generator', `Rostrum ${version}${link === undefined ? '' : SPEAKER_MARK}`],
    ['name', 'robots', link === undefined ? '' : 'noindex'],
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
 * Content Security Policy 3: nothing but what the page itself holds and, where it has files, what lies beside it. Styles and scripts are
 * named by their hash.
 */
export function securityPolicy(
  styles: readonly string[],
  scripts: readonly string[],
  files: FilePlace = 'beside',
): string {
  const source = files === 'beside' ? "'self'" : 'data:';
  const rules = [
    "default-src 'none'",
    `script-src ${scripts.length === 0 ? "'none'" : scripts.map(sourceHash).join(' ')}`,
    `style-src ${styles.map(sourceHash).join(' ')}`,
    `img-src ${files === 'beside' ? "'self' data:" : source}`,
    `font-src ${source}`,
    `media-src ${files === 'beside' ? "'self' data:" : source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
