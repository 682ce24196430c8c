import type { Slides } from '../slides.ts';

/** A section of the talk: slides that follow one another. */
export interface SectionOfTalk {
  /** '' before the first. */
  readonly title: string;
  /** Of its slides, from 0. */
  readonly indices: readonly number[];
}

/** The sections of a talk, in order. */
export function sectionsOf(slides: Slides): readonly SectionOfTalk[] {
  const sections: { title: string; indices: number[] }[] = [];
  for (const [index, { dataset }] of slides.sections.entries()) {
    const title = dataset.section ?? '';
    const last = sections[sections.length - 1];
    if (last?.title === title) last.indices.push(index);
    else sections.push({ title, indices: [index] });
  }
  return sections;
}
