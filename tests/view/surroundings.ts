import type { SlideSurroundings } from '../../src/view/slide.ts';
import { wordsFor } from '../words.ts';

/** Surroundings in which nothing is drawn, and pictures have their own names; `own` over them. */
export function plainSurroundings(own: Partial<SlideSurroundings> = {}): SlideSurroundings {
  return {
    pictureUrl: (src) => src,
    pictureSize: () => null,
    published: () => null,
    lang: 'en',
    highlight: () => null,
    math: () => null,
    chart: () => null,
    diagram: () => null,
    direction: 'ltr',
    words: wordsFor('en'),
    ...own,
  };
}
