import type { Finding } from '../text/finding.ts';
import { type Source, spanOf } from '../text/source.ts';
import { unclosedFrontMatter } from './findings.ts';

const OPENING = /^---[ \t]*\n/;
/** A field, also after lines of YAML comment, or the end of an empty front matter; a heading or a note is neither. */
const FIELDS = /^(?:---[ \t]*(?:\n|$)|(?:#[^\n]*\n\s*)*(?!notes?:)[\w-]+[ \t]*:)/i;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

/** Where the front matter's YAML stands, and where the text after it begins. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

/**
 * The front matter of an outline: YAML between a first line `---` and the next `---`. Empty where the text begins
 * with anything else, or where nothing like a field follows: then the `---` is a ruler. Finding:
 * `unclosed-front-matter`.
 */
export function findFrontMatter(source: Source, findings: Finding[]): FrontMatter {
  const none = { start: 0, end: 0, bodyStart: 0 };
  const opening = OPENING.exec(source.text)?.[0];
  if (opening === undefined) return none;
  const start = opening.length;
  if (!FIELDS.test(source.text.slice(start).trimStart())) return none;
  const closing = CLOSING.exec(source.text.slice(start));
  if (closing === null) {
    findings.push(unclosedFrontMatter(spanOf(source, 0)));
    return none;
  }
  const end = start + closing.index;
  return { start, end, bodyStart: Math.min(end + closing[0].length + 1, source.text.length) };
}
