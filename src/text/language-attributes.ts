import { directionOf } from './direction.ts';
import { escapeHtml } from './html.ts';

/** The attributes `lang` and `dir` of an element, with a space before each; nothing where no language is named. */
export function languageAttributes(lang: string): string {
  if (lang === '') return '';
  const direction = directionOf(lang);
  const dir = direction === '' ? '' : ` dir="${direction}"`;
  return ` lang="${escapeHtml(lang)}"${dir}`;
}
