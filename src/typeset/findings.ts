import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';

export function unknownLanguage(span: Span, language: string): Finding {
  return {
    rule: 'unknown-language',
    severity: 'warning',
    message: `"${language}" is not a language that can be highlighted, so this code is shown without colours`,
    hint: 'write the name that highlight.js has for it, or "text"',
    span,
  };
}
