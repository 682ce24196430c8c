import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { TalkView } from '../view/contract.ts';
import { backgroundClass, printBackground } from './background.ts';
import { classAttribute, securityPolicy } from './page.ts';
import type { DrawnSlide } from './slides.ts';

/** A page for paper, with these boxes one after the other and no script; of slides, with every step shown. */
export function printPage(
  { title, lang }: Pick<TalkView, 'title' | 'lang'>,
  boxes: readonly string[],
  css: string,
): string {
  return `<!doctype html>
<html${languageAttributes(lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy([css], [], 'beside')}">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
${boxes.join('\n')}
</body>
</html>
`;
}

/** The CSS that makes sheets as large as slides. What a strip of pictures stands under is larger, and says so after it. */
export function slideSheetCss({ widthPx, heightPx }: SlideSize): string {
  return `@page{size:${widthPx}px ${heightPx}px;margin:0}\n`;
}

/** A slide that is a page by itself. */
export function slidePage({ id, html, lang, background }: DrawnSlide): string {
  const attributes = `${pageClass(background)} id="${escapeHtml(id)}"${languageAttributes(lang)}`;
  return `<article${attributes}>\n${printBackground(background)}${html}</article>`;
}

/** A slide on a sheet, made smaller by the CSS of the paper. Its id is that of the sheet. */
export function slideFrame({ html, lang, background }: DrawnSlide): string {
  // Chromium tags a passage with its language only when it is a group, or has a tag of its own.
  const group = lang === '' ? '' : ` role="group"${languageAttributes(lang)}`;
  return `<div class="frame">${slideBox({ html, background }, '', group)}</div>`;
}

/** The box of a slide, with another class and other attributes, as they are written. */
export function slideBox(
  { html, background }: Pick<DrawnSlide, 'html' | 'background'>,
  name = '',
  attributes = '',
): string {
  return `<div${pageClass(background, name)}${attributes}>\n${printBackground(background)}${html}</div>`;
}

function pageClass(background: DrawnSlide['background'], name = ''): string {
  return classAttribute(['page', name, backgroundClass(background)].filter((part) => part !== '').join(' '));
}
