import * as v from 'valibot';
import { readFields } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { findTheme, isScopedName, type ThemePlaces, talkFolder, themeNames } from './find-theme.ts';
import { extendsItself, noSuchPackage, unknownTheme } from './findings.ts';
import { readThemeText } from './read-text.ts';
import { mayUse } from './trust.ts';
import type { FontFamily, Theme, Tokens } from './types.ts';
import { loadWords } from './words.ts';

const BASE = 'base';

const themeSchema = v.strictObject({
  name: v.string('text'),
  about: v.optional(v.string('text'), ''),
  extends: v.optional(v.string('the name of a theme'), ''),
  tokens: v.optional(
    v.record(v.string(), v.record(v.string(), v.string('text or a number'), 'a group of tokens'), 'groups of tokens'),
    {},
  ),
  fonts: v.optional(
    v.array(
      v.strictObject({
        family: v.string('text'),
        package: v.string('the name of a package'),
        faces: v.array(v.string('text'), 'a list of faces'),
      }),
      'a list of fonts',
    ),
    [],
  ),
});

/** One link of the chain of lookup: a theme, or the talk's own `templates/`. */
interface ThemeFolder {
  readonly folder: string;
  readonly tokens: Tokens;
  readonly fonts: readonly FontFamily[];
}

/**
 * The theme called `name` with all it inherits: the talk's `templates/`, the theme, the themes it extends, the base
 * theme; first found wins. `span` is where the talk names it, `lang` the language that Rostrum's own words are in.
 * Findings: `unknown-theme`, `theme-cycle`, `unreadable-file`, those of theme.yaml's fields, and those of the words.
 */
export function loadTheme(
  host: Host,
  places: ThemePlaces,
  name: string,
  span: Span | null,
  lang: string,
): Checked<Theme> {
  const findings: Finding[] = [];
  const own: ThemeFolder = { folder: places.own, tokens: {}, fonts: [] };
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
  const value: Theme = {
    name,
    layouts: collectTemplates(host, chain, 'layouts', findings),
    partials: collectTemplates(host, chain, 'partials', findings),
    prints: collectTemplates(host, chain, 'prints', findings),
    tokens: mergeTokens(chain),
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

function loadChain(
  host: Host,
  places: ThemePlaces,
  first: string,
  span: Span | null,
  findings: Finding[],
): readonly ThemeFolder[] {
  const talk = talkFolder(host, places);
  const chain: ReadTheme[] = [];
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
    chain.push(theme);
    named = theme.extendsSpan;
    name = theme.extends === '' && name !== BASE ? BASE : theme.extends;
  }
  // Where the chain breaks, base stands in, so that its layouts are not reported as missing too.
  const base = names.includes(BASE) ? null : findTheme(host, places, BASE, talk);
  const theme = base && readTheme(host, base.folder, findings);
  return theme ? [...chain, theme] : chain;
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
  const fonts = fields.fonts.map((font): FontFamily => ({ ...font, from: folder, span }));
  const extendsSpan = places.get('extends') ?? spanOf(source, 0);
  return { folder, tokens: fields.tokens, fonts, about: fields.about, extends: fields.extends, extendsSpan };
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

function mergeTokens(chain: readonly ThemeFolder[]): Tokens {
  const merged: Record<string, Record<string, string>> = {};
  for (const { tokens } of chain.toReversed()) {
    for (const [group, values] of Object.entries(tokens)) merged[group] = { ...merged[group], ...values };
  }
  return merged;
}
