import { decodeHTML } from 'entities';
import type { Host } from '../text/host.ts';
import { charactersOf, type FontShelf, selectFaces } from '../theme/fonts.ts';
import type { Theme } from '../theme/types.ts';
import { AssetBox } from './assets.ts';
import { faceCss } from './fonts.ts';
import type { Assets } from './types.ts';

/** A page that diagrams are drawn in, with its fonts. */
export interface DrawingPage {
  readonly html: string;
  readonly assets: Assets;
}

/** Whatever is drawn in it, it loads nothing but its fonts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";
/** As mermaid writes entities: `#9829;`, `#hearts;`. */
const ENTITY = /#(\w+);/g;

/**
 * A page where every text has the sans-serif face of the theme, with the faces that these texts need: so boxes are made
 * for the words as the deck will show them.
 */
export function drawingPage(host: Host, theme: Theme, shelf: FontShelf, texts: readonly string[]): DrawingPage {
  const box = new AssetBox();
  const stack = theme.tokens.font?.sans ?? 'sans-serif';
  const characters = charactersOf([...texts, ...texts.flatMap(writtenAsEntities)]);
  const faces = new Set(selectFaces(shelf, stack, characters, new Set()));
  const rules = [...faces].map((face) => {
    const bytes = host.readBytes(face.file) ?? new Uint8Array();
    return faceCss(face, box.add(face.file, bytes));
  });
  // Whatever mermaid says of families, in style sheets and in elements.
  const css = `${rules.join('')}*{font-family:${stack}!important;font-variant-numeric:lining-nums tabular-nums}\nbody{margin:0}\n`;
  const html = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>${css}</style>
</head>
<body></body>
</html>
`;
  return { html, assets: box.files };
}

function writtenAsEntities(text: string): readonly string[] {
  return [...text.matchAll(ENTITY)].map(([, name = '']) => decodeHTML(/^\d+$/.test(name) ? `&#${name};` : `&${name};`));
}
