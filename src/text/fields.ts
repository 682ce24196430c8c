import * as v from 'valibot';
import { type Document, isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Checked, Finding } from './finding.ts';
import { nearestHint } from './nearest.ts';
import { type Source, type Span, spanOf } from './source.ts';

const LARGEST_YAML = 64 * 1024;
const MOST_ALIASES = 20;

type FieldsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** Fields, and the place of the value of each that is written. */
export interface ReadFields<F> {
  readonly fields: F;
  readonly places: ReadonlyMap<string, Span>;
}

/**
 * The fields of a YAML text (YAML 1.2, core schema: dates stay text) that stands in `source` from `start` to `end`,
 * as `schema` has them; `null` where they cannot be had. An empty text has no fields. Findings: `yaml-syntax`,
 * `unknown-field`, `invalid-field`, each at the field it is about.
 */
export function readFields<S extends FieldsSchema>(
  source: Source,
  start: number,
  end: number,
  schema: S,
): Checked<ReadFields<v.InferOutput<S>> | null> {
  if (end - start > LARGEST_YAML) {
    return { value: null, findings: [syntaxFinding(spanOf(source, start), 'it is longer than 64 KB')] };
  }
  const document = parseDocument(source.text.slice(start, end), { schema: 'core', strict: true });
  if (document.errors.length > 0) return { value: null, findings: syntaxFindings(source, start, document) };
  const values = toValues(document);
  if (values === null) {
    return {
      value: null,
      findings: [syntaxFinding(spanOf(source, start), 'it must be a list of "field: value" lines')],
    };
  }
  const result = v.safeParse(schema, values);
  if (result.success) {
    return { value: { fields: result.output, places: placesOf(source, start, document) }, findings: [] };
  }
  const known = Object.keys(schema.entries);
  const findings = result.issues.map((issue) => fieldFinding(issue, placeOf(source, start, document, issue), known));
  return { value: null, findings };
}

function toValues(document: Document): unknown {
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return null;
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}

function syntaxFindings(source: Source, start: number, document: Document): readonly Finding[] {
  return document.errors.map((error) => {
    const [from, to] = error.pos;
    // yaml adds the place and a frame of its own after the first line.
    const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    return syntaxFinding(spanOf(source, start + from, start + Math.max(to, from + 1)), message);
  });
}

function syntaxFinding(span: Span, reason: string): Finding {
  return {
    rule: 'yaml-syntax',
    severity: 'error',
    message: `this YAML cannot be read: ${reason}`,
    hint: 'write one "field: value" a line, and put values with a colon or # in "quotation marks"',
    span,
  };
}

function pathOf(issue: v.BaseIssue<unknown>): readonly string[] {
  return (issue.path ?? []).map((item) => String(item.key));
}

function fieldFinding(issue: v.BaseIssue<unknown>, span: Span, known: readonly string[]): Finding {
  const path = pathOf(issue);
  const name = path[path.length - 1] ?? '';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      rule: 'unknown-field',
      severity: 'error',
      message: `no field is called "${name}"`,
      hint: nearestHint(name, known),
      span,
    };
  }
  const message = `the field "${path.join('.')}" must be ${issue.message}`;
  return { rule: 'invalid-field', severity: 'error', message, hint: `it is ${issue.received} now`, span };
}

/** The key of an unknown field, the value of any other. */
function placeOf(source: Source, start: number, document: Document, issue: v.BaseIssue<unknown>): Span {
  const path = pathOf(issue);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = path[path.length - 1];
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
  const node = issue.type === 'strict_object' ? pair?.key : (pair?.value ?? pair?.key);
  const range = isNode(node) ? node.range : undefined;
  return range ? spanOf(source, start + range[0], start + Math.max(range[1], range[0] + 1)) : spanOf(source, start);
}

function placesOf(source: Source, start: number, document: Document): ReadonlyMap<string, Span> {
  const items = isMap(document.contents) ? document.contents.items : [];
  return new Map(
    items.flatMap(({ key, value }): readonly [string, Span][] => {
      const range = isNode(value) ? value.range : undefined;
      return isScalar(key) && range ? [[String(key.value), spanOf(source, start + range[0], start + range[1])]] : [];
    }),
  );
}

/** A field of one line of text; a bare number counts as text. */
export const textField = v.optional(
  v.pipe(
    v.union([v.string(), v.number()], 'text: put it in "quotation marks"'),
    v.transform((value) => String(value).trim()),
  ),
  '',
);

const DURATION = /^(?:(\d+)h)?\s*(?:(\d+)m(?:in)?)?\s*(?:(\d+)s)?$/;

/** A duration such as `3m`, `90s` or `1h 30m`, in seconds; 0 when it is left out. */
export const durationField = v.optional(
  v.pipe(
    v.string('a time such as 3m or 90s'),
    v.regex(DURATION, 'a time such as 3m or 90s'),
    v.transform((value) => {
      const [, hours, minutes, seconds] = DURATION.exec(value) ?? [];
      return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    }),
  ),
  '0s',
);
