import type { Finding } from '../text/finding.ts';
import { nearestHint, nearestName } from '../text/nearest.ts';
import type { Span } from '../text/source.ts';

export function layoutNeeds(span: Span, layout: string, needs: string): Finding {
  return {
    rule: 'layout-needs',
    severity: 'error',
    message: `the layout "${layout}" needs ${needs}`,
    hint: 'add it to the slide, or choose another layout',
    span,
  };
}

/** `flags` are what the layouts that are named know beside their names. */
export function twoLayouts(span: Span, first: string, second: string, flags: readonly string[]): Finding {
  const flag = nearestName(second, flags);
  return {
    rule: 'two-layouts',
    severity: 'error',
    message: `a slide has one layout, and this one names "${first}" and "${second}"`,
    hint: flag === undefined ? 'leave one of them out' : `did you mean "${flag}"?`,
    span,
  };
}

export function wrongField(span: Span, name: string, takes: string): Finding {
  return {
    rule: 'wrong-field',
    severity: 'error',
    message: `the field "${name}" takes ${takes}`,
    hint: 'write it so, or call this otherwise',
    span,
  };
}

export function unknownAttribute(span: Span, owner: string, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-attribute',
    severity: 'error',
    message: `${owner} has no attribute called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

export function emptySlide(span: Span): Finding {
  return {
    rule: 'empty-slide',
    severity: 'warning',
    message: 'nothing stands between this line and the next slide, so it makes no slide',
    hint: 'leave the line out, or write {.blank} under it for a slide without content',
    span,
  };
}

export function invalidStep(span: Span, value: string): Finding {
  return {
    rule: 'invalid-step',
    severity: 'error',
    message: `a step is a whole number from 1, or a range such as 1-2, not "${value}"`,
    hint: 'write {.step} for the next step, {step=2} for the second, {step=1-2} for what is gone at the third',
    span,
  };
}

/** What is written for a click comes at an earlier one, because nothing comes or goes at one before it. */
export function stepGap(span: Span, written: number, click: number): Finding {
  return {
    rule: 'step-gap',
    severity: 'warning',
    message: `the slide has no step ${click}, so step ${written} comes at click ${click}`,
    hint: 'number the steps of a slide 1, 2, 3 without gaps',
    span,
  };
}

export function stepsAtOnce(span: Span, layout: string): Finding {
  return {
    rule: 'steps-at-once',
    severity: 'warning',
    message: `the layout "${layout}" shows its content at once, so this step is there from the start`,
    hint: 'leave the step out, or choose the layout "points"',
    span,
  };
}

export function unknownStep(span: Span, value: string, count: number): Finding {
  return {
    rule: 'unknown-step',
    severity: 'warning',
    message: `this note belongs to step ${value}, and its slide has ${count === 0 ? 'no steps' : count === 1 ? 'one step' : `${count} steps`}`,
    hint: 'give it the number of a step of the slide, or leave it out',
    span,
  };
}
