import type { TalkPaths } from '../talk/types.ts';
import type { Host } from '../text/host.ts';

/** What can be printed, in the order in which it is told of. */
export const PRINT_KINDS = ['slides', 'notes', 'handout', 'article'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/**
 * The file of a print: the talk's own place, or in the folder `output`; a name that ends in `.pdf` is the file itself,
 * which is for one kind alone.
 */
export function printFile(host: Host, paths: TalkPaths, kind: PrintKind, output: string | undefined): string {
  if (output === undefined) return paths.prints[kind];
  return isPdf(output) ? host.resolve(output) : host.resolve(output, `${kind}.pdf`);
}

/** Whether a name is that of a PDF. */
export function isPdf(output: string): boolean {
  return output.toLowerCase().endsWith('.pdf');
}

/** The kinds that a person names, each once, in order; `all` is every one; none is the slides. `null` with an unknown one. */
export function printKinds(names: readonly string[]): readonly PrintKind[] | null {
  if (names.length === 0) return ['slides'];
  const asked = new Set(names.flatMap((name) => (name === 'all' ? PRINT_KINDS : [name])));
  const kinds = PRINT_KINDS.filter((kind) => asked.has(kind));
  return kinds.length === asked.size ? kinds : null;
}
