import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';

export function longCode(span: Span, most: number): Finding {
  return {
    rule: 'long-code',
    severity: 'warning',
    message: `this code is longer than ${most} characters, so it is shown without colours`,
    hint: 'show the lines that matter, as with lines=3-9',
    span,
  };
}

export function unknownLanguage(span: Span, language: string): Finding {
  return {
    rule: 'unknown-language',
    severity: 'warning',
    message: `"${language}" is not a language that can be highlighted, so this code is shown without colours`,
    hint: 'write the name that highlight.js has for it, or "text"',
    span,
  };
}

export function invalidMath(span: Span, reason: string): Finding {
  return {
    rule: 'invalid-math',
    severity: 'error',
    message: `this formula cannot be drawn: ${reason}`,
    hint: 'https://katex.org/docs/supported has all that it may hold; a dollar sign that is no formula is written \\$',
    span,
  };
}

export function strangeSign(span: Span, sign: string): Finding {
  return {
    rule: 'math-character',
    severity: 'warning',
    message: `the fonts for formulas have no "${sign}": another machine may show it differently, or as a box`,
    hint: 'write a TeX command, or put it outside the formula',
    span,
  };
}
