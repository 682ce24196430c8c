import type { DrawnSlide } from './slides.ts';

const GROUP = /(<figure\b[^>]*?) role="group"/g;

/**
 * Slides for a screen. Templates call a figure a group, because on paper Chromium would tag it as one picture, whose words
 * nobody reads; a browser's own idea of a figure is the better one, and WAI-ARIA in HTML allows no other with a caption.
 */
export function forScreen(slides: readonly DrawnSlide[]): readonly DrawnSlide[] {
  return slides.map((slide) => ({ ...slide, html: slide.html.replace(GROUP, '$1') }));
}
