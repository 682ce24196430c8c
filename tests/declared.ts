import type { DeclaredField, DeclaredLayouts, FieldKind } from '../src/text/declared-layouts.ts';

/** One layout that declares fields, by name and kind; `!` after the kind makes one required. */
export function declare(layout: string, kinds: Readonly<Record<string, FieldKind | `${FieldKind}!`>>): DeclaredLayouts {
  const fields = Object.entries(kinds).map(([name, kind]): DeclaredField => {
    const isRequired = kind.endsWith('!');
    return { name, kind: (isRequired ? kind.slice(0, -1) : kind) as FieldKind, about: `about ${name}`, isRequired };
  });
  return new Map([[layout, { about: '', fields }]]);
}
