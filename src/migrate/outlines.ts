import { type FootnoteTexts, markedIn } from './footnotes.ts';
import { maskCode } from './mask.ts';
import type { TalkSlide } from './slides.ts';
import { isBlankText, joinTraced, type TracedText, tidyTraced, tracedTo } from './traced.ts';

/** An outline to be written: its file's name, and its text with where each line comes from. */
export interface WrittenOutline {
  readonly name: string;
  readonly text: TracedText;
}

/** Lines that would end notes after `Note:`, or mean something else in them. */
const NEEDS_BOX = /^ {0,3}(?:#{1,2}(?:[ \t]|$)|(?:[-*_][ \t]*){3,}$|notes?:)|^[ \t]*:{3,}/im;

/** Slides as outlines, a new one at each opening of a section; `00-opening.md` holds those before the first. */
export function writeOutlines(slides: readonly TalkSlide[], footnotes: FootnoteTexts): readonly WrittenOutline[] {
  const groups: TalkSlide[][] = [];
  for (const slide of slides) {
    const isNew = groups.length === 0 || slide.opens === 'section';
    if (isNew) groups.push([slide]);
    else groups.at(-1)?.push(slide);
  }
  const digits = Math.max(2, String(groups.length - 1).length);
  const unmarked = unmarkedOf(slides, footnotes);
  return groups.flatMap((group, index): readonly WrittenOutline[] => {
    const text = joinTraced(
      [...writeSlides(group, footnotes), ...(index === groups.length - 1 ? unmarked : [])],
      '\n\n',
    );
    const stem = index === 0 ? 'opening' : slugOf(group[0]?.heading.text ?? '');
    return text ? [{ name: `${String(index).padStart(digits, '0')}-${stem}.md`, text: withLineEnd(text) }] : [];
  });
}

/** All slides as one text, for a talk in one file. */
export function writeOneOutline(slides: readonly TalkSlide[], footnotes: FootnoteTexts): TracedText {
  const parts = [...writeSlides(slides, footnotes), ...unmarkedOf(slides, footnotes)];
  return withLineEnd(joinTraced(parts, '\n\n') as TracedText);
}

/** The slides of an outline; what a footnote says stands under the first slide that marks it. */
function writeSlides(slides: readonly TalkSlide[], footnotes: FootnoteTexts): readonly TracedText[] {
  const written = new Set<string>();
  return slides.flatMap((slide, index): readonly TracedText[] => {
    const names = namesIn(slide, footnotes).filter((name) => !written.has(name));
    for (const name of names) written.add(name);
    const own = names.flatMap((name) => footnotes.get(name) ?? []);
    const body =
      joinTraced(
        [slide.body, ...own].filter((part) => !isBlankText(part)),
        '\n\n',
      ) ?? slide.body;
    return [writeSlide({ ...slide, body }, index === 0)];
  });
}

/** The footnotes that a slide marks, and those that these mark. */
function namesIn({ heading, body, notes }: TalkSlide, footnotes: FootnoteTexts): readonly string[] {
  const names = new Set([heading, body, ...notes].flatMap(markedIn));
  for (const name of names) for (const inner of markedIn(footnotes.get(name) ?? heading)) names.add(inner);
  return [...names];
}

function unmarkedOf(slides: readonly TalkSlide[], footnotes: FootnoteTexts): readonly TracedText[] {
  const marked = new Set(slides.flatMap((slide) => namesIn(slide, footnotes)));
  return [...footnotes].flatMap(([name, text]) => (marked.has(name) ? [] : [text]));
}

function withLineEnd(text: TracedText): TracedText {
  return { ...text, text: `${text.text.trimEnd()}\n` };
}

/** A ruler at the very start of a file could be taken for front matter. */
function writeSlide({ opens, heading, words, body, notes }: TalkSlide, isFirst: boolean): TracedText {
  const origin = (isBlankText(heading) ? body : heading).origins[0] ?? heading.origins[0];
  const list = words.length === 0 ? '' : `{${words.join(' ')}}`;
  const parts: TracedText[] = [];
  const add = (text: string): void => {
    if (origin && text !== '') parts.push(tracedTo(origin, text));
  };
  if (opens === 'ruler') {
    add(isFirst ? list : ['---', list].filter((part) => part !== '').join('\n\n'));
  } else {
    const signs = opens === 'section' ? '#' : '##';
    add([`${signs} ${heading.text.trim()}`, list].filter((part) => part !== '').join(' '));
  }
  if (!isBlankText(body)) parts.push(tidyTraced(body));
  const noted = joinTraced(notes, '\n\n');
  if (noted) parts.push(writeNotes(noted));
  return joinTraced(parts, '\n\n') ?? tracedTo(origin as NonNullable<typeof origin>, '');
}

function writeNotes(notes: TracedText): TracedText {
  const needsBox = NEEDS_BOX.test(maskCode(notes.text));
  const [before, after] = needsBox ? [':::: notes', '::::'] : ['Note:', ''];
  const first = notes.origins[0];
  const last = notes.origins.at(-1);
  if (!first || !last) return notes;
  const parts = [tracedTo(first, before), tidyTraced(notes), ...(after === '' ? [] : [tracedTo(last, after)])];
  return joinTraced(parts, '\n') ?? notes;
}

function slugOf(text: string): string {
  const words = text
    .replace(/\{[^{}]*\}$/, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 50).replace(/-+$/, '') || 'part';
}
