import { findOutsideCode } from './mask.ts';
import type { TalkSlide } from './slides.ts';
import { type Edit, editTraced, type TracedText } from './traced.ts';

const TARGET = /\]\(\s*<?#([^)>\s]+)>?/g;

/** A slide of the talk with the addresses by which links of its deck may name it. */
export interface AddressedSlide {
  readonly slide: TalkSlide;
  readonly addresses: readonly string[];
}

/**
 * Slides whose links to one another lead there: a slide that one leads to by a number, or by an id that its tool makes
 * of its heading, is given that id.
 */
export function carryInnerLinks(slides: readonly AddressedSlide[]): readonly TalkSlide[] {
  const targets = new Set(
    slides.flatMap(({ slide }) => [slide.body, slide.heading, ...slide.notes].flatMap(targetsOf)),
  );
  if (targets.size === 0) return slides.map(({ slide }) => slide);
  const taken = new Set(slides.flatMap(({ slide }) => idOf(slide) ?? []));
  const ids = new Map<string, string>();
  const named = slides.map(({ slide, addresses }, index): TalkSlide => {
    const own = idOf(slide);
    const wanted = [...addresses, ...slugsOf(slide.heading.text)].filter(
      (address) => targets.has(address) && !ids.has(address) && !taken.has(address),
    );
    const [first] = wanted;
    if (first === undefined) {
      for (const address of addresses) if (own !== null) ids.set(address, own);
      return slide;
    }
    const id = own ?? (/^[^\s{}#=."'/\d][^\s{}#=."'/]*$/.test(first) ? first : `slide-${index + 1}`);
    for (const address of wanted) ids.set(address, id);
    taken.add(id);
    return own === null ? { ...slide, words: [`#${id}`, ...slide.words] } : slide;
  });
  return named.map((slide) => relink(slide, ids, taken));
}

function idOf({ words }: TalkSlide): string | null {
  return words.find((word) => word.startsWith('#'))?.slice(1) ?? null;
}

function targetsOf(text: TracedText): readonly string[] {
  return findOutsideCode(text.text, TARGET).map(([, target = '']) => target);
}

function relink(slide: TalkSlide, ids: ReadonlyMap<string, string>, taken: ReadonlySet<string>): TalkSlide {
  const relinked = (text: TracedText): TracedText =>
    editTraced(
      text,
      findOutsideCode(text.text, TARGET).flatMap(({ index, 0: whole, 1: target = '' }): readonly Edit[] => {
        // reveal.js's "#/id" is the slide with that id.
        const id = ids.get(target) ?? (target.startsWith('/') && taken.has(target.slice(1)) ? target.slice(1) : target);
        const start = index + whole.indexOf('#') + 1;
        return id === target ? [] : [{ start, end: start + target.length, text: id }];
      }),
    );
  return { ...slide, heading: relinked(slide.heading), body: relinked(slide.body), notes: slide.notes.map(relinked) };
}

/** The ids that Pandoc and GitHub make of a heading. */
function slugsOf(heading: string): readonly string[] {
  const text = heading
    .replace(/[`*]|!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .trim();
  const pandoc = text
    .replace(/[^\p{L}\p{M}\p{N}\s_.-]+/gu, '')
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '');
  const github = text.replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '').replace(/\s/g, '-');
  return [...new Set([pandoc, github])].filter((slug) => slug !== '');
}
