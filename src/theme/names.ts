import type { Finding } from '../text/finding.ts';
import { lineStart, type Source, type Span, spanOf } from '../text/source.ts';
import { number, type Shape, text } from '../view/shape.ts';
import { unknownHelper, unknownName, wrongArguments, wrongKind } from './findings.ts';
import { HELPERS, helperOf } from './helpers.ts';

/** What a template is given, by name. */
export interface Contract {
  readonly [name: string]: Shape;
}

/**
 * Where a template stands while it is walked: the shapes that `this`, `..` and block parameters mean; `null` for what is
 * not known, because it is wrong and has been found, or because nobody says what a partial is given.
 */
export interface Scope {
  /** What `this` means at each depth, innermost last. */
  readonly contexts: readonly (Shape | null)[];
  readonly parameters: Readonly<Record<string, Shape | null>>;
}

/** The template that is walked, what `@root` is in it, and who hears what is found. */
export interface Reading {
  readonly source: Source;
  readonly root: Shape | null;
  readonly report: (finding: Finding) => void;
}

/** The blocks that templates may use; each has one subject. */
export const BLOCKS = ['if', 'unless', 'each', 'with'] as const;

const DATA_SHAPES: Readonly<Record<string, Shape>> = {
  index: number('The place in the list, from 0'),
  key: text('The name of the item'),
  first: number('Whether it is the first'),
  last: number('Whether it is the last'),
};
const TEXT = text('');

/** The shape that an expression means; `null` where it is not known, or means nothing, which is then a finding. */
export function shapeOf(reading: Reading, expression: hbs.AST.Expression, scope: Scope): Shape | null {
  if (expression.type === 'SubExpression') {
    const { path, params } = expression as hbs.AST.SubExpression;
    return helperShape(reading, path, params, scope);
  }
  if (expression.type === 'NumberLiteral' || expression.type === 'BooleanLiteral') return number('');
  if (expression.type !== 'PathExpression') return TEXT;
  const path = expression as hbs.AST.PathExpression;
  const parts = path.parts.map(String);
  if (path.data) return dataShape(reading, path, parts);
  const [first, ...others] = parts;
  if (first !== undefined && path.depth === 0 && Object.hasOwn(scope.parameters, first))
    return follow(reading, path, scope.parameters[first] ?? null, others);
  const context = scope.contexts.at(-1 - path.depth);
  return context === undefined ? unknown(reading, path, []) : follow(reading, path, context, parts);
}

/** The shape of what a helper makes. Findings: `unknown-helper`, `wrong-arguments`, and those of its arguments. */
export function helperShape(
  reading: Reading,
  path: hbs.AST.Expression,
  params: readonly hbs.AST.Expression[],
  scope: Scope,
): Shape | null {
  const name = nameOf(path);
  const helper = helperOf(name);
  const span = spanAt(reading.source, path.loc);
  if (!helper) {
    reading.report(unknownHelper(span, name, [...Object.keys(HELPERS), ...BLOCKS.map((block) => `#${block}`)]));
  } else if (params.length !== helper.parameters.length) {
    reading.report(wrongArguments(span, name, helper.parameters));
  }
  for (const parameter of params) shapeOf(reading, parameter, scope);
  return helper?.makes ?? null;
}

/** What is meant inside `each` and `with`. Finding: `wrong-kind`. */
export function innerScope(
  reading: Reading,
  block: hbs.AST.BlockStatement,
  subject: hbs.AST.Expression,
  shape: Shape | null,
  scope: Scope,
): Scope {
  const isEach = nameOf(block.path) === 'each';
  const of = shape?.kind === 'list' || (shape?.kind === 'maybe' && !isEach) ? shape.of : null;
  const inner = of ?? (isEach ? null : shape);
  if (isEach && shape !== null && of === null)
    reading.report(wrongKind(spanAt(reading.source, subject.loc), nameOf(subject), 'a list'));
  const [item, index] = block.program?.blockParams ?? [];
  const parameters = {
    ...scope.parameters,
    ...(item === undefined ? {} : { [item]: inner }),
    ...(index === undefined ? {} : { [index]: number('') }),
  };
  return { contexts: [...scope.contexts, inner], parameters };
}

function dataShape(reading: Reading, path: hbs.AST.PathExpression, parts: readonly string[]): Shape | null {
  const [name = '', ...others] = parts;
  if (name === 'root') return follow(reading, path, reading.root, others);
  const known = [...Object.keys(DATA_SHAPES), 'root'].map((each) => `@${each}`);
  return Object.hasOwn(DATA_SHAPES, name) ? (DATA_SHAPES[name] ?? null) : unknown(reading, path, known);
}

function follow(
  reading: Reading,
  path: hbs.AST.PathExpression,
  from: Shape | null,
  parts: readonly string[],
): Shape | null {
  let shape = from;
  for (const [index, part] of parts.entries()) {
    if (shape === null) return null;
    const inner: Shape = shape.kind === 'maybe' ? shape.of : shape;
    const fields = inner.kind === 'record' ? inner.fields : {};
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (!next) {
      const prefix = path.original.slice(0, path.original.length - parts.slice(index).join('.').length);
      const known = Object.keys(fields).map((name) => prefix + name);
      return unknown(reading, path, known, prefix + part);
    }
    shape = next;
  }
  return shape;
}

function unknown(
  reading: Reading,
  path: hbs.AST.PathExpression,
  known: readonly string[],
  name: string = path.original,
): null {
  reading.report(unknownName(spanAt(reading.source, path.loc), name, known));
  return null;
}

/** What an expression is called in the template. */
export function nameOf(expression: hbs.AST.Node): string {
  return 'original' in expression ? String(expression.original) : '';
}

/** The place of a piece of a template. Handlebars gives lines from 1 and columns from 0. */
export function spanAt(source: Source, loc: hbs.AST.SourceLocation): Span {
  const offset = ({ line, column }: hbs.AST.Position): number => lineStart(source, line) + column;
  return spanOf(source, offset(loc.start), offset(loc.end));
}
