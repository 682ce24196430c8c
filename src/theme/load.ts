import * as v from 'valibot';
import { readFields } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { extendsItself, unknownTheme } from './findings.ts';
import { readThemeText } from './read-text.ts';
import { otherScheme, type SchemeTokens, schemesOf } from './schemes.ts';
import type { FontFamily, Scheme, Theme, ThemeSummary } from './types.ts';
import { loadWords } from './words.ts';

const BASE = 'base';

const tokensField = v.optional(
  v.record(
    v.string(),
    // A group in which nothing is set, as in a theme that has just been started, is nothing in YAML.
    v.nullable(v.record(v.string(), v.string('text or a number'), 'a group of tokens'), {}),
    'groups of tokens',
  ),
  {},
);

const SUBSET = 'a subset of the package, such as latin or arabic';

/** What `theme.yaml` may say. */
export const themeSchema = v.strictObject({
  name: v.string('text'),
  about: v.optional(v.string('text'), ''),
  extends: v.optional(v.string('the name of a theme'), ''),
  scheme: v.optional(v.picklist(['light', 'dark'], '"light" or "dark"')),
  tokens: tokensField,
  light: tokensField,
  dark: tokensField,
  fonts: v.optional(
    v.array(
      v.strictObject({
        family: v.string('text'),
        package: v.string('the name of a package'),
        faces: v.array(v.string('text'), 'a list of faces'),
        subsets: v.optional(v.array(v.pipe(v.string(SUBSET), v.regex(/^[a-z-]+$/, SUBSET)), 'a list of subsets')),
      }),
      'a list of fonts',
    ),
    [],
  ),
});

/** Where themes and templates are looked for. */
export interface ThemePlaces {
  /** The talk's `templates/`; it need not exist. */
  readonly own: string;
  /** The themes that come with Rostrum. */
  readonly builtIn: string;
}

/** One link of the chain of lookup: a theme, or the talk's own `templates/`. */
interface ThemeFolder extends SchemeTokens {
  readonly folder: string;
  readonly fonts: readonly FontFamily[];
}

/**
 * The theme called `name` with all it inherits: the talk's `templates/`, the theme, the themes it extends, the base
 * theme; first found wins. `span` is where the talk names it, `scheme` the one it asks for, `lang` the language that
 * Rostrum's own words are in. Colours that are `lacking` in a scheme are to be derived: `deriveSchemes`.
 * Findings: `unknown-theme`, `theme-cycle`, `unreadable-file`, those of theme.yaml's fields, and those of the words.
 */
export function loadTheme(
  host: Host,
  places: ThemePlaces,
  name: string,
  span: Span | null,
  lang: string,
  scheme: Scheme | '' = '',
): Checked<Theme> {
  const findings: Finding[] = [];
  const own: ThemeFolder = { folder: places.own, scheme: '', tokens: {}, light: {}, dark: {}, fonts: [] };
  const chain = [own, ...loadChain(host, places, name, span, findings)];
  const words = loadWords(
    host,
    chain.map(({ folder }) => folder),
    lang,
  );
  findings.push(...words.findings);
  const joinCss = (file: string): string =>
    chain
      .toReversed()
      .map(({ folder }) => readThemeText(host, host.resolve(folder, file), findings)?.text ?? '')
      .join('');
  const schemes = schemesOf(chain);
  const chosen = scheme || schemes.madeFor;
  const value: Theme = {
    name,
    scheme: chosen,
    layouts: collectTemplates(host, chain, 'layouts', findings),
    partials: collectTemplates(host, chain, 'partials', findings),
    prints: collectTemplates(host, chain, 'prints', findings),
    tokens: schemes[chosen].tokens,
    otherTokens: schemes[otherScheme(chosen)].tokens,
    lacking: { light: schemes.light.lacking, dark: schemes.dark.lacking },
    fonts: chain.flatMap(({ fonts }) => fonts),
    css: joinCss('theme.css'),
    readingCss: joinCss('reading.css'),
    printCss: joinCss('print.css'),
    inkCss: joinCss('ink.css'),
    words: words.value,
  };
  return { value, findings };
}

/** The themes that a talk can name, by name, its own before those of Rostrum. */
export function listThemes(host: Host, places: ThemePlaces): Checked<readonly ThemeSummary[]> {
  const findings: Finding[] = [];
  const value = themeNames(host, places).flatMap((name): readonly ThemeSummary[] => {
    const folder = findTheme(host, places, name);
    const read = folder && readTheme(host, folder, findings);
    return read ? [{ name, about: read.about, extends: read.extends, path: host.display(folder) }] : [];
  });
  return { value, findings };
}

function themeNames(host: Host, { own, builtIn }: ThemePlaces): readonly string[] {
  const names = [own, builtIn].flatMap((root) =>
    host.list(root).filter((name) => host.kindOf(host.resolve(root, name, 'theme.yaml')) === 'file'),
  );
  return [...new Set(names)].sort();
}

/** Whether a theme can be found under a name: letters of ASCII, digits, `_` and `-`. */
export function isThemeName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

function findTheme(host: Host, { own, builtIn }: ThemePlaces, name: string): string | null {
  if (!isThemeName(name)) return null;
  const folders = [host.resolve(own, name), host.resolve(builtIn, name)];
  return folders.find((folder) => host.kindOf(host.resolve(folder, 'theme.yaml')) === 'file') ?? null;
}

interface ReadTheme extends ThemeFolder {
  readonly about: string;
  readonly extends: string;
  readonly extendsSpan: Span;
}

/** A theme of the chain, under the name by which it was found. */
export interface ThemeLink extends ReadTheme {
  readonly name: string;
}

/**
 * The theme called `first`, and those that it extends, base last: as they are looked through. Findings: `unknown-theme`,
 * `theme-cycle`, `unreadable-file`, and those of theme.yaml's fields.
 */
export function loadChain(
  host: Host,
  places: ThemePlaces,
  first: string,
  span: Span | null,
  findings: Finding[],
): readonly ThemeLink[] {
  const chain: ThemeLink[] = [];
  const names: string[] = [];
  let name = first;
  let from = span;
  while (name !== '') {
    if (names.includes(name)) {
      if (from) findings.push(extendsItself(from, [...names, name]));
      break;
    }
    const folder = findTheme(host, places, name);
    if (folder === null) {
      findings.push(unknownTheme(from, name, themeNames(host, places)));
      break;
    }
    names.push(name);
    const theme = readTheme(host, folder, findings);
    if (theme === null) break;
    chain.push({ ...theme, name });
    from = theme.extendsSpan;
    name = theme.extends === '' && name !== BASE ? BASE : theme.extends;
  }
  // Where the chain breaks, base stands in, so that its layouts are not reported as missing too.
  const base = names.includes(BASE) ? null : findTheme(host, places, BASE);
  const theme = base && readTheme(host, base, findings);
  return theme ? [...chain, { ...theme, name: BASE }] : chain;
}

function readTheme(host: Host, folder: string, findings: Finding[]): ReadTheme | null {
  const source = readThemeText(host, host.resolve(folder, 'theme.yaml'), findings);
  if (source === null) return null;
  const read = readFields(source, 0, source.text.length, themeSchema);
  findings.push(...read.findings);
  if (read.value === null) return null;
  const { fields, places } = read.value;
  const span = places.get('fonts') ?? spanOf(source, 0);
  const fonts = fields.fonts.map(
    (font): FontFamily => ({ ...font, subsets: font.subsets ?? null, from: folder, span }),
  );
  const extendsSpan = places.get('extends') ?? spanOf(source, 0);
  const { tokens, light, dark, scheme = '', about } = fields;
  return { folder, scheme, tokens, light, dark, fonts, about, extends: fields.extends, extendsSpan };
}

function collectTemplates(
  host: Host,
  chain: readonly ThemeFolder[],
  kind: 'layouts' | 'partials' | 'prints',
  findings: Finding[],
): ReadonlyMap<string, Source> {
  const templates = new Map<string, Source>();
  for (const { folder } of chain) {
    for (const file of host.list(host.resolve(folder, kind))) {
      const name = file.replace(/\.hbs$/, '');
      if (name === file || templates.has(name)) continue;
      const source = readThemeText(host, host.resolve(folder, kind, file), findings);
      if (source) templates.set(name, source);
    }
  }
  return templates;
}
