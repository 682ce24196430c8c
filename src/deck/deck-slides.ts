import type { Checked } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { escapeHtml } from '../text/html.ts';
import { usedContents } from './contents.ts';
import { type ClientFiles, deckCss, type PageParts, type Printable, packPageFonts, textsOf } from './deck.ts';
import { pageHeading, section } from './page.ts';
import { printPage } from './print-page.ts';
import { forScreen } from './screen.ts';
import { drawSlides } from './slides.ts';
import { hoistStyles } from './styles.ts';

/** Each slide in a window of its own, as large as the slide; reveal.js shows one that is `present` and has no script here. */
const WINDOWS_CSS = `
html, body { height: auto; overflow: visible; }
.reveal-viewport { width: var(--slide-width); height: var(--slide-height); overflow: hidden; }
.reveal .slides > section { display: block; transition: none; }
`;

/**
 * The slides as the deck shows them, one under the other in one page without a script, with all steps shown: to measure
 * what an audience sees. Findings and errors as `renderDeck`.
 */
export function renderDeckSlides(host: Host, parts: PageParts, client: ClientFiles): Checked<Printable> {
  const { view, templates, packed } = parts;
  const drawn = forScreen(drawSlides(view, templates));
  const fonts = packPageFonts(host, parts, textsOf(drawn));
  const { slides, css } = hoistStyles(drawn);
  const ofDeck = deckCss(parts, client, usedContents(drawn, client.contents), fonts.value, css);
  const windows = slides.map(
    (slide) =>
      `<div class="reveal-viewport layout-${escapeHtml(slide.layout)}"><div class="reveal"><div class="slides">\n${section(slide, '')}</div></div></div>`,
  );
  const body = [`${pageHeading(view.talk.title, slides)}<main>`, ...windows, '</main>'];
  const { widthPx, heightPx } = view.size;
  const value = {
    parts: [printPage(view.talk, body, ofDeck.shared + ofDeck.slides + WINDOWS_CSS)],
    assets: packed.box.files,
    widthPx,
    heightPx,
    pageCounts: null,
  };
  return { value, findings: fonts.findings };
}
