import { type Checked, type Finding, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { SlideSize } from '../text/slide-size.ts';
import { unbundledCharacters } from '../theme/findings.ts';
import { FontShelf } from '../theme/fonts.ts';
import type { Templates } from '../theme/templates.ts';
import { otherSchemeCss, readingSchemeCss, tokensToCss } from '../theme/tokens.ts';
import { typeScaleCss } from '../theme/type-scale.ts';
import type { Theme } from '../theme/types.ts';
import type { View } from '../view/view.ts';
import { AssetBox } from './assets.ts';
import { captionsAddress, isCaptions } from './captions.ts';
import { type ContentFiles, usedContents } from './contents.ts';
import type { EmbeddedBox } from './embedded-box.ts';
import { packFonts } from './fonts.ts';
import { withoutFormulas } from './math.ts';
import { deckPage, type PageFacts, type PageScripts } from './page.ts';
import { packPicture } from './pictures.ts';
import { forScreen } from './screen.ts';
import { type DrawnSlide, drawSlides } from './slides.ts';
import { hoistStyles } from './styles.ts';
import type { Assets, Deck } from './types.ts';

/** reveal.js and Rostrum's own script for the deck, as built. */
export interface ClientFiles {
  readonly scripts: PageScripts;
  /** For both views, and for slides alone. */
  readonly css: string;
  readonly slidesCss: string;
  readonly contents: readonly ContentFiles[];
}

/**
 * Pages to print one after the other, which link to one another, with the files they refer to, and their size in CSS px:
 * what is wider than that would shrink them.
 */
export interface Printable {
  readonly parts: readonly string[];
  readonly assets: Assets;
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many pages each slide is; `null` where slides take as many as they need. */
  readonly pageCounts: readonly number[] | null;
}

/** The pictures of a talk as they go into the deck, and the address of each. */
export interface PackedPictures {
  readonly box: AssetBox;
  readonly shelf: FontShelf;
  readonly addresses: ReadonlyMap<string, string>;
}

/** Puts the pictures and media of a talk into a box, each with the fonts it needs, and gives them addresses. */
export function packPictures(
  host: Host,
  theme: Theme,
  media: ReadonlyMap<string, Uint8Array>,
  box = new AssetBox(),
): PackedPictures {
  const shelf = new FontShelf(host, theme);
  const addresses = new Map<string, string>();
  for (const [path, bytes] of media) {
    const address = isCaptions(path) ? captionsAddress(bytes) : box.add(path, packPicture(host, shelf, path, bytes));
    addresses.set(path, address);
  }
  return { box, shelf, addresses };
}

/** Puts a logo into the box of a page, with the fonts it needs; gives its address. */
export function packLogo(host: Host, { box, shelf }: PackedPictures, path: string, bytes: Uint8Array): string {
  return box.add(path, packPicture(host, shelf, path, bytes));
}

/** What a page is made of: the view, the theme that draws it, and the pictures it shows. */
export interface PageParts {
  readonly view: View;
  readonly theme: Theme;
  readonly templates: Templates;
  readonly packed: PackedPictures;
  readonly math: PackedMath;
}

/** The formulas of a talk: each distinct one as HTML, and the CSS that they need. */
export interface PackedMath {
  readonly html: readonly string[];
  readonly css: string;
}

/**
 * The deck: its page and the files beside it. Finding: `unbundled-character`. Throws `Stop` when a font is at fault.
 */
export function renderDeck(host: Host, parts: PageParts, client: ClientFiles, facts: PageFacts): Checked<Deck> {
  const { value: page, findings } = drawPage(host, parts, client, facts, null);
  const files = new Map([['index.html', encodeParts(page)], ...parts.packed.box.files]);
  return { value: { files }, findings };
}

/**
 * The deck as one page with everything in it. Its pictures must have been packed into `box`, which makes bytes of the
 * parts that come back. Findings and errors as `renderDeck`.
 */
export function renderSingleFile(
  host: Host,
  parts: PageParts,
  client: ClientFiles,
  facts: PageFacts,
  box: EmbeddedBox,
): Checked<readonly string[]> {
  // A picture for sharing is asked for by its address.
  return drawPage(host, parts, client, { ...facts, picture: '' }, box);
}

/** The page of the deck in parts, with its files beside it, or in it. */
function drawPage(
  host: Host,
  parts: PageParts,
  client: ClientFiles,
  facts: PageFacts,
  embedded: EmbeddedBox | null,
): Checked<readonly string[]> {
  const drawn = forScreen(drawSlides(parts.view, parts.templates));
  const handoutLabel = drawn.some(({ handout }) => handout !== '') ? [parts.theme.words.slides.handout ?? ''] : [];
  const texts = [...textsOf(drawn), ...Object.values(parts.theme.words.deck), ...handoutLabel];
  const fonts = packPageFonts(host, parts, texts);
  const { slides, css } = hoistStyles(drawn);
  const { readingCss, words } = parts.theme;
  const contents = usedContents(drawn, client.contents);
  const inPage = (text: string): string => embedded?.inText(text) ?? text;
  const ofDeck = deckCss(parts, client, contents, fonts.value, css);
  const styles = {
    shared: inPage(ofDeck.shared),
    slides: inPage(ofDeck.slides),
    reading: inPage(readingSchemeCss(parts.theme) + readingCss),
  };
  const scripts = { ...client.scripts, deck: contents.map(({ script }) => script).join('') + client.scripts.deck };
  const deckWords = { handout: words.slides.handout ?? '', deck: words.deck };
  const page = deckPage(
    { ...facts, size: parts.view.size },
    slides,
    styles,
    scripts,
    deckWords,
    embedded === null ? 'beside' : 'inside',
  );
  return { value: page, findings: fonts.findings };
}

/** The CSS of a deck with these contents, its fonts, and what its slides have of their own: for both views, and for slides. */
export function deckCss(
  { view, theme, math }: PageParts,
  client: ClientFiles,
  contents: readonly ContentFiles[],
  fontCss: string,
  ofSlides: string,
): { readonly shared: string; readonly slides: string } {
  const ofContents = contents.map(({ css }) => css);
  const shared = [fontCss, tokensToCss(theme, view.size), math.css, client.css, ...ofContents, ofSlides];
  return { shared: shared.join(''), slides: client.slidesCss + slidesCss(theme) };
}

function encodeParts(parts: readonly string[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** The tokens of a theme and the size of slides, and its CSS for slides. */
export function themeCss(theme: Theme, size: SlideSize): string {
  return tokensToCss(theme, size) + slidesCss(theme);
}

/** The CSS of a theme for slides, whatever their background. */
export function slidesCss(theme: Theme): string {
  return otherSchemeCss(theme) + theme.css + typeScaleCss(theme);
}

/** All HTML of slides that goes into a page. */
export function textsOf(slides: readonly DrawnSlide[]): readonly string[] {
  return slides.map(({ html, handout }) => html + handout);
}

/**
 * The `@font-face` rules for a page with these texts, whose fonts are put into the box. Finding:
 * `unbundled-character`. Throws `Stop` when a font is at fault.
 */
export function packPageFonts(host: Host, { theme, packed }: PageParts, texts: readonly string[]): Checked<string> {
  const { shelf, box } = packed;
  const missing = new Set<number>();
  const css = packFonts(host, theme, shelf, box, texts.map(withoutFormulas), missing);
  stopOnErrors(shelf.findings);
  const findings: Finding[] = [...shelf.findings];
  if (missing.size > 0) findings.push(unbundledCharacters([...missing].map((code) => String.fromCodePoint(code))));
  return { value: css, findings };
}
