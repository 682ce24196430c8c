import { renderBlocks } from '../markdown/render.ts';
import type { Block } from '../markdown/tree.ts';
import { footnotesInNotes, type NumberedFootnote } from '../talk/footnotes.ts';
import type { Talk, TalkSlide } from '../talk/types.ts';
import { Html } from '../text/html.ts';
import { talkFacts } from './facts.ts';
import { contextOf, footnotesHtml, type SlideSurroundings, type TalkSurroundings } from './slide.ts';

/** What the speaker alone sees of a talk. No deck for an audience is made with it. */
export interface NotesView {
  /** What the whole talk may take; 0 when nobody says. */
  readonly timeSeconds: number;
  readonly plan: readonly PlanView[];
  /** The notes of each slide, in the order of the slides. */
  readonly slides: readonly SlideNotes[];
}

/** A section in the plan of the talk. */
export interface PlanView {
  /** Its title; that of its first slide where it has none. */
  readonly title: string;
  /** The place of its first slide, from 0. */
  readonly first: number;
  readonly slideCount: number;
  /** What it may take; 0 when nobody says. */
  readonly timeSeconds: number;
}

/** The notes of one slide. */
export interface SlideNotes {
  /** What is said, in order. */
  readonly speaker: readonly NotePart[];
  /** What is for nobody else; '' for none. */
  readonly private: Html | '';
}

/** Notes that are said together. */
export interface NotePart {
  /** The step that they belong to; `null` for what is said before the first click, or when no notes are tied to steps. */
  readonly step: number | null;
  readonly html: Html;
}

/** The notes of a talk and its plan. Pictures are named by `surroundings.pictureUrl`. */
export function viewNotes(talk: Talk, surroundings: SlideSurroundings): NotesView {
  const whole: TalkSurroundings = { ...surroundings, factsFor: talkFacts(talk) };
  return {
    timeSeconds: talk.timeSeconds || talk.plan.reduce((sum, { timeSeconds }) => sum + timeSeconds, 0),
    plan: viewPlan(talk),
    slides: talk.slides.map((slide) => viewSlideNotes(slide, whole)),
  };
}

function viewPlan({ plan, slides }: Talk): readonly PlanView[] {
  let first = 0;
  return plan.map(({ title, slideCount, timeSeconds }) => {
    const shown = { title: title || (slides[first]?.title ?? ''), first, slideCount, timeSeconds };
    first += slideCount;
    return shown;
  });
}

function viewSlideNotes(slide: TalkSlide, surroundings: TalkSurroundings): SlideNotes {
  const footnotes = footnotesInNotes(slide);
  const context = contextOf(slide, surroundings);
  const marked = new Map([...footnotes.speaker, ...footnotes.private].map((numbered) => [numbered.footnote, numbered]));
  const own: NotesContext = {
    ...context,
    footnoteOf: (footnote) => marked.get(footnote) ?? context.footnoteOf(footnote),
  };
  const groups: { readonly step: number | null; readonly blocks: Block[] }[] = [];
  for (const block of slide.notes.speaker) {
    const step = slide.noteSteps.get(block) ?? null;
    const last = groups.at(-1);
    if (last && (last.step === step || block.kind === 'pause')) last.blocks.push(block);
    else groups.push({ step, blocks: [block] });
  }
  const drawn = groups.map(({ step, blocks }) => ({ step, html: renderBlocks(blocks, own) }));
  const parts = drawn.flatMap(({ step, html }): readonly NotePart[] => (html === '' ? [] : [{ step, html }]));
  const speaker = parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, html: withFootnotes(part.html, footnotes.speaker, own) } : part,
  );
  const alone = renderBlocks(slide.notes.private, own);
  return { speaker, private: alone === '' ? '' : withFootnotes(alone, footnotes.private, own) };
}

type NotesContext = ReturnType<typeof contextOf>;

function withFootnotes(notes: Html, footnotes: readonly NumberedFootnote[], context: NotesContext): Html {
  return footnotes.length === 0 ? notes : new Html(notes + footnotesHtml(footnotes, context));
}
