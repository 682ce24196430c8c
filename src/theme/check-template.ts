import type { Finding } from '../text/finding.ts';
import { spanOf } from '../text/source.ts';
import { type Shape, text } from '../view/shape.ts';
import {
  partialCycle,
  unbalancedBlock,
  unbalancedTemplate,
  unescapedOutput,
  unknownHelper,
  unknownPartial,
  unsupportedBlock,
  wrongArguments,
  wrongKind,
} from './findings.ts';
import { afterData, afterText, type HtmlPlace, isSamePlace, mergePlaces, TEXT_PLACE } from './html-place.ts';
import {
  BLOCKS,
  type Contract,
  helperShape,
  innerScope,
  nameOf,
  type Reading,
  type Scope,
  shapeOf,
  spanAt,
} from './names.ts';
import { checkData } from './safe-data.ts';
import type { Program } from './types.ts';

interface Walk extends Reading {
  /** The partials by name; `null` for one that cannot be read. */
  readonly partials: ReadonlyMap<string, Program | null>;
  /** The partials that led here, outermost first, so that one that calls itself is found. */
  readonly inside: readonly string[];
}

/**
 * Checks a template, and the partials it calls, before anything is drawn: every name in it against what it will be given,
 * because Handlebars overlooks unknown names in `if` and `each`, even in strict mode; and every place where data stands, so
 * that no data can become markup, a script or an address. `contract` is `null` for a partial that nobody calls: what it is
 * given is not known. What is found is told to `report`.
 */
export function checkTemplate(
  program: Program,
  partials: ReadonlyMap<string, Program | null>,
  contract: Contract | null,
  report: (finding: Finding) => void,
): void {
  const root: Shape | null = contract && { kind: 'record', about: '', fields: contract };
  const walk: Walk = { source: program.source, partials, root, report, inside: [] };
  const end = walkProgram(walk, program.tree, { contexts: [root], parameters: {} }, TEXT_PLACE);
  if (end.in !== 'text') reportOpenEnd(walk, end);
}

function reportOpenEnd({ source, report }: Walk, end: HtmlPlace): void {
  const last = source.text.trimEnd().length;
  report(unbalancedTemplate(spanOf(source, Math.max(0, last - 1), last), end));
}

/** Each part of the walk comes back with the place in HTML that it leads to. */
function walkProgram(walk: Walk, program: hbs.AST.Program | undefined, scope: Scope, from: HtmlPlace): HtmlPlace {
  return (program?.body ?? []).reduce((place, statement) => walkStatement(walk, statement, scope, place), from);
}

function walkStatement(walk: Walk, statement: hbs.AST.Statement, scope: Scope, place: HtmlPlace): HtmlPlace {
  switch (statement.type) {
    case 'ContentStatement':
      return afterText(place, (statement as hbs.AST.ContentStatement).value);
    case 'MustacheStatement':
      return walkMustache(walk, statement as hbs.AST.MustacheStatement, scope, place);
    case 'BlockStatement':
      return walkBlock(walk, statement as hbs.AST.BlockStatement, scope, place);
    case 'PartialStatement':
      return walkPartial(walk, statement as hbs.AST.PartialStatement, scope, place);
    case 'PartialBlockStatement':
    case 'DecoratorBlock':
    case 'Decorator':
      walk.report(unsupportedBlock(spanAt(walk.source, statement.loc)));
  }
  return place;
}

function walkMustache(walk: Walk, mustache: hbs.AST.MustacheStatement, scope: Scope, place: HtmlPlace): HtmlPlace {
  const { path, params, hash, escaped, loc } = mustache;
  const span = spanAt(walk.source, loc);
  if (!escaped) walk.report(unescapedOutput(span));
  const isCall = params.length > 0 || (hash?.pairs.length ?? 0) > 0;
  const shape = isCall ? helperShape(walk, path, params, scope) : shapeOf(walk, path, scope);
  if (shape !== null && ['record', 'list', 'maybe'].includes(shape.kind)) {
    walk.report(wrongKind(spanAt(walk.source, path.loc), nameOf(path), 'a text'));
  } else {
    const finding = checkData(place, shape, span);
    if (finding) walk.report(finding);
  }
  return afterData(place, shape?.kind === 'text' && shape.use === 'address');
}

function walkBlock(walk: Walk, block: hbs.AST.BlockStatement, scope: Scope, place: HtmlPlace): HtmlPlace {
  const name = nameOf(block.path);
  const span = spanAt(walk.source, block.path.loc);
  const [subject] = block.params;
  const isKnown = BLOCKS.some((known) => known === name);
  if (!isKnown || !subject || block.params.length > 1) {
    walk.report(isKnown ? wrongArguments(span, `#${name}`, ['NAME']) : unknownHelper(span, name, BLOCKS));
    return place;
  }
  const shape = shapeOf(walk, subject, scope);
  const isCondition = name === 'if' || name === 'unless';
  const inner = isCondition ? scope : innerScope(walk, block, subject, shape, scope);
  const shown = name === 'each' ? walkEach(walk, block, inner, place) : walkProgram(walk, block.program, inner, place);
  const otherwise = walkProgram(walk, block.inverse, scope, place);
  const end = shown && mergePlaces(shown, otherwise);
  if (shown && !end) walk.report(unbalancedBlock(span, shown, otherwise));
  return end ?? place;
}

/** Where an `each` leads to; `null` when its content cannot be repeated, which is then a finding. */
function walkEach(walk: Walk, block: hbs.AST.BlockStatement, scope: Scope, place: HtmlPlace): HtmlPlace | null {
  const once = walkProgram(walk, block.program, scope, place);
  const again = mergePlaces(place, once);
  if (!again) {
    walk.report(unbalancedBlock(spanAt(walk.source, block.path.loc), once, place));
    return null;
  }
  // From the second time on it begins where it ended.
  return isSamePlace(again, place) ? again : mergePlaces(again, walkProgram(walk, block.program, scope, again));
}

function walkPartial(walk: Walk, partial: hbs.AST.PartialStatement, scope: Scope, place: HtmlPlace): HtmlPlace {
  const { params, hash, loc } = partial;
  const name = nameOf(partial.name);
  const program = walk.partials.get(name);
  const [context] = params;
  const span = spanAt(walk.source, loc);
  const given = context ? shapeOf(walk, context, scope) : (scope.contexts.at(-1) ?? null);
  const added = (hash?.pairs ?? []).map(({ key, value }) => [key, shapeOf(walk, value, scope) ?? text('')] as const);
  if (params.length > 1) walk.report(wrongArguments(span, `> ${name}`, ['NAME']));
  if (program === undefined) walk.report(unknownPartial(span, name, [...walk.partials.keys()]));
  else if (walk.inside.includes(name)) walk.report(partialCycle(span, [...walk.inside, name]));
  if (!program || walk.inside.includes(name)) return place;
  const fields = Object.fromEntries(added);
  const inner = given?.kind === 'record' ? { ...given, fields: { ...given.fields, ...fields } } : given;
  const innerWalk: Walk = { ...walk, source: program.source, inside: [...walk.inside, name] };
  // Handlebars gives a partial nothing of what is around its own context: `../` leads nowhere in it.
  const end = walkProgram(innerWalk, program.tree, { contexts: [inner], parameters: {} }, place);
  const merged = mergePlaces(place, end);
  if (!merged) reportOpenEnd(innerWalk, end);
  return merged === null ? place : end;
}
