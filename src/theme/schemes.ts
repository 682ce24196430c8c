import type { Scheme, Tokens } from './types.ts';

/** What one theme of a chain says of tokens, by the scheme that they are for. */
export interface SchemeTokens {
  /** The scheme that the theme is made for; '' for that of the theme it extends. */
  readonly scheme: Scheme | '';
  /** Tokens for the scheme that it is made for. */
  readonly tokens: Tokens;
  /** What differs in one scheme alone. */
  readonly light: Tokens;
  readonly dark: Tokens;
}

/** The tokens of a chain in both schemes. */
export interface Schemes {
  /** The scheme that the theme is made for. */
  readonly madeFor: Scheme;
  readonly light: SchemeColors;
  readonly dark: SchemeColors;
}

/** All tokens of a scheme, and the names of the colours that are those of the other scheme until they are derived from them. */
export interface SchemeColors {
  readonly tokens: Tokens;
  readonly lacking: readonly string[];
}

const COLOR = 'color';

/** The other one. */
export function otherScheme(scheme: Scheme): Scheme {
  return scheme === 'light' ? 'dark' : 'light';
}

/**
 * The tokens of a chain of themes, the first of which counts most. A colour that a theme changes in one scheme alone is
 * lacking in the other, whatever the themes that it extends have there: they made theirs to go with another one.
 */
export function schemesOf(chain: readonly SchemeTokens[]): Schemes {
  let madeFor: Scheme = 'light';
  const given: Record<Scheme, Record<string, Record<string, string>>> = { light: {}, dark: {} };
  const lacking: Record<Scheme, Set<string>> = { light: new Set(), dark: new Set() };
  for (const level of chain.toReversed()) {
    if (level.scheme !== '') madeFor = level.scheme;
    const colors = { light: colorsOf(level, 'light', madeFor), dark: colorsOf(level, 'dark', madeFor) };
    for (const scheme of ['light', 'dark'] as const) {
      const other = otherScheme(scheme);
      for (const name of Object.keys(colors[scheme])) {
        lacking[scheme].delete(name);
        if (!Object.hasOwn(colors[other], name)) lacking[other].add(name);
      }
      addTokens(given[scheme], { ...level.tokens, [COLOR]: colors[scheme] });
      addTokens(given[scheme], { ...level[scheme], [COLOR]: {} });
    }
  }
  const complete = (scheme: Scheme): SchemeColors => {
    const others = given[otherScheme(scheme)][COLOR] ?? {};
    const own = [...lacking[scheme]].map((name) => [name, others[name] ?? '']);
    const color = { ...given[scheme][COLOR], ...Object.fromEntries(own) };
    return { tokens: withWholeStacks({ ...given[scheme], [COLOR]: color }), lacking: [...lacking[scheme]] };
  };
  return { madeFor, light: complete('light'), dark: complete('dark') };
}

/**
 * Tokens whose stacks of fonts are whole: one that names another, such as `var(--font-fallback)`, has the families of that
 * one, which is a part of stacks then and none by itself.
 */
function withWholeStacks(tokens: Tokens): Tokens {
  const { font } = tokens;
  if (font === undefined) return tokens;
  const parts = new Set<string>();
  const whole = (stack: string): string =>
    stack.replace(/var\(--font-([\w-]+)\)/g, (text, name: string) => {
      parts.add(name);
      return font[name] ?? text;
    });
  const stacks = Object.entries(font).map(([name, stack]) => [name, whole(stack)] as const);
  return { ...tokens, font: Object.fromEntries(stacks.filter(([name]) => !parts.has(name))) };
}

function colorsOf(level: SchemeTokens, scheme: Scheme, madeFor: Scheme): Tokens[string] {
  return { ...(scheme === madeFor ? level.tokens[COLOR] : {}), ...level[scheme][COLOR] };
}

function addTokens(tokens: Record<string, Record<string, string>>, added: Tokens): void {
  for (const [group, values] of Object.entries(added)) tokens[group] = { ...tokens[group], ...values };
}
