import type { Section, TalkSlide } from './types.ts';

/** A part of the talk, as its agenda names it. */
export interface Part {
  readonly section: Section;
  /** The id of its first slide. */
  readonly id: string;
}

/** The parts of a talk, in order: the sections that a `#` opens, or those that only their outline names. */
export function partsOf(slides: readonly TalkSlide[]): readonly Part[] {
  const firsts = new Map<Section, TalkSlide>();
  for (const slide of slides) if (!firsts.has(slide.section)) firsts.set(slide.section, slide);
  return [...firsts].flatMap(([section, { id, opening }]) => {
    const isNamed = section.number > 0 || opening !== 'section';
    return isNamed && section.title !== '' ? [{ section, id }] : [];
  });
}
