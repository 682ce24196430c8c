import type { Host } from '../text/host.ts';
import { charactersOf, type FontFace, type FontShelf, selectFaces } from '../theme/fonts.ts';
import type { Theme } from '../theme/types.ts';
import type { AssetBox } from './assets.ts';

/**
 * The `@font-face` rules for a page, and the font files put into the box: only faces that have a character of `texts`
 * that no font before them has, and the font for code only where there is code. `missing` gets the characters that no
 * bundled font has.
 */
export function packFonts(
  host: Host,
  theme: Theme,
  shelf: FontShelf,
  box: AssetBox,
  texts: readonly string[],
  missing: Set<number>,
): string {
  const characters = charactersOf(texts);
  const hasCode = texts.some((text) => text.includes('<code'));
  const stacks = Object.entries(theme.tokens.font ?? {}).filter(([name]) => name !== 'mono' || hasCode);
  const faces = new Set(stacks.flatMap(([, stack]) => selectFaces(shelf, stack, characters, missing)));
  return [...faces]
    .map((face) => faceCss(face, box.add(face.file, host.readBytes(face.file) ?? new Uint8Array())))
    .join('');
}

/** One `@font-face` rule. */
export function faceCss({ family, style, weight, unicodeRange }: FontFace, address: string): string {
  return (
    `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;` +
    `src:url(${address}) format("woff2");unicode-range:${unicodeRange}}\n`
  );
}
