import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import { carriedOtherwise, notCarried } from './findings.ts';

/** Something of a slide that reveal.js shows, or changes, at a click. */
export interface Fragment {
  /** Its classes: `fragment`, and what happens to it. */
  readonly classes: readonly string[];
  /** `data-fragment-index`; `null` where it has none. */
  readonly index: number | null;
  readonly origin: Span;
}

/** It comes, in one way or another, and stays. */
const COMES = /^(?:fragment|custom|fade-(?:in|up|down|left|right)|zoom-in|grow-in|slide-.*|blur.*)$/;
/** It is there from the start, and looks other at its click. */
const CHANGES = /^(?:semi-fade-out|grow|shrink|strike|highlight-.*|fade-in-then-semi-out)$/;

/** Whether a class says what happens to a fragment. */
export function isFragmentClass(name: string): boolean {
  return COMES.test(name) || CHANGES.test(name) || ['fade-out', 'fade-in-then-out', 'current-visible'].includes(name);
}

/**
 * The word that makes a step of each fragment of a slide, in the order of the slide: `.step`, or `step=2` where the
 * order is another (reveal.js shows those with an index first). `''` for what only changes its looks. Findings:
 * `not-carried`, `carried-otherwise`.
 */
export function stepWords(fragments: readonly Fragment[], findings: Finding[]): readonly string[] {
  const stepping = fragments.filter(({ classes }) => !changes(classes));
  const isPlain = stepping.every(({ index, classes }) => index === null && !goes(classes));
  const orders = orderOf(stepping);
  return fragments.map((fragment) => {
    const { classes, origin } = fragment;
    const change = classes.find((name) => CHANGES.test(name));
    if (change === 'fade-in-then-semi-out') findings.push(carriedOtherwise(origin, 'what half fades away', 'stays'));
    else if (change !== undefined) {
      findings.push(notCarried(origin, `the change "${change}" at a click`));
      return '';
    }
    if (isPlain) return '.step';
    const order = orders.get(fragment) ?? 1;
    if (classes.includes('fade-out')) return `step=0-${order - 1}`;
    return goes(classes) ? `step=${order}-${order}` : `step=${order}`;
  });
}

function changes(classes: readonly string[]): boolean {
  return classes.some((name) => CHANGES.test(name) && name !== 'fade-in-then-semi-out');
}

function goes(classes: readonly string[]): boolean {
  return ['fade-out', 'fade-in-then-out', 'current-visible'].some((name) => classes.includes(name));
}

/** The click of each fragment, from 1: those of one index come together, before those without one. */
function orderOf(fragments: readonly Fragment[]): ReadonlyMap<Fragment, number> {
  const indexes = [...new Set(fragments.flatMap(({ index }) => index ?? []))].toSorted((one, other) => one - other);
  const places = new Map(indexes.map((index, place) => [index, place + 1]));
  let next = indexes.length;
  return new Map(
    fragments.map((fragment) => {
      if (fragment.index !== null) return [fragment, places.get(fragment.index) ?? 1];
      next += 1;
      return [fragment, next];
    }),
  );
}
