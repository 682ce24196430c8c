import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';

/** Something of a deck that a talk has nothing for. */
export function notCarried(span: Span, what: string, hint?: string): Finding {
  return {
    rule: 'not-carried',
    severity: 'warning',
    message: `${what} has no counterpart in a talk, and is left out`,
    ...(hint ? { hint } : {}),
    span,
  };
}

/** Something of a deck that stands in the talk in another way. */
export function carriedOtherwise(span: Span, what: string, how: string): Finding {
  return { rule: 'carried-otherwise', severity: 'warning', message: `${what} ${how}`, span };
}

export function slowDeck(path: string, seconds: number): Finding {
  return {
    rule: 'takes-too-long',
    severity: 'error',
    message: `${path} could not be read within ${seconds} seconds, so something in it is not what a slide needs`,
    hint: 'take away the half of it, and try again, to find what it is',
  };
}

export function emptyDeck(path: string): Finding {
  return {
    rule: 'empty-deck',
    severity: 'error',
    message: `${path} holds no slides`,
    hint: 'name a deck in Markdown, written for reveal-md, reveal.js, Marp, Pandoc or Quarto',
  };
}
