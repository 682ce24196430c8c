import { address, number, type Shape } from '../view/shape.ts';

/** What a template may call by its name, with data. */
export interface Helper {
  /** What it is called with, as the documents write it. */
  readonly parameters: readonly string[];
  /** What comes of it. */
  readonly makes: Shape;
  readonly run: (...values: readonly unknown[]) => string;
}

/** The helpers that templates may call beside Handlebars' own `if`, `unless`, `each` and `with`. */
export const HELPERS = {
  between: {
    parameters: ['FROM', 'TO', 'FRACTION'],
    makes: number('FROM + (TO - FROM) * FRACTION, to two decimals, for drawing'),
    run(from, to, fraction) {
      const value = Number(from) + (Number(to) - Number(from)) * Number(fraction);
      return String(Math.round(value * 100) / 100);
    },
  },
  url: {
    parameters: ['TEXT'],
    makes: address(
      'The text as an address, when it begins with `http:`, `https:` or `mailto:`, or is one of this page or beside it; else ""',
    ),
    run: (value) => harmlessAddress(String(value ?? '')),
  },
} as const satisfies Readonly<Record<string, Helper>>;

/** The helper of a name; `null` when there is none. */
export function helperOf(name: string): Helper | null {
  return Object.hasOwn(HELPERS, name) ? HELPERS[name as keyof typeof HELPERS] : null;
}

const HARMLESS = /^(?:https?|mailto)$/i;

function harmlessAddress(text: string): string {
  // Browsers pass over spaces and signs that nobody sees, in the middle of "javascript:" too.
  const plain = text.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  const [, scheme] = /^([^/?#:]*):/.exec(plain) ?? [];
  return scheme === undefined || HARMLESS.test(scheme) ? text.trim() : '';
}
