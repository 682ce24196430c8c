import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';

export function unclosedDivision(span: Span, name: string): Finding {
  return {
    rule: 'unclosed-division',
    severity: 'error',
    message: `this "::: ${name}" is never closed, so all that follows would belong to it`,
    hint: 'close it with ":::" on a line of its own',
    span,
  };
}

export function unclosedCode(span: Span): Finding {
  return {
    rule: 'unclosed-code',
    severity: 'error',
    message: 'this block of code is never closed, so all that follows would belong to it',
    hint: 'close it with the same fence on a line of its own',
    span,
  };
}

export function unclosedComment(span: Span): Finding {
  return {
    rule: 'unclosed-comment',
    severity: 'error',
    message: 'this comment is never closed, so all that follows would belong to it',
    hint: 'close it with "-->"',
    span,
  };
}

export function tooDeep(span: Span): Finding {
  return {
    rule: 'too-deep',
    severity: 'error',
    message: 'lists or quotations in this outline are nested too deep to be read',
    hint: 'take out some of the levels',
    span,
  };
}

export function rawHtml(span: Span, tag: string): Finding {
  return {
    rule: 'raw-html',
    severity: 'warning',
    message: `the HTML ${tag} is shown as text: only plain tags such as <sub>, <sup>, <kbd>, <mark> and <br> are drawn`,
    hint: 'write it in Markdown, or put it in `backticks` if it is meant to be read',
    span,
  };
}

export function unsafeLink(span: Span, href: string): Finding {
  return {
    rule: 'unsafe-link',
    severity: 'error',
    message: `a link may not lead to "${href}": it must start with https:, http:, mailto:, tel: or #`,
    hint: 'link a web address, or a slide by # and its id',
    span,
  };
}
