import { decodeHTML } from 'entities';
import { Html } from '../text/html.ts';
import type { Shape } from '../view/shape.ts';

/** A name that a layout was given words by and did not show. */
export interface LostName {
  /** As the template would write it: `slide.body`. */
  readonly name: string;
  /** The first words that are lost. */
  readonly words: string;
}

/**
 * The names whose words do not stand in what a layout drew of them: all that is HTML, and numbers and pictures. What is
 * plain text, such as the kicker, is for the layout to choose.
 */
export function findLostNames(slide: unknown, shape: Shape, drawn: string): readonly LostName[] {
  const shown = { text: bare(drawn), html: drawn };
  const lost = new Map<string, LostName>();
  for (const { name, value } of valuesOf(slide, shape, 'slide')) {
    if (!lost.has(name) && !isShown(value, shown)) lost.set(name, { name, words: wordsOf(value).slice(0, 60) });
  }
  return [...lost.values()];
}

interface NamedValue {
  readonly name: string;
  readonly value: string | Html;
}

/** Texts that are content, as other texts are not. */
const CONTENT_TEXTS = ['slide.figure', 'slide.picture.src'];

function valuesOf(value: unknown, shape: Shape, name: string): readonly NamedValue[] {
  if (value === null || value === '' || value === undefined) return [];
  switch (shape.kind) {
    case 'html':
      return value instanceof Html && String(value) !== '' ? [{ name, value }] : [];
    case 'text':
      return CONTENT_TEXTS.includes(name) ? [{ name, value: String(value) }] : [];
    case 'record':
      return Object.entries(shape.fields).flatMap(([field, inner]) =>
        valuesOf((value as Readonly<Record<string, unknown>>)[field], inner, `${name}.${field}`),
      );
    case 'list':
      return (value as readonly unknown[]).flatMap((item) => valuesOf(item, shape.of, `${name}[]`));
    case 'maybe':
      return valuesOf(value, shape.of, name);
    default:
      return [];
  }
}

function isShown(value: string | Html, { text, html }: { readonly text: string; readonly html: string }): boolean {
  if (value instanceof Html) return text.includes(bare(String(value)));
  return text.includes(bare(value)) || html.includes(value);
}

/** Text without tags and spaces: however a template wraps a value, its words stay one after another. */
function bare(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, '')).replace(/\s+/g, '');
}

function wordsOf(value: string | Html): string {
  return decodeHTML(String(value).replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
