import { escapeHtml } from '../text/html.ts';
import { languageName } from '../text/language-name.ts';
import type { RenderContext } from './render-context.ts';
import { attributeValue, hasClass, type Media } from './tree.ts';

/** Classes of a video or sound that say how it plays. */
export const PLAYING: readonly string[] = ['loop', 'muted', 'autoplay'];

/**
 * A video or a sound in its figure. Beside it stands what paper has instead: the poster, or an empty frame, and where to
 * find it. `attributes` are those of the figure, `caption` its `figcaption`.
 */
export function renderMedia(media: Media, attributes: string, caption: string, context: RenderContext): string {
  const kind = `media media-${media.type}`;
  const named = attributes.includes(' class="')
    ? attributes.replace(' class="', ` class="${kind} `)
    : ` class="${kind}"${attributes}`;
  const width = attributeValue(media.attributes, 'width');
  const style = width === '' ? '' : ` style="width: ${escapeHtml(width)}"`;
  return `<figure${named} role="group"${style}>${playerHtml(media, context)}${paperHtml(media, context)}${caption}</figure>`;
}

/** The element that plays. Nothing of a file is fetched before it is asked for, but for what is shown of it. */
function playerHtml({ type, image, attributes }: Media, context: RenderContext): string {
  const poster = posterOf(attributes, context);
  const plays = hasClass(attributes, 'autoplay') && hasClass(attributes, 'muted');
  const parts = [
    ` src="${escapeHtml(context.pictureUrl(image.src))}"`,
    ` aria-label="${escapeHtml(image.alt)}" controls`,
    type === 'video' ? ' playsinline' : '',
    poster === '' ? ' preload="metadata"' : ` preload="none" poster="${poster}"`,
    hasClass(attributes, 'loop') ? ' loop' : '',
    hasClass(attributes, 'muted') ? ' muted' : '',
    ` data-media="${plays ? 'autoplay' : ''}"`,
  ];
  return `<${type}${parts.join('')}>${trackHtml(attributes, context)}</${type}>`;
}

function posterOf(attributes: Media['attributes'], { pictureUrl }: RenderContext): string {
  const poster = attributeValue(attributes, 'poster');
  return poster === '' ? '' : escapeHtml(pictureUrl(poster));
}

function trackHtml(attributes: Media['attributes'], context: RenderContext): string {
  const captions = attributeValue(attributes, 'captions');
  if (captions === '') return '';
  const lang = attributeValue(attributes, 'lang') || context.lang;
  return `<track kind="captions" src="${escapeHtml(context.pictureUrl(captions))}" srclang="${escapeHtml(lang)}" label="${escapeHtml(languageName(lang))}" default>`;
}

const PLAY_SIGN =
  '<svg class="media-sign" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="23"/><path d="M19 14v20l16-10z"/></svg>';

function paperHtml({ type, image, attributes }: Media, context: RenderContext): string {
  const poster = posterOf(attributes, context);
  const picture = poster === '' ? '' : `<img src="${poster}" alt="${escapeHtml(image.alt)}">`;
  const frame = type === 'video' ? `<div class="media-frame">${picture}${PLAY_SIGN}</div>` : '';
  const name = escapeHtml(image.src.slice(image.src.lastIndexOf('/') + 1));
  const published = context.published(context.pictureUrl(image.src));
  const place = published
    ? `<a href="${escapeHtml(published.address)}">${escapeHtml(published.address)}</a>`
    : `<span>${name}</span>`;
  const words = `<p data-label="${escapeHtml(image.src)}">${escapeHtml(context.words[type])}: ${place}</p>`;
  return `<div class="media-paper">${frame}<div class="media-place">${published?.qrCode ?? ''}${words}</div></div>`;
}
