import Handlebars from 'handlebars';
import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { lineStart, type Source, type Span, spanOf } from '../text/source.ts';
import { templateSyntax } from './findings.ts';
import { HELPERS } from './helpers.ts';
import { type Contract, checkNames } from './names.ts';
import type { Program, Theme } from './types.ts';

/** The templates of a theme, read and ready to draw. */
export interface Templates {
  /** The names of the layouts, sorted. */
  readonly layoutNames: readonly string[];
  /** The fields that layouts declare. */
  readonly declared: DeclaredLayouts;
  /**
   * One layout with its data as HTML. The first time a layout is used its names are checked against `contract`;
   * findings (each also given with the place `met` that asked for it) take the place of the HTML.
   */
  draw(layout: string, data: object, contract: Contract, met: Span): Checked<string>;
  /** The papers of a kind of print with their data as HTML; findings as for a layout. */
  drawPrint(kind: string, data: object, contract: Contract): Checked<string>;
}

type Drawing = { readonly draw: (data: object) => string } | { readonly findings: readonly Finding[] };

/** Reads and compiles the templates of a theme. Findings: `template-syntax`. */
export function compileTemplates(theme: Theme): Checked<Templates> {
  const findings: Finding[] = [];
  const layouts = parseAll(theme.layouts, findings);
  const partials = parseAll(theme.partials, findings);
  const prints = parseAll(theme.prints, findings);
  const environment = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) environment.registerHelper(name, helper);
  for (const [name, { tree }] of partials) environment.registerPartial(name, environment.compile(tree, OPTIONS));
  const drawings = new Map<string, Drawing>();

  const prepare = (program: Program | undefined, name: string, contract: Contract, met: Span | null): Drawing => {
    if (!program) throw new Error(`the template "${name}" was asked for and is not in the theme`);
    const found = checkNames(program, partials, contract, met);
    return found.length > 0 ? { findings: found } : { draw: environment.compile(program.tree, OPTIONS) };
  };
  const value: Templates = {
    layoutNames: [...theme.layouts.keys()].sort(),
    declared: theme.declared,
    draw(layout, data, contract, met) {
      const known = drawings.get(layout);
      const drawing = known ?? prepare(layouts.get(layout), layout, contract, met);
      if (!known) drawings.set(layout, drawing);
      if ('draw' in drawing) return { value: drawing.draw(data), findings: [] };
      return { value: '', findings: known ? [] : drawing.findings };
    },
    drawPrint(kind, data, contract) {
      const drawing = prepare(prints.get(kind), kind, contract, null);
      if ('draw' in drawing) return { value: drawing.draw(data), findings: [] };
      return { value: '', findings: drawing.findings };
    },
  };
  return { value, findings };
}

const OPTIONS = {
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  knownHelpersOnly: true,
  preventIndent: true,
};

function parseAll(sources: ReadonlyMap<string, Source>, findings: Finding[]): ReadonlyMap<string, Program> {
  const programs = new Map<string, Program>();
  for (const [name, source] of sources) {
    try {
      programs.set(name, { source, tree: Handlebars.parse(source.text) });
    } catch (error) {
      findings.push(syntaxFinding(source, error));
    }
  }
  return programs;
}

/** Handlebars says where in words ("Parse error on line 3:") or by `lineNumber` and `column`. */
function syntaxFinding(source: Source, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const [first = '', ...others] = message.split('\n');
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? lineNumberOf(error));
  const start = lineStart(source, line);
  const reason = others.at(-1) ?? first;
  return templateSyntax(spanOf(source, start), reason.replace(/ - \d+:\d+$/, ''));
}

function lineNumberOf(error: unknown): number {
  return error instanceof Error && 'lineNumber' in error ? Number(error.lineNumber) : 1;
}
