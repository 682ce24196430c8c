import { type Source, type Span, spanOf } from '../text/source.ts';

/**
 * Where a token stands in its source. marked gives no positions, but each token carries the text it was made of
 * (`raw`), and tokens come in reading order: so `raw` is looked for from where the token before it ended, inside its
 * parent. Nested content has lost its indentation and its `>`; it is found line by line. When a text cannot be found
 * (marked rewrites tabs), the rest of the parent stands in for it.
 */
export function placeRaw(source: Source, raw: string, from: number, parentEnd: number): Span {
  const { text } = source;
  if (raw.length > 0 && !endsInSpace(raw) && text.startsWith(raw, from)) return spanOf(source, from, from + raw.length);
  const content = raw.replace(/^\n+/, '').trimEnd();
  if (content === '') return spanOf(source, from, from);
  if (text.startsWith(content, from)) return spanOf(source, from, from + content.length);
  const region = text.slice(from, parentEnd);
  const at = region.indexOf(content);
  if (at !== -1) return spanOf(source, from + at, from + at + content.length);
  return placeLines(source, region, content, from) ?? spanOf(source, from, parentEnd);
}

/** The usual case is told apart without a copy: this runs for every token of a talk. */
function endsInSpace(raw: string): boolean {
  return raw.charCodeAt(raw.length - 1) <= 0x20 || raw.charCodeAt(0) <= 0x20;
}

function placeLines(source: Source, region: string, content: string, offset: number): Span | null {
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
  return start === -1 ? null : spanOf(source, offset + start, offset + cursor);
}
