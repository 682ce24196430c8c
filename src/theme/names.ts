import type { Finding } from '../text/finding.ts';
import { lineStart, type Source, type Span, spanOf } from '../text/source.ts';
import type { Shape } from '../view/shape.ts';
import {
  partialCycle,
  unescapedOutput,
  unknownHelper,
  unknownName,
  unknownPartial,
  unsupportedBlock,
  wrongKind,
} from './findings.ts';
import { HELPERS } from './helpers.ts';
import type { Program } from './types.ts';

/** What a layout is given, by name. */
export interface Contract {
  readonly [name: string]: Shape;
}

/** Where a template stands while it is walked: the shapes that `this`, `..` and block parameters mean. */
interface Scope {
  /** What `this` means at each depth, innermost last. */
  readonly contexts: readonly Shape[];
  readonly parameters: Readonly<Record<string, Shape>>;
}

interface Walk {
  readonly source: Source;
  readonly partials: ReadonlyMap<string, Program>;
  readonly met: Span | null;
  readonly root: Shape;
  readonly findings: Finding[];
  /** The partials that led here, outermost first, so that one that calls itself is found. */
  readonly inside: readonly string[];
}

const BLOCKS = ['if', 'unless', 'each', 'with'];
const DATA_NAMES = ['index', 'key', 'first', 'last', 'root'];

/**
 * Checks every name in a layout and in the partials it calls against what it will be given, before anything is drawn:
 * Handlebars itself overlooks unknown names in `if` and `each`, even in strict mode. `met` is the place in the outline
 * that asks for the layout; `null` when no place does.
 */
export function checkNames(
  program: Program,
  partials: ReadonlyMap<string, Program>,
  contract: Contract,
  met: Span | null,
): readonly Finding[] {
  const root: Shape = { kind: 'record', about: '', fields: contract };
  const walk: Walk = { source: program.source, partials, met, root, findings: [], inside: [] };
  walkProgram(walk, program.tree, { contexts: [root], parameters: {} });
  return walk.findings;
}

function walkProgram(walk: Walk, program: hbs.AST.Program | undefined, scope: Scope): void {
  for (const statement of program?.body ?? []) walkStatement(walk, statement, scope);
}

function walkStatement(walk: Walk, statement: hbs.AST.Statement, scope: Scope): void {
  switch (statement.type) {
    case 'MustacheStatement':
      walkMustache(walk, statement as hbs.AST.MustacheStatement, scope);
      break;
    case 'BlockStatement':
      walkBlock(walk, statement as hbs.AST.BlockStatement, scope);
      break;
    case 'PartialStatement':
      walkPartial(walk, statement as hbs.AST.PartialStatement, scope);
      break;
    case 'PartialBlockStatement':
    case 'DecoratorBlock':
    case 'Decorator':
      walk.findings.push(unsupportedBlock(spanAt(walk.source, statement.loc), related(walk)));
      break;
  }
}

function related({ met }: Walk): Pick<Finding, 'related'> {
  return met === null ? {} : { related: { message: 'met when drawing', span: met } };
}

function walkMustache(walk: Walk, { path, params, escaped, loc }: hbs.AST.MustacheStatement, scope: Scope): void {
  if (!escaped) walk.findings.push(unescapedOutput(spanAt(walk.source, loc), related(walk)));
  if (params.length > 0) {
    walkHelper(walk, path, params, scope);
    return;
  }
  const shape = shapeOf(walk, path, scope);
  const isValue = shape === null || !['record', 'list', 'maybe'].includes(shape.kind);
  if (!isValue) walk.findings.push(wrongKind(spanAt(walk.source, path.loc), nameOf(path), 'a text', related(walk)));
}

function walkHelper(walk: Walk, path: hbs.AST.Expression, params: readonly hbs.AST.Expression[], scope: Scope): void {
  const name = nameOf(path);
  if (!(name in HELPERS)) {
    const span = spanAt(walk.source, path.loc);
    walk.findings.push(
      unknownHelper(span, name, [...Object.keys(HELPERS), ...BLOCKS.map((block) => `#${block}`)], related(walk)),
    );
  }
  for (const parameter of params) shapeOf(walk, parameter, scope);
}

function walkBlock(walk: Walk, block: hbs.AST.BlockStatement, scope: Scope): void {
  const name = nameOf(block.path);
  const [subject] = block.params;
  if (!BLOCKS.includes(name) || !subject) {
    const span = spanAt(walk.source, block.path.loc);
    walk.findings.push(unknownHelper(span, name, BLOCKS, related(walk)));
    return;
  }
  const shape = shapeOf(walk, subject, scope);
  if (name === 'if' || name === 'unless') walkProgram(walk, block.program, scope);
  else if (shape !== null) walkProgram(walk, block.program, innerScope(walk, name, shape, subject, block, scope));
  walkProgram(walk, block.inverse, scope);
}

function innerScope(
  walk: Walk,
  name: string,
  shape: Shape,
  subject: hbs.AST.Expression,
  block: hbs.AST.BlockStatement,
  scope: Scope,
): Scope {
  const inner = name === 'each' ? (shape.kind === 'list' ? shape.of : null) : shape.kind === 'maybe' ? shape.of : shape;
  if (inner === null) {
    walk.findings.push(wrongKind(spanAt(walk.source, subject.loc), nameOf(subject), 'a list', related(walk)));
    return scope;
  }
  const [item, index] = block.program?.blockParams ?? [];
  const parameters = {
    ...scope.parameters,
    ...(item === undefined ? {} : { [item]: inner }),
    ...(index === undefined ? {} : { [index]: TEXT }),
  };
  return { contexts: [...scope.contexts, inner], parameters };
}

function walkPartial(walk: Walk, { name, params, hash, loc }: hbs.AST.PartialStatement, scope: Scope): void {
  const partialName = nameOf(name);
  const program = walk.partials.get(partialName);
  const [context] = params;
  const given = context ? shapeOf(walk, context, scope) : (scope.contexts.at(-1) ?? null);
  const added = Object.fromEntries(
    (hash?.pairs ?? []).map(({ key, value }) => [key, shapeOf(walk, value, scope) ?? TEXT]),
  );
  if (!program) {
    walk.findings.push(unknownPartial(spanAt(walk.source, loc), partialName, [...walk.partials.keys()], related(walk)));
    return;
  }
  if (walk.inside.includes(partialName)) {
    walk.findings.push(partialCycle(spanAt(walk.source, loc), [...walk.inside, partialName], related(walk)));
    return;
  }
  if (given === null) return;
  const inner = given.kind === 'record' ? { ...given, fields: { ...given.fields, ...added } } : given;
  const innerWalk: Walk = { ...walk, source: program.source, inside: [...walk.inside, partialName] };
  // Handlebars gives a partial nothing of what is around its own context: `../` leads nowhere in it.
  walkProgram(innerWalk, program.tree, { contexts: [inner], parameters: {} });
}

const TEXT: Shape = { kind: 'text', about: '' };

/** The shape that an expression means; `null` where it means nothing, which is then a finding. */
function shapeOf(walk: Walk, expression: hbs.AST.Expression, scope: Scope): Shape | null {
  if (expression.type === 'SubExpression') {
    const { path, params } = expression as hbs.AST.SubExpression;
    walkHelper(walk, path, params, scope);
    return TEXT;
  }
  if (expression.type !== 'PathExpression') return TEXT;
  const path = expression as hbs.AST.PathExpression;
  const parts = path.parts.map(String);
  if (path.data) return dataShape(walk, path, parts);
  const [first, ...others] = parts;
  const parameter = first === undefined || path.depth > 0 ? undefined : scope.parameters[first];
  if (parameter) return follow(walk, path, parameter, others);
  const context = scope.contexts.at(-1 - path.depth);
  return context ? follow(walk, path, context, parts) : unknown(walk, path, []);
}

function dataShape(walk: Walk, path: hbs.AST.PathExpression, parts: readonly string[]): Shape | null {
  const [name = '', ...others] = parts;
  if (name === 'root') return follow(walk, path, walk.root, others);
  return DATA_NAMES.includes(name)
    ? TEXT
    : unknown(
        walk,
        path,
        DATA_NAMES.map((known) => `@${known}`),
      );
}

function follow(walk: Walk, path: hbs.AST.PathExpression, from: Shape, parts: readonly string[]): Shape | null {
  let shape: Shape = from;
  for (const [index, part] of parts.entries()) {
    const inner: Shape = shape.kind === 'maybe' ? shape.of : shape;
    const fields = inner.kind === 'record' ? inner.fields : {};
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (!next) {
      const prefix = path.original.slice(0, path.original.length - parts.slice(index).join('.').length);
      return unknown(
        walk,
        path,
        Object.keys(fields).map((name) => prefix + name),
        prefix + part,
      );
    }
    shape = next;
  }
  return shape;
}

function unknown(
  walk: Walk,
  path: hbs.AST.PathExpression,
  known: readonly string[],
  name: string = path.original,
): null {
  walk.findings.push(unknownName(spanAt(walk.source, path.loc), name, known, related(walk)));
  return null;
}

function nameOf(expression: hbs.AST.Node): string {
  return 'original' in expression ? String(expression.original) : '';
}

/** Handlebars gives lines from 1 and columns from 0. */
function spanAt(source: Source, loc: hbs.AST.SourceLocation): Span {
  const offset = ({ line, column }: hbs.AST.Position): number => lineStart(source, line) + column;
  return spanOf(source, offset(loc.start), offset(loc.end));
}
