import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';
import { type Source, spanOf } from '../text/source.ts';
import type { Theme, Tokens } from '../theme/types.ts';
import { unknownToken } from './findings.ts';

/** Without a fallback after a comma: with one, a theme says itself what stands there. */
const USE = /var\(\s*(--[\w-]+)\s*\)/g;
const DECLARATION = /(?<![\w-])(--[\w-]+)\s*:/g;

/**
 * The custom properties that style sheets of a theme use and nobody declares: most often the name of a token, written
 * wrongly. What `base` uses is given by somebody, if only while a deck runs. Finding: `unknown-token`.
 */
export function findUnknownTokens(sheets: readonly Source[], theme: Theme, base: string): readonly Finding[] {
  const css = [theme.css, theme.readingCss, theme.printCss, theme.inkCss].join('\n');
  const known = new Set([...namesOf(theme.tokens), ...matches(css, DECLARATION), ...matches(base, USE)]);
  return sheets.flatMap((source) =>
    [...source.text.matchAll(USE)].flatMap((use) => {
      const [whole, name = ''] = use;
      if (known.has(name)) return [];
      const span = spanOf(source, use.index, use.index + whole.length);
      return [unknownToken(span, name, nearestHint(name, [...known]))];
    }),
  );
}

function namesOf(tokens: Tokens): readonly string[] {
  return Object.entries(tokens).flatMap(([group, values]) => Object.keys(values).map((name) => `--${group}-${name}`));
}

function matches(css: string, pattern: RegExp): readonly string[] {
  return [...css.matchAll(pattern)].map(([, name = '']) => name);
}
