import { deckBackground } from './background.ts';
import { motionAttributes } from './motion.ts';
import type { DrawnSlide } from './slides.ts';

/** A kind of content that a person can work with: its script and CSS for the page. */
export interface ContentFiles {
  /** As in the attribute `data-NAME` of its elements. */
  readonly name: string;
  readonly script: string;
  readonly css: string;
}

/** The kinds of content that some slide has: a deck carries no script that it does not use. */
export function usedContents(slides: readonly DrawnSlide[], kinds: readonly ContentFiles[]): readonly ContentFiles[] {
  return kinds.filter(({ name }) => {
    const attribute = ` data-${name}`;
    return slides.some((slide) => partsOf(slide).some((part) => part.includes(attribute)));
  });
}

function partsOf(slide: DrawnSlide): readonly string[] {
  return [slide.html, slide.handout, motionAttributes(slide), deckBackground(slide.background)];
}
