import type { Tokens } from './types.ts';

const REFERENCE = /^var\(--color-([\w-]+)\)$/;

/** The colour that a token has: itself, and not by way of another token; '' where tokens lead to each other in a circle. */
export function resolveColor(colors: Tokens[string], name: string): string {
  const passed = new Set<string>();
  for (let next = name; !passed.has(next); ) {
    passed.add(next);
    const value = colors[next] ?? '';
    const other = REFERENCE.exec(value)?.[1];
    if (other === undefined) return value;
    next = other;
  }
  return '';
}
