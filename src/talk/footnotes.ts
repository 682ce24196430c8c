import type { Footnote, FootnoteMark } from '../markdown/tree.ts';
import type { Slide } from '../outline/types.ts';
import type { Finding } from '../text/finding.ts';
import type { Contents } from './contents.ts';
import { noSourcesSlide } from './findings.ts';
import type { TalkFields } from './types.ts';

/** A footnote as it is shown: its number, and the id of the place where it stands. */
export interface NumberedFootnote {
  readonly footnote: Footnote;
  readonly number: number;
  readonly id: string;
}
/** The footnotes that stand on a slide, and where each one that it marks stands. */
export interface SlideFootnotes {
  readonly shown: readonly NumberedFootnote[];
  readonly marked: ReadonlyMap<Footnote, NumberedFootnote>;
}

const NONE: SlideFootnotes = { shown: [], marked: new Map() };

/**
 * The footnotes of each slide, in order: at its own foot and counted by slide, or all on the last slide of sources and
 * counted through the talk. Finding: `no-sources-slide`.
 */
export function placeFootnotes(
  slides: readonly { readonly slide: Slide; readonly contents: Contents }[],
  place: TalkFields['footnotes'],
  findings: Finding[],
): readonly SlideFootnotes[] {
  const marks = slides.map(({ contents }) => contents.footnotes);
  if (marks.every((own) => own.length === 0)) return slides.map(() => NONE);
  return place === 'slide' ? marks.map(onSlide) : inSources(slides, marks, findings);
}

function onSlide(marks: readonly FootnoteMark[], index: number): SlideFootnotes {
  const shown = numberAll(marks, `footnote-${index + 1}-`);
  return { shown, marked: byFootnote(shown) };
}

function inSources(
  slides: readonly { readonly slide: Slide }[],
  marks: readonly (readonly FootnoteMark[])[],
  findings: Finding[],
): readonly SlideFootnotes[] {
  const all = numberAll(marks.flat(), 'footnote-');
  const last = slides.findLastIndex(({ slide }) => slide.layout.name === 'sources');
  const first = marks.flat()[0];
  if (last === -1 && first && all.length > 0) findings.push(noSourcesSlide(first.span));
  const marked = byFootnote(all);
  return slides.map((_, index) => ({ shown: index === last ? all : [], marked }));
}

/** Marks without a footnote are text, and have no number. */
function numberAll(marks: readonly FootnoteMark[], prefix: string): readonly NumberedFootnote[] {
  const footnotes = new Set(marks.map(({ footnote }) => footnote).filter(({ blocks }) => blocks.length > 0));
  return [...footnotes].map((footnote, index) => ({ footnote, number: index + 1, id: `${prefix}${index + 1}` }));
}

function byFootnote(shown: readonly NumberedFootnote[]): ReadonlyMap<Footnote, NumberedFootnote> {
  return new Map(shown.map((numbered) => [numbered.footnote, numbered]));
}
