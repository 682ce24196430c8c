import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Span } from '../text/source.ts';
import type { ThemePlaces } from './find-theme.ts';
import { loadChain, type ThemeLink } from './load.ts';
import { SHEETS, sheetFiles } from './sheets.ts';
import { meaningOf } from './token-meanings.ts';
import type { Scheme } from './types.ts';

/** The folders of a theme that hold templates, in the order in which a name is looked for. */
export const TEMPLATE_KINDS = ['layouts', 'partials', 'prints'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The origin of what stands in the talk's own `templates/`: the name of no theme. */
export const TALK_TEMPLATES = 'templates/';

/** The tokens whose values belong to a scheme. */
const COLOR = 'color';

/** One folder of the lookup. */
export interface LookupFolder {
  /** The name of its theme, or `TALK_TEMPLATES`. */
  readonly from: string;
  /** Absolute. */
  readonly folder: string;
}

/** A template, and where it comes from. */
export interface FoundTemplate {
  readonly kind: TemplateKind;
  readonly name: string;
  readonly from: string;
  /** The file, absolute. */
  readonly path: string;
  /** Where there are others of its name, which it stands before. */
  readonly insteadOf: readonly string[];
}

/** A file that is joined of all that there are of its name. */
export interface JoinedFile {
  /** For CSS with the folder that it is in: `layouts/timeline.css`. */
  readonly name: string;
  /** Where there are such files, in the order of joining: base first. */
  readonly parts: readonly { readonly from: string; readonly path: string }[];
}

/** A token, and the theme that gives it its values. */
export interface FoundToken {
  readonly group: string;
  readonly name: string;
  /** In the light scheme; `null` for a colour that is derived from the one in the dark scheme. */
  readonly light: string | null;
  /** In the dark scheme; `null` for a colour that is derived from the one in the light scheme. */
  readonly dark: string | null;
  readonly from: string;
  /** What it is for; '' for one that only this theme knows. */
  readonly about: string;
}

/** A font, and the theme that names it. */
export interface FoundFont {
  readonly family: string;
  readonly package: string;
  readonly faces: readonly string[];
  readonly from: string;
}

/** What a theme is made of, and where each piece of it comes from. */
export interface ThemeDescription {
  readonly name: string;
  readonly about: string;
  /** The theme that it names as the one it extends; '' for none. */
  readonly extends: string;
  /** The scheme that it is made for. */
  readonly madeFor: Scheme;
  /** In the order of the lookup: the talk's, the theme, those it extends. */
  readonly folders: readonly LookupFolder[];
  /** By kind, then by name. */
  readonly templates: readonly FoundTemplate[];
  readonly css: readonly JoinedFile[];
  readonly words: readonly JoinedFile[];
  /** In the order of base, then what themes add. */
  readonly tokens: readonly FoundToken[];
  readonly fonts: readonly FoundFont[];
}

/**
 * The theme called `name` as a talk has it; `span` is where the talk names it. `null` when there is no such theme.
 * Findings: those of `loadChain`.
 */
export function describeTheme(
  host: Host,
  places: ThemePlaces,
  name: string,
  span: Span | null,
): Checked<ThemeDescription | null> {
  const findings: Finding[] = [];
  const chain = loadChain(host, places, name, span, findings);
  const theme = chain.find((link) => link.name === name);
  if (theme === undefined) return { value: null, findings };
  const folders = [
    { from: TALK_TEMPLATES, folder: places.own },
    ...chain.map((link) => ({ from: link.name, folder: link.folder })),
  ];
  const value: ThemeDescription = {
    name,
    about: theme.about,
    extends: theme.extends,
    madeFor: madeForAt(chain, 0),
    folders,
    templates: TEMPLATE_KINDS.flatMap((kind) => findTemplates(host, folders, kind)),
    css: findCss(host, folders),
    words: findWords(host, folders),
    tokens: findTokens(chain),
    fonts: findFonts(chain),
  };
  return { value, findings };
}

function findTemplates(host: Host, folders: readonly LookupFolder[], kind: TemplateKind): readonly FoundTemplate[] {
  const found = folders.flatMap(({ from, folder }) => {
    const place = host.resolve(folder, kind);
    const files = host.list(place).filter((file) => file.endsWith('.hbs'));
    return files.map((file) => ({ name: file.slice(0, -'.hbs'.length), from, path: host.resolve(place, file) }));
  });
  const names = [...new Set(found.map(({ name }) => name))].sort();
  return names.flatMap((name): readonly FoundTemplate[] => {
    const [first, ...others] = found.filter((template) => template.name === name);
    return first ? [{ kind, ...first, insteadOf: others.map(({ from }) => from) }] : [];
  });
}

/** The file of one name, of all folders that have it; none where no folder does. */
function joinedFile(host: Host, folders: readonly LookupFolder[], name: string, place = ''): readonly JoinedFile[] {
  const parts = folders
    .map(({ from, folder }) => ({ from, path: host.resolve(folder, place, name) }))
    .filter((part) => host.kindOf(part.path) === 'file')
    .toReversed();
  return parts.length === 0 ? [] : [{ name, parts }];
}

function findCss(host: Host, folders: readonly LookupFolder[]): readonly JoinedFile[] {
  return SHEETS.flatMap((sheet) => {
    const parts = folders.flatMap(({ folder }) => sheetFiles(host, folder, sheet)).filter((name) => name !== sheet);
    const names = [sheet, ...new Set(parts.sort())];
    return names.flatMap((name) => joinedFile(host, folders, name));
  });
}

function findWords(host: Host, folders: readonly LookupFolder[]): readonly JoinedFile[] {
  const files = folders.flatMap(({ folder }) => host.list(host.resolve(folder, 'words')));
  const names = [...new Set(files)].filter((file) => file.endsWith('.yaml')).sort();
  return names.flatMap((file) => joinedFile(host, folders, file, 'words'));
}

/** The scheme that a theme of the chain is made for, by itself or by those that it extends. */
function madeForAt(chain: readonly ThemeLink[], index: number): Scheme {
  return chain.slice(index).find(({ scheme }) => scheme !== '')?.scheme || 'light';
}

function findTokens(chain: readonly ThemeLink[]): readonly FoundToken[] {
  const found = new Map<string, FoundToken>();
  for (const [index, link] of [...chain.entries()].toReversed()) {
    for (const token of tokensOf(link, madeForAt(chain, index))) {
      const place = `${token.group}.${token.name}`;
      const under = found.get(place);
      // A colour that is changed in one scheme is derived in the other; whatever else is changed stays as it was there.
      const kept = token.group === COLOR ? undefined : under;
      // A value that is set anew keeps the place of its name.
      found.set(place, { ...token, light: token.light ?? kept?.light ?? null, dark: token.dark ?? kept?.dark ?? null });
    }
  }
  return [...found.values()];
}

/** What one theme says of tokens. */
function tokensOf({ name: from, tokens, light, dark }: ThemeLink, madeFor: Scheme): readonly FoundToken[] {
  const groups = [...new Set([tokens, light, dark].flatMap((blocks) => Object.keys(blocks)))];
  return groups.flatMap((group) => {
    const both = tokens[group] ?? {};
    const names = [...new Set([both, light[group] ?? {}, dark[group] ?? {}].flatMap((values) => Object.keys(values)))];
    const valueIn = (scheme: Scheme, name: string): string | null => {
      const isMeant = group !== COLOR || scheme === madeFor;
      return { light, dark }[scheme][group]?.[name] ?? (isMeant ? both[name] : undefined) ?? null;
    };
    return names.map((name): FoundToken => {
      const about = meaningOf(group, name);
      return { group, name, light: valueIn('light', name), dark: valueIn('dark', name), from, about };
    });
  });
}

/** The first font of a family is the one that is used. */
function findFonts(chain: readonly ThemeLink[]): readonly FoundFont[] {
  const named = chain.flatMap(({ name: from, fonts }) =>
    fonts.map(({ family, faces, ...font }): FoundFont => ({ family, package: font.package, faces, from })),
  );
  return named.filter(({ family }, index) => named.findIndex((font) => font.family === family) === index);
}
