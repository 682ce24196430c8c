import type { Finding } from '../text/finding.ts';
import { unknownLayout } from './findings.ts';
import type { Talk } from './types.ts';

/** The slides that name a layout that the theme does not have. Finding: `unknown-layout`. */
export function checkLayouts(talk: Talk, known: readonly string[]): readonly Finding[] {
  return talk.slides.flatMap(({ layout: { name, span } }) =>
    span === null || known.includes(name) ? [] : [unknownLayout(span, name, known)],
  );
}
