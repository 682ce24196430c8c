import { Html } from '../text/html.ts';
import { languageAttributes } from '../text/language-attributes.ts';
import type { SlideScene } from './view.ts';

/** What belongs to a slide but stands elsewhere, such as its notes on paper, in the slide's language; '' stays ''. */
export function inLanguage(html: Html | '', { lang }: Pick<SlideScene, 'lang'>): Html | '' {
  return html === '' || lang === '' ? html : new Html(`<div${languageAttributes(lang)}>${html}</div>`);
}
