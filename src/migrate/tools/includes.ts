import { findFrontMatter } from '../../markdown/front-matter.ts';
import { escapeSigns } from '../escapes.ts';
import { notCarried } from '../findings.ts';
import { findOutsideCode } from '../mask.ts';
import { joinTraced, originAt, sliceTraced, type TracedText, traceText } from '../traced.ts';
import type { Migration } from '../types.ts';

const INCLUDE = /^[ \t]*\{\{<\s*include\s+["']?([^\s"'>]+)["']?\s*>\}\}[ \t]*$/gm;
const DEEPEST = 20;
/** So that files that include each other twice end. */
const LONGEST = 2_000_000;

/** A deck with the files in it that it includes by Quarto's shortcode. */
export function includeFiles(deck: TracedText, migration: Migration, chain: readonly string[]): TracedText {
  const matches = findOutsideCode(deck.text, INCLUDE);
  if (matches.length === 0) return deck;
  const parts: TracedText[] = [];
  let done = 0;
  let length = deck.text.length;
  for (const match of matches) {
    const path = match[1] ?? '';
    const source =
      chain.includes(path) || chain.length >= DEEPEST || length > LONGEST ? null : migration.readText(path);
    const end = match.index + match[0].length;
    parts.push(sliceTraced(deck, done, match.index));
    done = end;
    if (source === null) {
      migration.findings.push(
        notCarried(originAt(deck, match.index), `the file "${path}", which cannot be read here,`),
      );
      continue;
    }
    const { bodyStart } = findFrontMatter(source, []);
    const inner = escapeSigns(traceText(source, bodyStart, source.text.length), migration.tool);
    const included = includeFiles(inner, migration, [...chain, path]);
    length += included.text.length;
    parts.push(included);
  }
  parts.push(sliceTraced(deck, done, deck.text.length));
  return joinTraced(parts, '\n') ?? deck;
}
