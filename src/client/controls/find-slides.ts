import { type FoldedText, foldText } from './fold-text.ts';

/** A slide as it is searched. */
export interface SearchedSlide {
  /** From 0. */
  readonly index: number;
  readonly title: FoldedText;
  /** What is on it beside its title. */
  readonly text: FoldedText;
}

/** A stretch of text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string;
  readonly isFound: boolean;
}

/** A slide that has all the words, with those around the first of them. */
export interface FoundSlide {
  readonly index: number;
  readonly title: readonly Stretch[];
  readonly excerpt: readonly Stretch[];
}

/** How much of the text stands before the first word that was found, and in all; in characters. */
const BEFORE = 40;
const LENGTH = 130;

/**
 * The slides that have all words of a query, anywhere; first the one whose number it is, then those that have them in
 * the title, in order. A query is text, whatever signs are in it.
 */
export function findSlides(slides: readonly SearchedSlide[], query: string): readonly FoundSlide[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const number = /^\d+$/.test(query.trim()) ? Number(query) - 1 : -1;
  const rank = ({ index, title }: SearchedSlide): number => {
    if (index === number) return 0;
    return terms.every((term) => title.text.includes(term)) ? 1 : 2;
  };
  return slides
    .filter(({ index, title, text }) => {
      return index === number || terms.every((term) => title.text.includes(term) || text.text.includes(term));
    })
    .map((slide) => ({ slide, rank: rank(slide) }))
    .sort((one, other) => one.rank - other.rank || one.slide.index - other.slide.index)
    .map(({ slide }) => show(slide, terms));
}

/** The words of a query as they are compared. */
export function termsOf(query: string): readonly string[] {
  return foldText(query)
    .text.split(' ')
    .filter((term) => term !== '');
}

/** Where words stand in a text: begin and end of each place in what was written, in order, none over another. */
export function findTerms(
  { text, starts }: FoldedText,
  terms: readonly string[],
): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  for (let at = 0; at < text.length; ) {
    const from = at;
    const term = terms.find((candidate) => text.startsWith(candidate, from));
    if (term !== undefined) places.push([starts[at] ?? 0, starts[at + term.length] ?? 0]);
    at += term?.length ?? 1;
  }
  return places;
}

function show({ index, title, text }: SearchedSlide, terms: readonly string[]): FoundSlide {
  const places = findTerms(text, terms);
  const { original } = text;
  const start = wordStart(original, (places[0]?.[0] ?? 0) - BEFORE);
  const end = wordEnd(original, start + LENGTH);
  const stretches = cut(original, start, end, places);
  const before = start > 0 ? [{ text: '… ', isFound: false }] : [];
  const after = end < original.length ? [{ text: ' …', isFound: false }] : [];
  return {
    index,
    title: cut(title.original, 0, title.original.length, findTerms(title, terms)),
    excerpt: stretches.length === 0 ? [] : [...before, ...stretches, ...after],
  };
}

/** A part of a text in stretches. */
function cut(
  text: string,
  start: number,
  end: number,
  places: readonly (readonly [number, number])[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = start;
  for (const [from, to] of places) {
    if (from < at || to > end) continue;
    stretches.push({ text: text.slice(at, from), isFound: false }, { text: text.slice(from, to), isFound: true });
    at = to;
  }
  stretches.push({ text: text.slice(at, end), isFound: false });
  return stretches.filter((stretch) => stretch.text.trim() !== '' || stretch.isFound || stretch.text === ' ');
}

/** The beginning of the word at a place; in writing without spaces, the place itself. */
function wordStart(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.slice(place, place + 15).search(/\s/);
  return space === -1 ? afterSurrogate(text, place) : place + space + 1;
}

function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.slice(place - 15, place).search(/\s\S*$/);
  return space === -1 ? afterSurrogate(text, place) : place - 15 + space;
}

/** No character is cut in two. */
function afterSurrogate(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place + 1 : place;
}
