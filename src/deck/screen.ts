import type { DrawnSlide } from './slides.ts';

const PICTURE = /<img\b(?![^>]*\sloading=)/g;
const GROUP = /(<figure\b[^>]*?) role="group"/g;

/**
 * Slides for a screen. Templates call a figure a group, because on paper Chromium would tag it as one picture, whose words
 * nobody reads; a browser's own idea of a figure is the better one, and WAI-ARIA in HTML allows no other with a caption.
 */
export function forScreen(slides: readonly DrawnSlide[]): readonly DrawnSlide[] {
  return slides.map((slide) => ({ ...slide, html: slide.html.replace(GROUP, '$1') }));
}

/** HTML of which a browser loads a picture only when it is about to show: a long talk starts without all of its pictures. */
export function withLazyPictures(html: string): string {
  return html.replace(PICTURE, '<img loading="lazy"');
}
