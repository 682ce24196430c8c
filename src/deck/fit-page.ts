import type { Host } from '../text/host.ts';
import { AssetBox } from './assets.ts';
import { type PageParts, type Printable, packPageFonts, textsOf, themeCss } from './deck.ts';
import { forPaper } from './paper.ts';
import { printPage, slidePage } from './print-page.ts';
import type { DrawnSlide } from './slides.ts';
import { hoistStyles } from './styles.ts';

/** The page on which the fit of some slides is measured: each in a box of its own, as on paper. Throws as `renderDeck`. */
export function renderFitPage(host: Host, parts: PageParts, slides: readonly DrawnSlide[]): Printable {
  const { view, theme, packed, math } = parts;
  const drawn = forPaper(slides);
  // Fonts that only this page needs must not go into the deck.
  const box = new AssetBox();
  const fonts = packPageFonts(host, { ...parts, packed: { ...packed, box } }, textsOf(drawn));
  const hoisted = hoistStyles(drawn);
  const boxes = hoisted.slides.map((slide) => packed.box.beside(slidePage(slide)));
  const css = packed.box.beside(fonts.value + math.css + themeCss(theme, view.size) + hoisted.css);
  return {
    parts: [printPage(view.talk, boxes, css)],
    assets: new Map([...packed.box.files, ...box.files]),
    widthPx: view.size.widthPx,
    heightPx: view.size.heightPx,
    pageCounts: null,
  };
}
