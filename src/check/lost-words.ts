import { decodeHTML } from 'entities';
import type { DeclaredField } from '../text/declared-layouts.ts';
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
 * plain text, such as the kicker, is for the layout to choose; but for fields that it declares itself.
 */
export function findLostNames(
  slide: unknown,
  shape: Shape,
  declared: readonly DeclaredField[],
  drawn: string,
): readonly LostName[] {
  const contents = [...CONTENT_TEXTS, ...declared.flatMap(textsOf)];
  const shown = { text: bare(drawn), html: drawn };
  const lost = new Map<string, LostName>();
  for (const { name, value } of valuesOf(slide, shape, 'slide', contents)) {
    if (!lost.has(name) && !isShown(value, shown)) lost.set(name, { name, words: wordsOf(value).slice(0, 60) });
  }
  return [...lost.values()];
}

interface NamedValue {
  readonly name: string;
  readonly value: string | Html;
}

/** Texts that are content, as other texts are not. */
const CONTENT_TEXTS: readonly string[] = ['slide.figure', 'slide.picture.src'];

function textsOf({ name, kind }: DeclaredField): readonly string[] {
  if (kind === 'text') return [`slide.${name}`];
  return kind === 'picture' ? [`slide.${name}.src`] : [];
}

function valuesOf(value: unknown, shape: Shape, name: string, contents: readonly string[]): readonly NamedValue[] {
  if (value === null || value === '' || value === undefined) return [];
  switch (shape.kind) {
    case 'html':
      return value instanceof Html && String(value) !== '' ? [{ name, value }] : [];
    case 'text':
      return contents.includes(name) ? [{ name, value: String(value) }] : [];
    case 'record':
      return Object.entries(shape.fields).flatMap(([field, inner]) =>
        valuesOf((value as Readonly<Record<string, unknown>>)[field], inner, `${name}.${field}`, contents),
      );
    case 'list':
      return (value as readonly unknown[]).flatMap((item) => valuesOf(item, shape.of, `${name}[]`, contents));
    case 'maybe':
      return valuesOf(value, shape.of, name, contents);
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
