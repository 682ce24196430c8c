import type { Host } from '../text/host.ts';
import { charactersOf, type FontFace, type FontShelf, selectFaces } from '../theme/fonts.ts';
import { contentHash } from './assets.ts';
import { faceCss } from './fonts.ts';

/**
 * A picture as it goes into the deck. A drawing that is shown as an image cannot use the fonts of the page around it;
 * so an SVG that names a bundled font gets the faces it needs inside it. Everything else stays as it is.
 */
export function packPicture(host: Host, shelf: FontShelf, path: string, bytes: Uint8Array): Uint8Array {
  if (!path.toLowerCase().endsWith('.svg')) return bytes;
  const svg = new TextDecoder().decode(bytes);
  const faces = facesOfDrawing(shelf, svg);
  const opening = /<svg\b[^>]*>/.exec(svg);
  if (faces.length === 0 || !opening) return bytes;
  const css = faces.map((face) => faceCss(face, dataAddress(host, face, contentHash(bytes)))).join('');
  const at = opening.index + opening[0].length;
  return new TextEncoder().encode(`${svg.slice(0, at)}<style>${css}${APART}</style>${svg.slice(at)}`);
}

/** Of two letters that a font joins in an image, Chromium 156 does not tell a PDF which they are: nobody can find the word. */
const APART = 'text{font-variant-ligatures:none}';

/** As an attribute of an element, or in CSS. */
const FAMILIES = /font-family\s*(?:=\s*"([^"]*)"|=\s*'([^']*)'|:\s*([^;}"<]+))/g;
const WEIGHTS = /font-weight\s*[:=]\s*["']?(\d+|bold)/g;

function facesOfDrawing(shelf: FontShelf, svg: string): readonly FontFace[] {
  const families = new Set([...svg.matchAll(FAMILIES)].map(([, one, other, css]) => one ?? other ?? css ?? ''));
  const named = [...svg.matchAll(WEIGHTS)].map(([, weight = '']) => weight);
  // Where a family has no 700, browsers take the next below for "bold".
  const weights = new Set(['400', ...named.flatMap((weight) => (weight === 'bold' ? ['600', '700'] : [weight]))]);
  const isItalic = /font-style\s*[:=]\s*["']?italic/.test(svg);
  const characters = charactersOf([svg]);
  const faces = [...families].flatMap((stack) => selectFaces(shelf, stack, characters, new Set()));
  return [...new Set(faces)].filter(({ weight, style }) => weights.has(weight) && (style === 'normal' || isItalic));
}

/**
 * A font as an address. It is another one for each picture: of the same address Chromium makes one font or several, as
 * its memory has it at the moment, and a PDF would hold the font once or several times.
 */
function dataAddress(host: Host, face: FontFace, picture: string): string {
  const bytes = host.readBytes(face.file) ?? new Uint8Array();
  return `data:font/woff2;picture=${picture};base64,${Buffer.from(bytes).toString('base64')}`;
}
