const ELEMENTS = 'svg|defs|marker|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan';
const ATTRIBUTE = '(?: (?!on|style|href|class|src)[a-zA-Z][a-zA-Z0-9-]*="[^"<>]*")';
const TAG = new RegExp(`</?(?:${ELEMENTS})${ATTRIBUTE}*/?>`, 'g');
/** An address other than that of a mark in the drawing itself. */
const ADDRESS = /url\((?!#diagram\/\d+\/\d+\))/i;

/**
 * The SVG of a diagram as it is, when it holds shapes and words and nothing else. Else it throws: it comes from a
 * browser that has read a text from outside, and goes into a deck.
 */
export function checkSvg(svg: string): string {
  if (/[<>]/.test(svg.replace(TAG, '')) || ADDRESS.test(svg)) throw new Error('a diagram holds what no drawing needs');
  return svg;
}
