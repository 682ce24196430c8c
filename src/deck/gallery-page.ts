import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { Scheme, ThemeSummary, WordTexts } from '../theme/types.ts';
import { fillIn, slideWords } from '../view/words.ts';
import { securityPolicy } from './page.ts';
import { slideBox } from './print-page.ts';
import { withReferences } from './references.ts';
import { withLazyPictures } from './screen.ts';
import type { DrawnSlide } from './slides.ts';

/** A theme of the gallery, and the slides that it draws. */
export interface DrawnTheme {
  readonly name: string;
  /** The scheme that it is made for, or that the talk asks for. */
  readonly scheme: Scheme;
  readonly slides: readonly NumberedSlide[];
  /** For a tree of their own, with the `@font-face` rules that they need. */
  readonly css: string;
}

/** A slide with its place in the talk, from 1. */
export interface NumberedSlide extends DrawnSlide {
  readonly number: number;
}

/** The CSS of the gallery: of its page, and around the slides of a theme, in a tree of their own. */
export interface GalleryCss {
  readonly page: string;
  readonly tree: string;
}

/** What the page of the gallery says beside the slides, and how. */
export interface GalleryFacts {
  readonly title: string;
  readonly lang: string;
  readonly version: string;
  /** The theme that the talk has. */
  readonly current: string;
  /** The scheme that the talk asks for; '' when each theme has its own. */
  readonly scheme: Scheme | '';
  /** What themes say of themselves. */
  readonly themes: readonly Pick<ThemeSummary, 'name' | 'about'>[];
  /** The fonts for words that those of a screen do not have, as CSS names them. */
  readonly fonts: string;
  /** What Rostrum says in the language of the talk. */
  readonly words: WordTexts;
}

/** Gives a text by its name, filled in and escaped. */
type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The page with the slides of a talk in several themes, in parts that follow one another; without a script. The slides of
 * a theme stand in a tree of their own, so that its styles touch nothing else, and nothing else touches them. In the grid
 * of the page they have an `order`: for each slide its name, then the slide in every theme.
 */
export function galleryPage(themes: readonly DrawnTheme[], css: GalleryCss, facts: GalleryFacts): readonly string[] {
  const say = sayer(facts.words.gallery);
  const slides = themes[0]?.slides ?? [];
  const pageCss = css.page + placesCss(themes.length, slides.length, facts.fonts);
  const trees = themes.map((theme) => theme.css + css.tree + cellsCss(slides.length));
  const title = say('title', { title: facts.title, count: themes.length });
  const head = `<!doctype html>
<html${languageAttributes(facts.lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy([pageCss, ...trees], [])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<meta name="generator" content="${escapeHtml(`Rostrum ${facts.version}`)}">
<style>${pageCss}</style>
</head>
<body>
${header(title, facts.scheme, say)}<main tabindex="0" aria-label="${title}">
${names(slides, say)}`;
  const columns = themes.map((theme, index) => column(theme, trees[index] ?? '', facts, say));
  return [head, ...columns, '</main>\n</body>\n</html>\n'];
}

function sayer(words: Readonly<Record<string, string>>): Say {
  return (name, values = {}) => escapeHtml(fillIn(words[name] ?? name, values));
}

function header(title: string, scheme: Scheme | '', say: Say): string {
  return `<header>
<h1>${title}</h1>
<div class="choices">
<a class="all" href="#">${say('all')}</a>
${choice('scheme', scheme === '' ? ['own', 'light', 'dark'] : ['light', 'dark'], scheme || 'own', say)}
${choice('size', ['small', 'medium', 'large'], 'medium', say)}
</div>
</header>
`;
}

function choice(name: string, values: readonly string[], chosen: string, say: Say): string {
  const options = values.map((value) => {
    const state = value === chosen ? ' checked' : '';
    return `<label><input type="radio" name="${name}" value="${value}"${state}> <span>${say(value)}</span></label>`;
  });
  return `<fieldset class="choice-${name}">\n<legend>${say(name)}</legend>\n${options.join('\n')}\n</fieldset>`;
}

/** The names of the slides, each a link to this slide in all themes. Names of themes have no slash at an end, so no id is there twice. */
function names(slides: readonly NumberedSlide[], say: Say): string {
  const items = slides.map(({ number, title, lang }) => {
    const label = say('slide-alone', { number });
    return `<li id="/${number}"><a href="#/${number}" title="${label}"><span class="number">${number}</span> <span${languageAttributes(lang)}>${escapeHtml(title)}</span></a></li>\n`;
  });
  return withReferences(
    `<section class="names" aria-labelledby="/"><h2 id="/">${say('slides')}</h2>\n<ol role="list">\n${items.join('')}</ol></section>\n`,
  );
}

function column(
  { name, scheme, slides }: DrawnTheme,
  css: string,
  { current, themes, words }: GalleryFacts,
  say: Say,
): string {
  const id = escapeHtml(name);
  const about = themes.find((theme) => theme.name === name)?.about ?? '';
  const badge = name === current ? `<p class="current">${say('current')}</p>\n` : '';
  const cells = slides.map((slide) => cell(slide, name, slideWords(words.slides).slide(slide.number, slide.title)));
  return `<section class="theme is-${scheme}" id="${id}" aria-labelledby="${id}/">
<div class="about">
<h2 id="${id}/"><a href="#${encodeURIComponent(name)}" title="${say('theme-alone', { theme: name })}">${id}</a></h2>
${badge}<p>${escapeHtml(about)}</p>
</div>
<div class="tree"><template shadowrootmode="open"><style>${css}</style>
${withReferences(cells.join(''))}</template></div>
</section>
`;
}

/** A slide as a picture: nothing in it is read out once for each theme, and nothing can be reached in it. */
function cell(slide: DrawnSlide, theme: string, label: string): string {
  const html = withLazyPictures(slide.html);
  const page = slideBox({ ...slide, html }, '', ` inert${languageAttributes(slide.lang)}`);
  return `<div class="cell"><p class="name" aria-hidden="true">${escapeHtml(theme)}</p><div class="box" role="img" aria-label="${escapeHtml(label)}">${page}</div></div>\n`;
}

/** Where names stand in the grid, and what is left of all slides when one of them is asked for. */
function placesCss(themeCount: number, slideCount: number, fonts: string): string {
  const rules = numbersTo(slideCount).map(
    (number) =>
      `.names li:nth-child(${number}){order:${2 * number}}\nmain:has(.names li:nth-child(${number}):target){--cell-${number}:block}\n`,
  );
  return `:root{--themes:${themeCount};--fonts:${fonts}}\n${rules.join('')}`;
}

/** Where the slides of a theme stand in the grid. */
function cellsCss(slideCount: number): string {
  const rules = numbersTo(slideCount).map(
    (number) =>
      `.cell:nth-of-type(${number}){order:${2 * number + 1};display:var(--cell-${number},var(--cells,block))}\n`,
  );
  return rules.join('');
}

function numbersTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
