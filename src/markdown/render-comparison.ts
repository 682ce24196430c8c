import { escapeHtml } from '../text/html.ts';
import type { Figure, Image } from './tree.ts';

/**
 * Two pictures of the same place, side by side, each with its label: its caption, else what it shows. The script of the
 * deck lays one over the other. `attributes` are those of the box.
 */
export function renderComparison(
  pictures: readonly Figure[],
  attributes: string,
  imageHtml: (image: Image) => string,
): string {
  const figures = pictures.map(({ image }) => {
    // A screen reader reads the description of the picture itself.
    const label = image.title === '' ? ` aria-hidden="true">${escapeHtml(image.alt)}` : `>${escapeHtml(image.title)}`;
    return `<figure class="picture" role="group">${imageHtml(image)}<figcaption${label}</figcaption></figure>`;
  });
  return `<div${attributes} role="group" data-before-after>${figures.join('')}</div>`;
}
