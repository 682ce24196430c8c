import { renderBlocks } from '../markdown/render.ts';
import type { Block } from '../markdown/tree.ts';
import type { Talk, TalkSlide } from '../talk/types.ts';
import type { Html } from '../text/html.ts';
import { talkFacts } from './facts.ts';
import { contextOf, type SlideSurroundings, type TalkSurroundings } from './slide.ts';

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
  /** The step that they belong to, from 0; `null` for what is said before the first, or when no notes are tied to steps. */
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
  const context = contextOf(slide, surroundings);
  const groups: { readonly step: number | null; readonly blocks: Block[] }[] = [];
  for (const block of slide.notes.speaker) {
    const step = slide.noteSteps.get(block) ?? null;
    const last = groups.at(-1);
    if (last && (last.step === step || block.kind === 'pause')) last.blocks.push(block);
    else groups.push({ step, blocks: [block] });
  }
  const speaker = groups.flatMap(({ step, blocks }): readonly NotePart[] => {
    const html = renderBlocks(blocks, context);
    return html === '' ? [] : [{ step, html }];
  });
  return { speaker, private: renderBlocks(slide.notes.private, context) };
}
