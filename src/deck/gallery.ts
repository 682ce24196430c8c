import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { bothSchemesCss } from '../theme/tokens.ts';
import { typeScaleCss } from '../theme/type-scale.ts';
import { type PageParts, packPageFonts } from './deck.ts';
import { shareFonts } from './gallery-fonts.ts';
import { type DrawnTheme, type GalleryCss, type GalleryFacts, galleryPage } from './gallery-page.ts';
import { forPaper } from './paper.ts';
import { drawSlides } from './slides.ts';
import { hoistStyles } from './styles.ts';
import type { Assets, Deck } from './types.ts';

/**
 * The slides of a talk as one theme draws them, standing still as on paper. Pictures and fonts are in the box of `parts`.
 * Findings and errors as `renderDeck`.
 */
export function drawTheme(host: Host, parts: PageParts, name: string): Checked<DrawnTheme> {
  const { view, theme, templates, math } = parts;
  const drawn = forPaper(drawSlides(view, templates)).map((slide) => ({ ...slide, handout: '' }));
  const texts = drawn.map(({ html }) => html);
  const fonts = packPageFonts(host, parts, texts);
  const hoisted = hoistStyles(drawn);
  const slides = hoisted.slides.map((slide, index) => ({ ...slide, number: view.slides[index]?.slide.number ?? 0 }));
  const css = [
    fonts.value,
    bothSchemesCss(theme, view.size),
    math.css,
    theme.css,
    typeScaleCss(theme),
    hoisted.css,
  ].join('');
  return { value: { name, scheme: theme.scheme, slides, css: forTree(css) }, findings: fonts.findings };
}

/** What CSS says of the root of a page, said of the tree that slides stand in. */
function forTree(css: string): string {
  return css.replaceAll(/:root\b/g, ':host');
}

/**
 * The gallery of some themes: its page, and those of `assets` that it shows, since slides and themes may have been left out.
 * `css` is that of the gallery itself.
 */
export function renderGallery(
  themes: readonly DrawnTheme[],
  assets: Assets,
  css: GalleryCss,
  facts: GalleryFacts,
): Deck {
  const shared = shareFonts(themes.map((theme) => theme.css));
  const columns = themes.map((theme, index) => ({ ...theme, css: shared.css[index] ?? '' }));
  const page = galleryPage(columns, { ...css, page: shared.faces + css.page }, facts);
  const shown = [...assets].filter(([address]) => page.some((part) => part.includes(address)));
  return { files: new Map([['index.html', Buffer.from(page.join(''))], ...shown]) };
}
