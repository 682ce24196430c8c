import { directionOf } from '../text/direction.ts';
import { escapeHtml, Html } from '../text/html.ts';
import type { SlideScene } from './view.ts';

/** What belongs to a slide but stands elsewhere, such as its notes on paper, in the slide's language; '' stays ''. */
export function inLanguage(html: Html | '', { lang }: Pick<SlideScene, 'lang'>): Html | '' {
  if (html === '' || lang === '') return html;
  const direction = directionOf(lang);
  const dir = direction === '' ? '' : ` dir="${direction}"`;
  return new Html(`<div lang="${escapeHtml(lang)}"${dir}>${html}</div>`);
}
