import { decodeHTML } from 'entities';
import type { SlideName } from './pdf/pages.ts';

const PLACE = /<(\w+)\b[^>]*?\sid="([^"]*)"/g;

/**
 * The ids inside of slides, such as those of footnotes, each with the name of its slide: what a link to one is called.
 * `html` is a page to print, in which slides are elements `article` with their ids.
 */
export function placesIn(html: string, slides: readonly SlideName[]): readonly SlideName[] {
  const names = new Map(slides.map(({ id, name }) => [id, name]));
  let name = '';
  return [...html.matchAll(PLACE)].flatMap(([, element, written = '']): SlideName[] => {
    const id = decodeHTML(written);
    if (element === 'article') name = names.get(id) ?? '';
    return element === 'article' || name === '' ? [] : [{ id, name }];
  });
}
