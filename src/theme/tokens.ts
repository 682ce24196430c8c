import type { Tokens } from './types.ts';

/** Tokens as CSS custom properties of the page: `color.paper` becomes `--color-paper`. */
export function tokensToCss(tokens: Tokens): string {
  const lines = Object.entries(tokens).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => `--${group}-${name}:${value};`),
  );
  return `:root{${lines.join('')}}\n`;
}
