const INLINE_TAGS = new Set([
  'b',
  'br',
  'cite',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
  'wbr',
]);
const VOID_TAGS = new Set(['br', 'wbr']);
const TAG = /^<(\/?)([a-z][a-z0-9]*)\s*(\/?)>$/i;

/** What a piece of raw HTML is: a harmless tag without attributes, a comment, or something that is not drawn. */
export type RawHtml =
  | { readonly kind: 'tag'; readonly name: string; readonly isClosing: boolean }
  | { readonly kind: 'comment' | 'refused' };

/** Sorts one tag or comment as marked cuts it. Tags with attributes are refused: attributes carry the harm. */
export function classifyHtml(raw: string): RawHtml {
  const text = raw.trim();
  if (text.startsWith('<!--')) return { kind: 'comment' };
  const match = TAG.exec(text);
  const name = match?.[2]?.toLowerCase() ?? '';
  if (!INLINE_TAGS.has(name)) return { kind: 'refused' };
  const isClosing = match?.[1] === '/';
  return isClosing && VOID_TAGS.has(name) ? { kind: 'refused' } : { kind: 'tag', name, isClosing };
}

/** Whether a tag stands alone, without a closing one. */
export function isVoidTag(name: string): boolean {
  return VOID_TAGS.has(name);
}
