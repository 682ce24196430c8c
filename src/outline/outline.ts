import * as v from 'valibot';
import { type FrontMatter, findFrontMatter } from '../markdown/front-matter.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { References } from '../markdown/references.ts';
import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import { durationField, readFields, textField } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { splitSlides } from './slides.ts';
import type { Outline } from './types.ts';

/** The fields of an outline's front matter. */
export const outlineFields = { section: textField, time: durationField, layout: textField };

const outlineSchema = v.strictObject(outlineFields);

/** Where an outline stands in its talk, and what it may refer to. */
export interface OutlineOptions {
  /** Whether it is the first of the talk, whose first `#` is the title slide. */
  readonly isFirst: boolean;
  /** Whether its front matter is that of a whole talk in one file: then its fields are read with the talk's, and given. */
  readonly fields: OutlineFields | null;
  readonly references: References;
  /** What layouts ask for by themselves. */
  readonly declared: DeclaredLayouts;
}
/** What an outline says of itself. */
export interface OutlineFields {
  readonly section: string;
  readonly time: number;
  /** The layout of slides that name none; '' to infer it. */
  readonly layout: string;
}

/**
 * The outline that a source holds: front matter and slides in order, with the findings of every stage on the way. Never
 * throws.
 */
export function parseOutline(
  source: Source,
  { isFirst, fields, references, declared }: OutlineOptions,
): Checked<Outline> {
  const findings: Finding[] = [];
  const frontMatter = findFrontMatter(source, findings);
  const { section, time, layout } = fields ?? readFrontMatter(source, frontMatter, findings);
  const tree = parseMarkdown(source, frontMatter.bodyStart, references);
  // One by one: as arguments of a single call, some hundred thousand fill the stack.
  for (const finding of tree.findings) findings.push(finding);
  const usual = layout === '' ? null : { name: layout, span: layoutPlace(source, frontMatter) };
  const slides = splitSlides(source, tree.value, { isFirst, usual, declared }, findings);
  return { value: { source, section, timeSeconds: time, slides }, findings };
}

function readFrontMatter(source: Source, { start, end }: FrontMatter, findings: Finding[]): OutlineFields {
  const none = { section: '', time: 0, layout: '' };
  if (end === start) return none;
  const fields = readFields(source, start, end, outlineSchema);
  findings.push(...fields.findings);
  return fields.value?.fields ?? none;
}

/** Where the front matter names a layout. */
function layoutPlace(source: Source, { start, end }: FrontMatter): Span {
  const at = source.text.slice(start, end).search(/^layout[ \t]*:/m);
  return spanOf(source, start + Math.max(0, at));
}
