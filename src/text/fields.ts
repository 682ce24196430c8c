import * as v from 'valibot';
import { type Alias, type Document, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { secondsOf } from './duration.ts';
import { type Checked, type Finding, inReadingOrder } from './finding.ts';
import { nearestHint } from './nearest.ts';
import { type Source, type Span, spanOf } from './source.ts';

const LARGEST_YAML = 64 * 1024;

type FieldsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** Fields, and the place of the value of each that is written; of one that is inside another, `fonts.0.family`. */
export interface ReadFields<F> {
  readonly fields: F;
  readonly places: ReadonlyMap<string, Span>;
}

/**
 * The fields of a YAML text (YAML 1.2, core schema: dates stay text) that stands in `source` from `start` to `end`,
 * as `schema` has them; `null` where they cannot be had. An empty text has no fields. Findings: `yaml-syntax`,
 * `unknown-field`, `missing-field`, `invalid-field`, each at the field it is about, in the order of the text.
 */
export function readFields<S extends FieldsSchema>(
  source: Source,
  start: number,
  end: number,
  schema: S,
): Checked<ReadFields<v.InferOutput<S>> | null> {
  const read = readDocument(source, start, end);
  if ('findings' in read) return { value: null, findings: read.findings };
  const { document, values } = read;
  const known = Object.keys(schema.entries);
  const unknown = unknownFields(source, start, document, known);
  const result = v.safeParse(schema, values, { abortPipeEarly: true });
  if (result.success && unknown.length === 0) {
    return { value: { fields: result.output, places: placesOf(source, start, document) }, findings: [] };
  }
  // valibot stops at the first unknown field of the whole; `unknown` has them all.
  const issues = (result.issues ?? []).filter((issue) => !(isUnknown(issue) && issue.path?.length === 1));
  const findings = issues.map((issue) => fieldFinding(issue, placeOf(source, start, document, issue), known));
  return { value: null, findings: inReadingOrder([...unknown, ...findings]) };
}

/**
 * All fields of a YAML text that stands in `source` from `start` to `end`, whatever they are called: what another tool
 * has. Finding: `yaml-syntax`.
 */
export function readAnyFields(
  source: Source,
  start: number,
  end: number,
): Checked<ReadFields<Readonly<Record<string, unknown>>> | null> {
  const read = readDocument(source, start, end);
  if ('findings' in read) return { value: null, findings: read.findings };
  return { value: { fields: read.values, places: placesOf(source, start, read.document) }, findings: [] };
}

type ReadDocument =
  | { readonly document: Document; readonly values: Readonly<Record<string, unknown>> }
  | { readonly findings: readonly Finding[] };

function readDocument(source: Source, start: number, end: number): ReadDocument {
  if (end - start > LARGEST_YAML)
    return { findings: [syntaxFinding(spanOf(source, start), 'it is longer than 64 KB')] };
  const document = parseDocument(source.text.slice(start, end), { schema: 'core', strict: true, logLevel: 'error' });
  if (document.errors.length > 0) return { findings: syntaxFindings(source, start, end, document) };
  const values = toValues(source, start, document);
  return 'finding' in values ? { findings: [values.finding] } : { document, values: values.values };
}

/** The values as written: a number keeps its text, so that 1.10 is not 1.1, and a field without a value is left out. */
function toValues(
  source: Source,
  start: number,
  document: Document,
): { readonly values: Readonly<Record<string, unknown>> } | { readonly finding: Finding } {
  const { contents } = document;
  if (contents === null) return { values: {} };
  const refuse = (span: Span, reason: string): { readonly finding: Finding } => ({
    finding: syntaxFinding(span, reason),
  });
  if (!isMap(contents)) return refuse(spanOf(source, start), 'it must be a list of "field: value" lines');
  let alias: Alias | undefined;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
    Alias(_, node) {
      alias ??= node;
    },
  });
  if (alias !== undefined) return refuse(nodeSpan(source, start, alias), 'it may not repeat a value by "*"');
  const values: Record<string, unknown> = document.toJS();
  return { values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) };
}

function unknownFields(
  source: Source,
  start: number,
  document: Document,
  known: readonly string[],
): readonly Finding[] {
  const keys = isMap(document.contents) ? document.contents.items.map(({ key }) => key) : [];
  return keys.flatMap((key): readonly Finding[] => {
    const name = isScalar(key) ? String(key.value) : String(key);
    return known.includes(name) ? [] : [unknownField(nodeSpan(source, start, key), name, known)];
  });
}

function nodeSpan(source: Source, start: number, node: unknown): Span {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return spanOf(source, start);
  const end = Math.min(start + Math.max(range[1], range[0] + 1), source.text.length);
  return spanOf(source, Math.min(start + range[0], end), end);
}

function syntaxFindings(source: Source, start: number, end: number, document: Document): readonly Finding[] {
  return document.errors.map((error) => {
    const [at, to] = error.pos;
    // What is missing at the end is shown where the text ends, not on an empty line or a ruler after it.
    const from = Math.min(at, Math.max(0, source.text.slice(start, end).trimEnd().length - 1));
    // yaml adds the place and a frame of its own after the first line.
    const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    const last = Math.min(start + Math.max(to, from + 1), source.text.length);
    return syntaxFinding(spanOf(source, start + from, last), message);
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

function isUnknown(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** Whether it is the name of a field that is at fault, not what stands there. */
function isAboutKey({ type, path }: v.BaseIssue<unknown>): boolean {
  // What is missing or unknown is about a key too, and is said otherwise.
  return type !== 'strict_object' && path?.at(-1)?.origin === 'key';
}

function unknownField(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-field',
    severity: 'error',
    message: `no field is called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

function fieldFinding(issue: v.BaseIssue<unknown>, span: Span, known: readonly string[]): Finding {
  const path = pathOf(issue);
  if (isUnknown(issue)) return unknownField(span, path.at(-1) ?? '', known);
  if (isAboutKey(issue)) {
    const message = `no field can be called "${path.at(-1)}": ${issue.message}`;
    return { rule: 'invalid-field', severity: 'error', message, hint: 'give it another name', span };
  }
  const field = path.join('.');
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return {
      rule: 'missing-field',
      severity: 'error',
      message: `the field "${field}" is missing`,
      hint: `write "${path.at(-1)}:" and its value`,
      span,
    };
  }
  const message = `the field "${field}" must be ${issue.message}`;
  return { rule: 'invalid-field', severity: 'error', message, hint: `it is ${issue.received} now`, span };
}

/** The key of a field with a wrong name, the value of any other; what should hold it, where there is none. */
function placeOf(source: Source, start: number, document: Document, issue: v.BaseIssue<unknown>): Span {
  const path = pathOf(issue);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = path.at(-1);
  if (isSeq(parent)) return nodeSpan(source, start, parent.items[Number(name)] ?? parent);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
  if (!pair) return path.length > 1 ? nodeSpan(source, start, parent) : spanOf(source, start);
  return nodeSpan(source, start, isUnknown(issue) || isAboutKey(issue) ? pair.key : (pair.value ?? pair.key));
}

function placesOf(source: Source, start: number, document: Document): ReadonlyMap<string, Span> {
  return new Map(placesIn(source, start, document.contents, ''));
}

/** The places of values, outer before inner; those of lists are counted from 0. */
function* placesIn(source: Source, start: number, node: unknown, way: string): Generator<[string, Span]> {
  const entries = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const)
    : isSeq(node)
      ? node.items.map((value, index) => [String(index), value] as const)
      : [];
  for (const [name, value] of entries) {
    const range = isNode(value) ? value.range : undefined;
    if (name === '' || !range) continue;
    yield [way + name, spanOf(source, start + range[0], start + range[1])];
    yield* placesIn(source, start, value, `${way}${name}.`);
  }
}

/** A field of one line of text; a bare number is text too, as written. */
export const textField = v.optional(
  v.pipe(
    v.string('text: put it in "quotation marks"'),
    v.transform((value) => value.trim()),
  ),
  '',
);

/** A duration such as `3m`, `90s` or `1h 30m`, in seconds; 0 when it is left out. */
export const durationField = v.optional(
  v.pipe(
    v.string('a time such as 3m or 90s'),
    v.check((value) => value === '' || secondsOf(value) !== null, 'a time such as 3m or 90s'),
    v.transform((value) => secondsOf(value) ?? 0),
  ),
  '0s',
);
