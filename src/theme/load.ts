import * as v from 'valibot';
import { readFields } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { loadDeclarations } from './declarations.ts';
import { findTheme, isScopedName, type ThemePlaces, talkFolder, themeNames } from './find-theme.ts';
import { extendsItself, noSuchPackage, unknownTheme } from './findings.ts';
import { readThemeText } from './read-text.ts';
import { otherScheme, type SchemeTokens, schemesOf } from './schemes.ts';
import { type Sheet, sheetFiles } from './sheets.ts';
import { mayUse } from './trust.ts';
import type { FontFamily, Scheme, Theme } from './types.ts';
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

/** What theme.yaml and brand.yaml say of a font. */
export const fontEntries = {
  family: v.string('text'),
  package: v.string('the name of a package'),
  faces: v.array(v.string('text'), 'a list of faces'),
  subsets: v.optional(v.array(v.pipe(v.string(SUBSET), v.regex(/^[a-z-]+$/, SUBSET)), 'a list of subsets')),
};

/** What `theme.yaml` may say. */
export const themeSchema = v.strictObject({
  name: v.string('text'),
  about: v.optional(v.string('text'), ''),
  extends: v.optional(v.string('the name of a theme'), ''),
  scheme: v.optional(v.picklist(['light', 'dark'], '"light" or "dark"')),
  tokens: tokensField,
  light: tokensField,
  dark: tokensField,
  fonts: v.optional(v.array(v.strictObject(fontEntries), 'a list of fonts'), []),
});

/** One link of the chain of lookup: a theme, or the talk's own `templates/`. */
interface ThemeFolder extends SchemeTokens {
  readonly folder: string;
  readonly fonts: readonly FontFamily[];
}

/**
 * The theme called `name` with all it inherits: the talk's `templates/`, the theme, the themes it extends, the base
 * theme; first found wins. `span` is where the talk names it, `scheme` the one it asks for, `lang` the language that
 * Rostrum's own words are in. Colours that are `lacking` in a scheme are to be derived: `deriveSchemes`.
 * Findings: `unknown-theme`, `theme-cycle`, `unreadable-file`, those of theme.yaml's fields, of what layouts declare, and those of the words.
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
  const joinCss = (sheet: Sheet): string =>
    chain
      .toReversed()
      .flatMap(({ folder }) => sheetFiles(host, folder, sheet).map((file) => host.resolve(folder, file)))
      .map((path) => readThemeText(host, path, findings)?.text ?? '')
      .join('');
  const schemes = schemesOf(chain);
  const chosen = scheme || schemes.madeFor;
  const value: Theme = {
    name,
    scheme: chosen,
    layouts: collectTemplates(host, chain, 'layouts', findings),
    declared: loadDeclarations(
      host,
      chain.map(({ folder }) => folder),
      findings,
    ),
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

/** A theme by itself: what its folder holds, and what it extends. */
export interface ReadTheme extends ThemeFolder {
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
  const talk = talkFolder(host, places);
  const chain: ThemeLink[] = [];
  const names: string[] = [];
  let name = first;
  let named = span;
  while (name !== '') {
    const found = findTheme(host, places, name, chain.at(-1)?.folder ?? talk);
    if (found === null) {
      findings.push(notFound(host, places, name, named));
      break;
    }
    names.push(name);
    // By the folder: of one name there can be several packages.
    if (chain.some(({ folder }) => folder === found.folder)) {
      if (named) findings.push(extendsItself(named, names));
      break;
    }
    if (!mayUse(host, found, { name, span: named, talk }, findings)) break;
    const theme = readTheme(host, found.folder, findings);
    if (theme === null) break;
    chain.push({ ...theme, name });
    named = theme.extendsSpan;
    name = theme.extends === '' && name !== BASE ? BASE : theme.extends;
  }
  // Where the chain breaks, base stands in, so that its layouts are not reported as missing too.
  const base = names.includes(BASE) ? null : findTheme(host, places, BASE, talk);
  const theme = base && readTheme(host, base.folder, findings);
  return theme ? [...chain, { ...theme, name: BASE }] : chain;
}

function notFound(host: Host, places: ThemePlaces, name: string, span: Span | null): Finding {
  return isScopedName(name) ? noSuchPackage(span, name) : unknownTheme(span, name, themeNames(host, places));
}

/** The `theme.yaml` of a folder; `null`, with findings, when it cannot be had. */
export function readTheme(host: Host, folder: string, findings: Finding[]): ReadTheme | null {
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
