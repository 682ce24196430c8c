const RULE = /@font-face\s*\{[^}]*\}\s*/g;
const FAMILY = /(font-family\s*:\s*)(?:"([^"]*)"|'([^']*)'|([^;}"']*))/;
/** What can name a family: fonts, and the tokens for them. */
const NAMING = /((?:^|[;{\s])(?:font(?:-family)?|--[\w-]+)\s*:)([^;{}]*)/g;

/**
 * The CSS of several themes for one page, without its `@font-face` rules, and these, which are in force for the page alone.
 * A family of which two themes have other faces gets another name in the second one: else a bold word of one would be set
 * in a face that only the other has.
 */
export function shareFonts(themes: readonly string[]): { readonly faces: string; readonly css: readonly string[] } {
  /** The faces of a family, each time that they differ. */
  const versions = new Map<string, string[]>();
  const css = themes.map((theme) => {
    const bare = theme.replace(RULE, '');
    const aliases = [...facesByFamily(theme)].map(([family, faces]) => {
      const known = versions.get(family) ?? [];
      versions.set(family, known);
      if (!known.includes(faces)) known.push(faces);
      return [family, versionName(family, known.indexOf(faces))] as const;
    });
    return aliases.reduce((text, [family, alias]) => renameFamily(text, family, alias), bare);
  });
  const faces = [...versions].flatMap(([family, known]) =>
    known.map((rules, index) => renameFaces(rules, versionName(family, index))),
  );
  return { faces: faces.join(''), css };
}

function facesByFamily(css: string): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  for (const [rule] of css.matchAll(RULE)) {
    const [, , one, other, bare] = FAMILY.exec(rule) ?? [];
    const family = (one ?? other ?? bare ?? '').trim();
    families.set(family, (families.get(family) ?? '') + rule);
  }
  return families;
}

function versionName(family: string, index: number): string {
  return index === 0 ? family : `${family} (${index + 1})`;
}

function renameFaces(rules: string, name: string): string {
  return rules.replace(RULE, (rule) => rule.replace(FAMILY, (_, property: string) => `${property}"${name}"`));
}

function renameFamily(css: string, family: string, alias: string): string {
  if (alias === family) return css;
  const escaped = family.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const name = new RegExp(`"${escaped}"|'${escaped}'|(?<![\\w"'-])${escaped}(?=\\s*(?:,|\\)|$))`, 'g');
  return css.replace(
    NAMING,
    (_, property: string, value: string) => property + value.replace(name, () => `"${alias}"`),
  );
}
