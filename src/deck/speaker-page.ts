import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { NotesView, PlanView } from '../view/notes.ts';
import { deckKey, jsonInHtml, type PageFacts, SPEAKER_MARK, section, securityPolicy } from './page.ts';
import type { DrawnSlide } from './slides.ts';

/** What the page of the speaker's window is made of. */
export interface SpeakerPageParts {
  readonly facts: PageFacts;
  readonly slides: readonly DrawnSlide[];
  /** The notes of each slide, as HTML that is safe to stand in the page; '' for none. */
  readonly notes: readonly string[];
  readonly view: NotesView;
  readonly size: SlideSize;
  readonly secret: string;
  readonly words: Readonly<Record<string, string>>;
  readonly handoutWord: string;
  /** For the window, and for the slides in it: these stand in trees of their own. */
  readonly css: string;
  readonly slidesCss: string;
  readonly script: string;
}

/**
 * The page of the speaker's window, in parts that follow one another. Without its script it is the list of all notes.
 * The slides are in a template, which nothing loads pictures for.
 */
export function speakerPage(parts: SpeakerPageParts): readonly string[] {
  const { facts, slides, notes, view, secret, words, css, slidesCss, script } = parts;
  const say = sayer(words);
  const title = `${facts.title} – ${words.window ?? ''}`;
  const { timeSeconds, plan } = view;
  const data = {
    key: deckKey(facts),
    size: parts.size,
    secret,
    lang: facts.lang,
    timeSeconds,
    plan: plan.map(withoutTitle),
    words,
  };
  const head = `<!doctype html>
<html${languageAttributes(facts.lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy([css, slidesCss], [script])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<meta name="generator" content="${escapeHtml(`Rostrum ${facts.version}${SPEAKER_MARK}`)}">
<meta name="robots" content="noindex">
<style>${css}</style>
<style id="style-of-slides" media="not all">${slidesCss}</style>
</head>
<body>
${header(escapeHtml(title), say)}
<main>
${previews(say)}
<div class="notes">
<div class="panel-head"><h2 id="part-notes">${say('notes')}</h2>
<div class="sizes with-script">${signButton('smaller', say('smaller'))}${signButton('larger', say('larger'))}</div></div>
<div class="notes-text" data-part="notes" role="region" aria-labelledby="part-notes" tabindex="0">
`;
  const articles = slides.map(
    ({ title: name, lang }, index) =>
      `<article class="note"${languageAttributes(lang)}>\n<h3 class="note-title">${index + 1}. ${escapeHtml(name)}</h3>\n${notes[index] || `<p class="no-notes">${say('no-notes')}</p>`}\n</article>\n`,
  );
  const foot = `</div>
</div>
</main>
${footer(plan, say)}
<template id="slides">
`;
  const sections = slides.map((slide) => section(slide, parts.handoutWord));
  const tail = `</template>
<script type="application/json" id="speaker-data">${jsonInHtml(data)}</script>
<script>${script}</script>
</body>
</html>
`;
  return [head, ...articles, foot, ...sections, tail];
}

/** Gives a text by its name, escaped. */
type Say = (name: string) => string;

function sayer(words: SpeakerPageParts['words']): Say {
  return (name) => escapeHtml(words[name] ?? name);
}

function withoutTitle({ first, slideCount, timeSeconds }: PlanView): Omit<PlanView, 'title'> {
  return { first, slideCount, timeSeconds };
}

function button(part: string, text: string): string {
  return `<button type="button" data-part="${part}">${text}</button>`;
}

/** A button that the CSS gives a sign. */
function signButton(part: string, label: string): string {
  return `<button type="button" data-part="${part}" aria-label="${label}" title="${label}"></button>`;
}

function header(title: string, say: Say): string {
  return `<header>
<h1>${title}</h1>
<dl class="faces with-script">
<div class="face"><dt>${say('clock')}</dt><dd data-part="clock"></dd></div>
<div class="face"><dt>${say('elapsed')}</dt><dd><span data-part="elapsed" role="timer"></span> <span class="of" data-part="of"></span></dd></div>
</dl>
<div class="buttons with-script">${button('start', say('start'))}${button('reset', say('reset'))}</div>
<p class="pace with-script" data-part="pace"></p>
<div class="windows with-script"><p data-part="slides-state" role="status"></p>${button('open-slides', say('open-slides'))}</div>
</header>`;
}

function previews(say: Say): string {
  return `<section class="now with-script" aria-labelledby="part-now">
<div class="panel-head"><h2 id="part-now">${say('this-slide')}</h2><p><span data-part="position"></span> <span class="step" data-part="step"></span></p></div>
<div class="preview" data-part="now"></div>
<p class="name" data-part="now-name"></p>
</section>
<section class="next with-script" aria-labelledby="part-next">
<div class="panel-head"><h2 id="part-next" data-part="next-title">${say('next-slide')}</h2></div>
<div class="preview" data-part="next"></div>
<p class="name" data-part="next-name"></p>
</section>`;
}

function footer(plan: readonly PlanView[], say: Say): string {
  const items = plan.map(({ title, timeSeconds }) => {
    const time = timeSeconds === 0 ? '' : ` <span class="plan-time">${minutes(timeSeconds)}</span>`;
    return `<li><button type="button"><span class="plan-done"></span><span class="plan-title">${escapeHtml(title)}</span>${time}</button></li>`;
  });
  return `<footer class="with-script">
<div class="moves">${signButton('go-back', say('go-back'))}${signButton('go-on', say('go-on'))}</div>
<nav class="plan" aria-label="${say('plan')}"><ol>${items.join('')}</ol><span class="needle" data-part="needle" hidden></span></nav>
<div class="choices">${button('scheme', say('light'))}<label><input type="checkbox" data-part="letter-keys"> ${say('letter-keys')}</label></div>
</footer>`;
}

/** As 4:30. */
function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
