import type { Outline } from '../outline/types.ts';
import type { PlannedSection, Section } from './types.ts';

/**
 * The sections of a talk in order, with the time that each may take: the `time` of its outline, shared by the slides of
 * that; outlines without one share what is left of the talk's own, `totalSeconds`. 0 where nobody says a time.
 */
export function planTalk(
  placed: readonly { readonly section: Section; readonly outline: Outline }[],
  totalSeconds: number,
): readonly PlannedSection[] {
  const slidesOf = new Map<Outline, number>();
  const sections = new Map<Section, { readonly outline: Outline; slideCount: number }>();
  for (const { section, outline } of placed) {
    slidesOf.set(outline, (slidesOf.get(outline) ?? 0) + 1);
    const known = sections.get(section);
    if (known) known.slideCount += 1;
    else sections.set(section, { outline, slideCount: 1 });
  }
  const named = [...slidesOf.keys()].reduce((sum, { timeSeconds }) => sum + timeSeconds, 0);
  const open = [...slidesOf].reduce((sum, [{ timeSeconds }, count]) => sum + (timeSeconds > 0 ? 0 : count), 0);
  const leftPerSlide = open === 0 ? 0 : Math.max(0, totalSeconds - named) / open;
  return [...sections].map(([{ title }, { outline, slideCount }]) => {
    const perSlide = outline.timeSeconds > 0 ? outline.timeSeconds / (slidesOf.get(outline) ?? 1) : leftPerSlide;
    return { title, slideCount, timeSeconds: Math.round(perSlide * slideCount) };
  });
}
