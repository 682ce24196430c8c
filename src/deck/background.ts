import { escapeHtml } from '../text/html.ts';
import type { BackgroundView } from '../view/view.ts';
import type { DrawnSlide } from './slides.ts';

/** The element that stands behind a slide of the deck; '' for none. It is decoration, and no sound comes of it. */
export function deckBackground(background: BackgroundView | null): string {
  if (background?.kind !== 'video') return printBackground(background);
  const src = escapeHtml(background.value);
  return `<div class="background"><video src="${src}" aria-hidden="true" tabindex="-1" muted loop playsinline data-backdrop preload="none"></video></div>`;
}

/** The element that stands behind a slide on paper. Of a video nothing is printed but the ground of its tone. */
export function printBackground(background: BackgroundView | null): string {
  if (background === null) return '';
  const value = escapeHtml(background.value);
  if (background.kind === 'color') {
    return `<svg class="background" viewBox="0 0 16 9" preserveAspectRatio="none" aria-hidden="true"><rect width="16" height="9" fill="${value}"/></svg>`;
  }
  if (background.kind === 'video') return '<div class="background"></div>';
  return `<div class="background"><img src="${value}" alt=""></div>`;
}

/** The classes of the element that holds a slide: what is behind the slide, and how large its type is. */
export function holderClass({ background, typeStep }: Pick<DrawnSlide, 'background' | 'typeStep'>): string {
  return [...backgroundClasses(background), ...(typeStep === 0 ? [] : [`type-${typeStep}`])].join(' ');
}

function backgroundClasses(background: BackgroundView | null): readonly string[] {
  if (background === null) return [];
  return ['has-background', `background-${background.kind}`, background.isDark ? 'on-dark' : 'on-light'];
}
