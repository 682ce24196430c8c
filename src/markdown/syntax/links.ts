const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address a link may lead to, or `null`: `#id` of a slide, or an absolute address whose parsed protocol is http,
 * https, mailto or tel. Relative addresses are refused: no such file is in the deck, and in a PDF they would name the
 * machine that printed it.
 */
export function allowedHref(href: string): string | null {
  if (href.startsWith('#') && href.length > 1) return href;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return SCHEMES.has(url.protocol) ? href : null;
}
