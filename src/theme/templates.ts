import Handlebars from 'handlebars';
import type { Checked, Finding } from '../text/finding.ts';
import { lineStart, type Source, type Span, spanOf } from '../text/source.ts';
import { checkTemplate } from './check-template.ts';
import { Drawings, type LayoutData } from './drawings.ts';
import { templateSyntax, unknownPrint } from './findings.ts';
import { HELPERS } from './helpers.ts';
import type { Contract } from './names.ts';
import type { Program, Theme } from './types.ts';

/** The templates of a theme, checked and ready to draw. */
export interface Templates {
  /** The names of the layouts, sorted. */
  readonly layoutNames: readonly string[];
  /** A layout with its data as HTML; a slide that it has drawn already is not drawn again. Only for layouts without findings. */
  draw(layout: string, data: LayoutData): string;
  /** The papers of a kind of print with their data as HTML. Only for prints without findings. */
  drawPrint(kind: string, data: object): string;
  /** What these templates leave to those of the next state of the talk. */
  readonly kept: ReadonlyMap<string, KeptLayout>;
}

/** A compiled layout, and all that it is made of: its own text and those of its partials. */
export interface KeptLayout {
  readonly stamp: string;
  readonly drawings: Drawings;
}

/** What templates are given, by layout and by kind of print. */
export interface Contracts {
  readonly layout: (name: string) => Contract;
  readonly prints: Readonly<Record<string, Contract>>;
}

/** What is known beside the theme. */
export interface Surroundings {
  /** The slide that first asks for each layout, in order; findings in what it meets name it. */
  readonly met?: ReadonlyMap<string, Span>;
  /** The templates of an earlier state of the talk: what did not change stays compiled, and what it drew stays drawn. */
  readonly previous?: Templates;
}

/** The templates of a theme by kind; `null` for those that cannot be read. */
interface Programs {
  readonly layouts: ReadonlyMap<string, Program | null>;
  readonly partials: ReadonlyMap<string, Program | null>;
  readonly prints: ReadonlyMap<string, Program | null>;
}

/**
 * Reads, checks and compiles the templates of a theme, used or not. Each mistake is one finding, however many layouts share
 * it. Findings: `template-syntax`, and those of `checkTemplate`.
 */
export function compileTemplates(
  theme: Theme,
  contracts: Contracts,
  { met = new Map(), previous }: Surroundings = {},
): Checked<Templates> {
  const findings: Finding[] = [];
  const programs: Programs = {
    layouts: parseAll(theme.layouts, findings),
    partials: parseAll(theme.partials, findings),
    prints: parseAll(theme.prints, findings),
  };
  const checked = checkAll(programs, contracts, met);
  const environment = Handlebars.create();
  for (const [name, { run }] of Object.entries(HELPERS)) environment.registerHelper(name, run);
  for (const [name, program] of programs.partials)
    if (program) environment.registerPartial(name, environment.compile(program.tree, OPTIONS));
  const kept = new Map<string, KeptLayout>();
  for (const [name, program] of programs.layouts) {
    if (!program || checked.faulty.has(program)) continue;
    const stamp = stampOf(program, programs.partials);
    const before = previous?.kept.get(name);
    const drawings =
      before?.stamp === stamp ? before.drawings.next() : new Drawings(environment.compile(program.tree, OPTIONS));
    kept.set(name, { stamp, drawings });
  }
  const value: Templates = {
    layoutNames: [...theme.layouts.keys()].sort(),
    draw: (layout, data) => sound(kept.get(layout), layout).drawings.of(data),
    drawPrint(kind, data) {
      const program = programs.prints.get(kind);
      const { tree } = sound(program && !checked.faulty.has(program) ? program : null, kind);
      return environment.compile(tree, OPTIONS)(data);
    },
    kept,
  };
  return { value, findings: [...findings, ...checked.findings] };
}

function sound<T>(template: T | null | undefined, name: string): T {
  if (template) return template;
  throw new Error(`the template "${name}" was asked for, and is not in the theme or has errors`);
}

const OPTIONS = {
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  knownHelpersOnly: true,
  preventIndent: true,
};

/** Checks all templates, those first that slides ask for; `faulty` are the layouts and prints in which something was found. */
function checkAll(
  { layouts, partials, prints }: Programs,
  contracts: Contracts,
  met: ReadonlyMap<string, Span>,
): { readonly findings: readonly Finding[]; readonly faulty: ReadonlySet<Program> } {
  const found = new Map<string, Finding>();
  const faulty = new Set<Program>();
  const called = new Set<string>();
  const check = (program: Program | null | undefined, contract: Contract | null, span?: Span): void => {
    if (!program) return;
    for (const name of partialsOf(program, partials)) called.add(name);
    checkTemplate(program, partials, contract, (finding) => {
      faulty.add(program);
      const key = `${finding.rule} ${finding.span?.source.path} ${finding.span?.start}`;
      const related = span ? { related: { message: 'met when drawing', span } } : {};
      if (!found.has(key)) found.set(key, { ...finding, ...related });
    });
  };
  const names = new Set([...met.keys(), ...layouts.keys()]);
  for (const name of names) check(layouts.get(name), contracts.layout(name), met.get(name));
  for (const [kind, program] of prints) {
    const contract = Object.hasOwn(contracts.prints, kind) ? contracts.prints[kind] : undefined;
    if (contract) check(program, contract);
    else if (program) found.set(`print ${kind}`, unknownPrint(program.source, kind, Object.keys(contracts.prints)));
  }
  // What a partial is given that nobody calls is not known: only what holds wherever it is called can be checked.
  for (const [name, program] of partials) if (!called.has(name)) check(program, null);
  return { findings: [...found.values()], faulty };
}

/** The names of the partials that a template calls, and that these call. */
function partialsOf(program: Program, partials: Programs['partials'], names = new Set<string>()): ReadonlySet<string> {
  class Calls extends Handlebars.Visitor {
    override PartialStatement({ name }: hbs.AST.PartialStatement): void {
      const called = 'original' in name ? String(name.original) : '';
      const inner = partials.get(called);
      if (names.has(called)) return;
      names.add(called);
      if (inner) partialsOf(inner, partials, names);
    }
  }
  new Calls().accept(program.tree);
  return names;
}

/** All that a layout is made of, as one text. */
function stampOf(program: Program, partials: Programs['partials']): string {
  const parts = [...partialsOf(program, partials)].sort().map((name) => [name, partials.get(name)?.source.text ?? '']);
  return JSON.stringify([program.source.text, parts]);
}

function parseAll(sources: ReadonlyMap<string, Source>, findings: Finding[]): ReadonlyMap<string, Program | null> {
  const programs = new Map<string, Program | null>();
  for (const [name, source] of sources) {
    try {
      programs.set(name, { source, tree: Handlebars.parse(source.text) });
    } catch (error) {
      programs.set(name, null);
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
