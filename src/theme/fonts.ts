import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { missingFace, missingPackage, missingSubset } from './findings.ts';
import type { FontFamily, Theme } from './types.ts';

/** One font file of a family, with the characters it is for. */
export interface FontFace {
  readonly family: string;
  /** `normal` or `italic`. */
  readonly style: string;
  readonly weight: string;
  /** As CSS has it: `U+0000-00FF,U+0131`. */
  readonly unicodeRange: string;
  /** The woff2 file, absolute. */
  readonly file: string;
}

const FACE = /@font-face\s*\{([^}]*)\}/g;

/** Reads the faces of font families as they are asked for, each package file once. Findings: `missing-package`, `missing-face`, `missing-subset`. */
export class FontShelf {
  readonly #host: Host;
  readonly #families: ReadonlyMap<string, FontFamily>;
  readonly #faces = new Map<string, readonly FontFace[]>();
  readonly findings: Finding[] = [];

  constructor(host: Host, theme: Theme) {
    this.#host = host;
    // The first family of a name wins: a theme's own before those it extends.
    this.#families = new Map(theme.fonts.toReversed().map((family) => [family.family, family]));
  }

  has(family: string): boolean {
    return this.#families.has(family);
  }

  facesOf(family: string): readonly FontFace[] {
    const known = this.#faces.get(family);
    if (known) return known;
    const font = this.#families.get(family);
    const faces = font ? this.#read(font) : [];
    this.#faces.set(family, faces);
    return faces;
  }

  #read(font: FontFamily): readonly FontFace[] {
    const folder = this.#host.packageFolder(font.package, font.from);
    if (folder === null) {
      this.findings.push(missingPackage(font.span, font.package));
      return [];
    }
    return font.faces.flatMap((name): readonly FontFace[] => {
      const bytes = this.#host.readBytes(this.#host.resolve(folder, `${name}.css`));
      if (bytes === null) {
        this.findings.push(missingFace(font.span, font.package, name));
        return [];
      }
      const all = parseFaces(new TextDecoder().decode(bytes), (file) => this.#host.resolve(folder, file));
      for (const subset of font.subsets ?? []) {
        if (!all.some((face) => isInSubset(face, subset)))
          this.findings.push(missingSubset(font.span, font.package, name, subset));
      }
      return all.filter((face) => font.subsets?.some((subset) => isInSubset(face, subset)) ?? true);
    });
  }
}

/** fontsource names its files by family, subset, weight and style: `noto-sans-arabic-arabic-400-normal.woff2`. */
function isInSubset({ file }: FontFace, subset: string): boolean {
  return new RegExp(`-${subset}-\\d+-[a-z]+\\.woff2$`).test(file);
}

function parseFaces(css: string, resolve: (file: string) => string): readonly FontFace[] {
  return [...css.matchAll(FACE)].flatMap(([, body = '']): readonly FontFace[] => {
    const value = (name: string): string => new RegExp(`${name}:\\s*([^;]+)`).exec(body)?.[1]?.trim() ?? '';
    const file = /url\(([^)]+\.woff2)\)/.exec(body)?.[1];
    if (file === undefined) return [];
    const family = value('font-family').replace(/^['"]|['"]$/g, '');
    const unicodeRange = value('unicode-range') || 'U+0-10FFFF';
    return [{ family, style: value('font-style'), weight: value('font-weight'), unicodeRange, file: resolve(file) }];
  });
}

/**
 * The faces that a text needs in a stack of families (as CSS writes it): of each family those that have a character
 * that no family before it has. `missing` gets the characters that no bundled family has.
 */
export function selectFaces(
  shelf: FontShelf,
  stack: string,
  characters: ReadonlySet<number>,
  missing: Set<number>,
): readonly FontFace[] {
  const selected: FontFace[] = [];
  let open = [...characters];
  for (const family of familiesOf(stack)) {
    if (open.length === 0) break;
    if (!shelf.has(family)) continue;
    const wanted = open;
    const faces = shelf.facesOf(family).map((face) => ({ face, ranges: parseRange(face.unicodeRange) }));
    const used = faces.filter(({ ranges }) => wanted.some((character) => isInRanges(character, ranges)));
    selected.push(...used.map(({ face }) => face));
    open = open.filter((character) => !used.some(({ ranges }) => isInRanges(character, ranges)));
  }
  for (const character of open) missing.add(character);
  return selected;
}

/** The families of a CSS font stack, without quotation marks. */
export function familiesOf(stack: string): readonly string[] {
  return stack.split(',').map((name) => name.trim().replace(/^['"]|['"]$/g, ''));
}

/** The characters of texts that have to be looked for: all beyond ASCII, and one for all of that. */
export function charactersOf(texts: Iterable<string>): ReadonlySet<number> {
  const characters = new Set([0x20]);
  for (const text of texts) {
    // Runs, and without the flag for code points, because this looks at every letter of a talk.
    for (const run of text.match(/[^\0-\x7f]+/g) ?? []) {
      for (const character of run) characters.add(character.codePointAt(0) ?? 0x20);
    }
  }
  return characters;
}

type Ranges = readonly (readonly [number, number])[];

/** The syntax of CSS Fonts 4, 4.5: `U+26`, `U+0-7F`, `U+30??`. */
function parseRange(unicodeRange: string): Ranges {
  return unicodeRange.split(',').map((part): readonly [number, number] => {
    const text = part.trim().replace(/^U\+/i, '');
    const [from = '0', to = from] = text.split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
  });
}

function isInRanges(character: number, ranges: Ranges): boolean {
  return ranges.some(([from, to]) => character >= from && character <= to);
}
