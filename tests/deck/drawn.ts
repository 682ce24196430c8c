import type { ClientFiles } from '../../src/deck/deck.ts';
import type { DrawnSlide } from '../../src/deck/slides.ts';

/** A drawn slide with nothing special about it. */
export function drawnSlide(own: Partial<DrawnSlide> = {}): DrawnSlide {
  return {
    id: 'a',
    layout: 'points',
    title: 'A',
    html: '<div class="slide">a</div>\n',
    lang: '',
    background: null,
    typeStep: 9,
    motion: { transition: 'none', kioskSeconds: 0, isAnimated: false },
    handout: '',
    section: '',
    ...own,
  };
}

/** The scripts and styles of a deck, each a few letters. */
export const CLIENT: ClientFiles = {
  scripts: { head: 'head()', deck: 'start()' },
  css: '.bar{}\n',
  slidesCss: '.reveal{}\n',
  contents: [],
};
