/**
 * HTML that Rostrum made itself and that templates may insert as it is. Handlebars asks a value for `toHTML` before it
 * escapes it (its SafeString protocol), so `{{slide.body}}` needs no triple braces, and plain text is always escaped.
 */
export class Html {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toHTML(): string {
    return this.#html;
  }

  toString(): string {
    return this.#html;
  }
}

/** No HTML at all: falsy in a template's `{{#if}}`, because its text is empty. */
export const NO_HTML = '' as const;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : text;
}
