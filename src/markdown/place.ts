/** A range of a text, in UTF-16 units from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a token stands in its source. marked gives no positions, but each token carries the text it was made of
 * (`raw`), and tokens come in reading order: so `raw` is looked for from where the token before it ended, inside its
 * parent. Nested content has lost its indentation and its `>`; it is found line by line. When a text cannot be found
 * (marked rewrites tabs), the rest of the parent stands in for it.
 */
export function placeRaw(text: string, raw: string, from: number, parentEnd: number): Range {
  const content = raw.replace(/^\n+|\s+$/g, '');
  if (content === '') return { start: from, end: from };
  if (text.startsWith(content, from)) return { start: from, end: from + content.length };
  const region = text.slice(from, parentEnd);
  const at = region.indexOf(content);
  if (at !== -1) return { start: from + at, end: from + at + content.length };
  return placeLines(region, content, from) ?? { start: from, end: parentEnd };
}

function placeLines(region: string, content: string, offset: number): Range | null {
  let start = -1;
  let cursor = 0;
  for (const line of content.split('\n')) {
    const wanted = line.trim();
    if (wanted === '') continue;
    const at = region.indexOf(wanted, cursor);
    if (at === -1) return null;
    if (start === -1) start = at;
    cursor = at + wanted.length;
  }
  return start === -1 ? null : { start: offset + start, end: offset + cursor };
}
