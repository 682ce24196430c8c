import type { Span } from './source.ts';

/** `error` stops a build, `warning` does not, `info` is only said. */
export type Severity = 'error' | 'warning' | 'info';

/** Something that was found in a talk, a template or the way to them: data, shown by `frame.ts`. */
export interface Finding {
  /** The rule's name, in kebab-case, as documented in `docs/errors.md`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what was expected, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The place it is about. */
  readonly span?: Span;
  /** A second place, with the words that lead to it: the outline's, for a finding in a template. */
  readonly related?: { readonly message: string; readonly span: Span };
  /** The id of the slide it is about. */
  readonly slide?: string;
}

/** What a stage returns: the best it could make, and what it found. */
export interface Checked<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** Thrown by who cannot go on; caught once, in `cli.ts`. Any other error is a fault of Rostrum's own. */
export class Stop extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => finding.message).join('\n'));
    this.name = 'Stop';
    this.findings = findings;
  }
}

/** Findings as a person reads the files: those without a place first, then by path and place. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  const pathOf = ({ span }: Finding): string => span?.source.path ?? '';
  return findings.toSorted((one, other) => {
    if (pathOf(one) !== pathOf(other)) return pathOf(one) < pathOf(other) ? -1 : 1;
    return (one.span?.start ?? 0) - (other.span?.start ?? 0);
  });
}

/** Whether any of the findings stops a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Throws a `Stop` with all findings when one of them is an error. */
export function stopOnErrors(findings: readonly Finding[]): void {
  if (hasErrors(findings)) throw new Stop(findings);
}
