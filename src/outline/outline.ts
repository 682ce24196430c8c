import * as v from 'valibot';
import { parseMarkdown } from '../markdown/parse.ts';
import { durationField, readFields, textField } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Source } from '../text/source.ts';
import { findFrontMatter } from './front-matter.ts';
import { splitSlides } from './slides.ts';
import type { Outline } from './types.ts';

/** The fields of an outline's front matter. */
export const outlineFields = { section: textField, time: durationField };

const outlineSchema = v.strictObject(outlineFields);

/**
 * The outline that a source holds: front matter and slides in order, with the findings of every stage on the way.
 * `isFirst` says that it is the first of the talk, whose first `#` is the title slide. With `isTalk` the front matter
 * is that of a whole talk in one file: it is read with the talk, not here. Never throws.
 */
export function parseOutline(
  source: Source,
  { isFirst, isTalk }: { readonly isFirst: boolean; readonly isTalk: boolean },
): Checked<Outline> {
  const findings: Finding[] = [];
  const frontMatter = findFrontMatter(source, findings);
  const { section, time } = isTalk ? { section: '', time: 0 } : readFrontMatter(source, frontMatter, findings);
  const tree = parseMarkdown(source, frontMatter.bodyStart, source.text.length);
  findings.push(...tree.findings);
  const slides = splitSlides(source, tree.value, isFirst, findings);
  return { value: { source, section, timeSeconds: time, slides }, findings };
}

function readFrontMatter(
  source: Source,
  { start, end }: { readonly start: number; readonly end: number },
  findings: Finding[],
): { readonly section: string; readonly time: number } {
  const none = { section: '', time: 0 };
  if (end === start) return none;
  const fields = readFields(source, start, end, outlineSchema);
  findings.push(...fields.findings);
  return fields.value?.fields ?? none;
}
