import { type Source, type Span, spanOf } from '../text/source.ts';
import type { Conversion } from './conversion.ts';
import {
  includeCycle,
  includedFrontMatter,
  includeNotEmpty,
  includesTooLarge,
  includeWithout,
  tooManyIncludes,
} from './findings.ts';
import { findFrontMatter } from './front-matter.ts';
import { type Attributes, attributeOf, attributeValue, type Block } from './tree.ts';

/** Two that each include the next one twice make a million of twenty files. */
const MOST_INCLUDED = 200;

/** In characters of all that an outline includes: as much as it may have itself. */
const MOST_CHARACTERS = 2_000_000;

/** What one source of an outline hands on to those that it includes. */
export type Inclusion = Pick<Conversion, 'references' | 'chain' | 'included'>;

/**
 * The file that `::: {.include src=name.md}` names, and where its text begins; `null` when it cannot be had. Findings:
 * `include-without-file`, `include-not-empty`, `include-cycle`, `too-many-includes`, `too-large`, `included-front-matter`, and those
 * of the file.
 */
export function readIncluded(
  conversion: Conversion,
  {
    attributes,
    blocks,
    span,
  }: { readonly attributes: Attributes; readonly blocks: readonly Block[]; readonly span: Span },
): { readonly source: Source; readonly start: number; readonly inclusion: Inclusion } | null {
  const { findings, references, chain, included } = conversion;
  const place = attributeOf(attributes, 'src')?.span;
  if (!place) {
    findings.push(includeWithout(spanOf(span.source, span.start)));
    return null;
  }
  if (blocks[0]) findings.push(includeNotEmpty(blocks[0].span));
  included.count += 1;
  if (included.count > MOST_INCLUDED) {
    if (included.count === MOST_INCLUDED + 1) findings.push(tooManyIncludes(place, MOST_INCLUDED));
    return null;
  }
  const source = references.readText(attributeValue(attributes, 'src'), place, findings);
  if (source === null) return null;
  included.length += source.text.length;
  if (included.length > MOST_CHARACTERS) {
    if (included.length - source.text.length <= MOST_CHARACTERS)
      findings.push(includesTooLarge(place, MOST_CHARACTERS));
    return null;
  }
  const path = [...chain, source.path];
  if (chain.includes(source.path)) {
    findings.push(includeCycle(place, path));
    return null;
  }
  const { start, end, bodyStart } = findFrontMatter(source, findings);
  if (end > start) findings.push(includedFrontMatter(spanOf(source, 0)));
  return { source, start: bodyStart, inclusion: { references, chain: path, included } };
}
