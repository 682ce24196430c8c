import type { Footnote, FootnoteMark } from '../markdown/tree.ts';
import type { Slide } from '../outline/types.ts';
import type { Finding } from '../text/finding.ts';
import { type Contents, collectNotes } from './contents.ts';
import { noSourcesSlide } from './findings.ts';
import type { TalkFields, TalkSlide } from './types.ts';

/** A footnote as it is shown: its number, and the id of the place where it stands. */
export interface NumberedFootnote {
  readonly footnote: Footnote;
  readonly number: number;
  readonly id: string;
}
/** The footnotes that stand on a slide, and where each one that it marks stands. */
export interface SlideFootnotes {
  readonly shown: readonly NumberedFootnote[];
  /** Those that only its handout marks: they stand under that, numbered on. */
  readonly inHandout: readonly NumberedFootnote[];
  readonly marked: ReadonlyMap<Footnote, NumberedFootnote>;
}

const NONE: SlideFootnotes = { shown: [], inHandout: [], marked: new Map() };

/** The marks of a slide, and of its handout. */
type Marks = Pick<Contents, 'footnotes' | 'handoutFootnotes'>;

/**
 * The footnotes of each slide, in order: at its own foot and counted by slide, or all on the last slide of sources and
 * counted through the talk. Finding: `no-sources-slide`.
 */
export function placeFootnotes(
  slides: readonly { readonly slide: Slide; readonly contents: Contents }[],
  place: TalkFields['footnotes'],
  findings: Finding[],
): readonly SlideFootnotes[] {
  const marks = slides.map(({ contents }) => contents);
  const hasNone = marks.every((own) => own.footnotes.length + own.handoutFootnotes.length === 0);
  if (hasNone) return slides.map(() => NONE);
  return place === 'slide' ? marks.map(onSlide) : inSources(slides, marks, findings);
}

/**
 * The footnotes that only the notes of a slide mark, in reading order and numbered on from those of the slide: what is
 * said, then what is the speaker's alone.
 */
export function footnotesInNotes(
  slide: TalkSlide,
): Readonly<Record<'speaker' | 'private', readonly NumberedFootnote[]>> {
  const { notes } = slide;
  const prefix = `footnote-${slide.number}-`;
  const marks = (own: Partial<TalkSlide['notes']>): readonly FootnoteMark[] =>
    collectNotes({ ...slide, notes: { speaker: [], handout: [], private: [], ...own } }).handoutFootnotes;
  const shown = [...slide.footnotes.marked.values()];
  const said = numberAll(marks({ speaker: notes.speaker }), prefix, shown);
  return { speaker: said, private: numberAll(marks({ private: notes.private }), prefix, [...shown, ...said]) };
}

function onSlide(marks: Marks, index: number): SlideFootnotes {
  const prefix = `footnote-${index + 1}-`;
  const shown = numberAll(marks.footnotes, prefix);
  const inHandout = numberAll(marks.handoutFootnotes, prefix, shown);
  return { shown, inHandout, marked: byFootnote([...shown, ...inHandout]) };
}

function inSources(
  slides: readonly { readonly slide: Slide }[],
  marks: readonly Marks[],
  findings: Finding[],
): readonly SlideFootnotes[] {
  const shownMarks = marks.flatMap(({ footnotes }) => footnotes);
  const all = numberAll(shownMarks, 'footnote-');
  const last = slides.findLastIndex(({ slide }) => slide.layout.name === 'sources');
  const [first] = shownMarks;
  if (last === -1 && first && all.length > 0) findings.push(noSourcesSlide(first.span));
  let marked = byFootnote(all);
  const counted = [...all];
  return marks.map(({ handoutFootnotes }, index) => {
    const inHandout = numberAll(handoutFootnotes, 'footnote-', counted);
    counted.push(...inHandout);
    if (inHandout.length > 0) marked = byFootnote(counted);
    return { shown: index === last ? all : [], inHandout, marked };
  });
}

/**
 * Footnotes with their numbers, from that after the ones before. Marks without a footnote are text, and have no number.
 */
function numberAll(
  marks: readonly FootnoteMark[],
  prefix: string,
  before: readonly NumberedFootnote[] = [],
): readonly NumberedFootnote[] {
  const known = new Set(before.map(({ footnote }) => footnote));
  const said = marks.map(({ footnote }) => footnote).filter(({ blocks }) => blocks.length > 0);
  const footnotes = [...new Set(said)].filter((footnote) => !known.has(footnote));
  return footnotes.map((footnote, index) => {
    const number = before.length + index + 1;
    return { footnote, number, id: `${prefix}${number}` };
  });
}

function byFootnote(shown: readonly NumberedFootnote[]): ReadonlyMap<Footnote, NumberedFootnote> {
  return new Map(shown.map((numbered) => [numbered.footnote, numbered]));
}
