import { escapeHtml } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { TalkView } from '../view/contract.ts';
import { holderClass, printBackground } from './background.ts';
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
export function slidePage(slide: DrawnSlide): string {
  const { id, html, lang, background } = slide;
  const attributes = `${pageClass(slide)} id="${escapeHtml(id)}"${languageAttributes(lang)}`;
  return `<article${attributes}>\n${printBackground(background)}${html}</article>`;
}

/** A slide on a sheet, made smaller by the CSS of the paper. Its id is that of the sheet. */
export function slideFrame(slide: DrawnSlide): string {
  const { lang } = slide;
  // Chromium tags a passage with its language only when it is a group, or has a tag of its own.
  const group = lang === '' ? '' : ` role="group"${languageAttributes(lang)}`;
  return `<div class="frame">${slideBox(slide, '', group)}</div>`;
}

/** The box of a slide, with another class and other attributes, as they are written. */
export function slideBox(slide: HeldSlide, name = '', attributes = ''): string {
  return `<div${pageClass(slide, name)}${attributes}>\n${printBackground(slide.background)}${slide.html}</div>`;
}

/** What the box of a slide depends on. */
type HeldSlide = Pick<DrawnSlide, 'html' | 'background' | 'typeStep'>;

function pageClass(slide: HeldSlide, name = ''): string {
  return classAttribute(['page', name, holderClass(slide)].filter((part) => part !== '').join(' '));
}
