import { positionAt, type Span } from '../text/source.ts';
import type { Theme } from '../theme/types.ts';
import { SAMPLE_KINDS } from './sample-kinds.ts';
import { type Drawing, MEDIA, SAMPLE_SCHEMES, SAMPLE_SIZES } from './samples.ts';
import { placeOf, type TemplateName } from './template-places.ts';

/** Something wrong with one drawing. */
export interface Fault {
  readonly drawing: Drawing;
  /** The id of the slide, or of its sheet. */
  readonly slide: string;
  readonly template: TemplateName;
  /** The element and all around it, as CSS names them. */
  readonly path: string;
  /** What is measured; what tells faults of that kind from each other on the same element, such as a colour. */
  readonly kind: FaultKind;
  readonly variant: string;
  /** How bad it is, to find the worst of those that are the same. */
  readonly amount: number;
  /** What is wrong, in words. */
  readonly what: string;
}

/** What can be wrong with a drawing. */
export type FaultKind = 'overflow' | 'overlap' | 'contrast' | 'access' | 'unseen' | 'lost';

/** Faults that are one mistake: the worst of them, its place in a template, and where else it shows. */
export interface Mistake {
  readonly worst: Fault;
  readonly span: Span | null;
  /** How many drawings have it. */
  readonly count: number;
  /** The templates, and the drawings, that have it: `points, blank`, `long, code`, ... */
  readonly templates: readonly string[];
  readonly seenIn: readonly string[];
}

/** What a fault brings about on the same slide: what does not fit lies on something else, and stands on another ground. */
const BRINGS_ABOUT: Partial<Record<FaultKind, readonly FaultKind[]>> = {
  overflow: ['overlap', 'contrast'],
  overlap: ['contrast'],
};

/** The faults that no other one brings about. */
export function withoutConsequences(faults: readonly Fault[]): readonly Fault[] {
  const keyOf = ({ drawing, slide }: Fault, kind: FaultKind): string => JSON.stringify([drawing, slide, kind]);
  const brought = new Set(
    faults.flatMap((fault) => (BRINGS_ABOUT[fault.kind] ?? []).map((kind) => keyOf(fault, kind))),
  );
  return faults.filter((fault) => !brought.has(keyOf(fault, fault.kind)));
}

/**
 * Faults put together to mistakes, in the order in which they were found: those of the same kind that come from the same
 * place of a template. What only one layout has is at fault there, also where a partial that others use draws it.
 */
export function groupFaults(theme: Theme, faults: readonly Fault[]): readonly Mistake[] {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = `${fault.kind} ${fault.variant} ${placeName(placeOf(theme, fault.template, fault.path, 'all'))}`;
    const group = groups.get(key) ?? [];
    group.push(fault);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => mistakeOf(theme, group));
}

function mistakeOf(theme: Theme, group: readonly Fault[]): Mistake {
  const worst = group.reduce((one, other) => (other.amount > one.amount ? other : one));
  const templates = [...new Set(group.map(({ template }) => template.name))];
  const drawings = group.map(({ drawing }) => drawing);
  const used = <T extends string>(all: readonly T[], of: (drawing: Drawing) => T): string => {
    const seen = all.filter((one) => drawings.some((drawing) => of(drawing) === one));
    return seen.join(', ');
  };
  return {
    worst,
    span: placeOf(theme, worst.template, worst.path, templates.length === 1 ? 'template' : 'all'),
    count: group.length,
    templates,
    seenIn: [
      used(SAMPLE_KINDS, ({ kind }) => kind),
      used(SAMPLE_SIZES, ({ size }) => size),
      used(SAMPLE_SCHEMES, ({ scheme }) => scheme),
      used(MEDIA, ({ medium }) => medium),
    ],
  };
}

function placeName(span: Span | null): string {
  if (span === null) return '';
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}
