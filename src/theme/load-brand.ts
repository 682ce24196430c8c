import { colorsNamed, parse } from 'culori';
import * as v from 'valibot';
import { readFields } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Span, spanOf } from '../text/source.ts';
import { transparentColor, unknownColor } from './findings.ts';
import { fontEntries } from './load.ts';
import { readThemeText } from './read-text.ts';
import type { FontFamily } from './types.ts';

/** A house style: what looks like a house whatever the theme. */
export interface Brand {
  readonly name: string;
  /** For light grounds; `null` for none. */
  readonly logo: LogoFile | null;
  /** For dark ones; `null` when there is one logo for both. */
  readonly darkLogo: LogoFile | null;
  /** Colours of CSS as written, the most important first. */
  readonly colors: readonly string[];
  readonly fonts: readonly BrandFont[];
  /** Where its colours stand. */
  readonly span: Span;
}

/** A picture of a brand: its path as written, from the folder of `brand.yaml`. */
export interface LogoFile {
  readonly src: string;
  readonly span: Span;
}

/** A font of a brand, and what it is for. */
export interface BrandFont extends FontFamily {
  readonly uses: readonly FontUse[];
}

/** What a font can be for, by the words of `brand.yaml`. */
export type FontUse = (typeof FONT_USES)[number];
const FONT_USES = ['headings', 'text', 'code'] as const;

const USES = '"headings", "text" or "code", or a list of these';
const file = v.string('the path of a picture');
const logoField = v.lazy((written) => {
  const isPair = typeof written === 'object' && !Array.isArray(written);
  if (!isPair) return v.string('the path of a picture, or { light: ..., dark: ... }');
  return v.strictObject({ light: file, dark: v.optional(file) });
});
const usesField = v.lazy((written) =>
  Array.isArray(written) ? v.array(v.picklist(FONT_USES, USES)) : v.picklist(FONT_USES, USES),
);
/** What `brand.yaml` may say. */
export const brandSchema = v.strictObject({
  name: v.pipe(v.string('text: put it in "quotation marks"'), v.trim(), v.nonEmpty('the name of the brand')),
  logo: v.optional(logoField),
  colors: v.optional(v.array(v.string('a colour of CSS in "quotation marks"'), 'a list of colours'), []),
  fonts: v.optional(
    v.array(
      v.strictObject({
        ...fontEntries,
        // It goes into CSS between quotation marks.
        family: v.pipe(v.string('text'), v.regex(/^[\p{L}\p{N} ._-]+$/u, 'the name of a font')),
        for: usesField,
      }),
      'a list of fonts',
    ),
    [],
  ),
});

/** The path of the file of a brand in a talk's `templates/`. */
export function brandPlace(host: Host, templates: string): string {
  return host.resolve(templates, 'brand.yaml');
}

/**
 * The brand of a talk; `null` when it has none, or with findings. Findings: `unreadable-file`, those of the fields, and
 * `unknown-color`.
 */
export function loadBrand(host: Host, templates: string): Checked<Brand | null> {
  const findings: Finding[] = [];
  const source = readThemeText(host, brandPlace(host, templates), findings);
  if (source === null) return { value: null, findings };
  const read = readFields(source, 0, source.text.length, brandSchema);
  findings.push(...read.findings);
  if (read.value === null) return { value: null, findings };
  const { fields, places } = read.value;
  const placeOf = (field: string): Span => places.get(field) ?? spanOf(source, 0);
  for (const [index, color] of fields.colors.entries()) findings.push(...wrongColor(color, placeOf(`colors.${index}`)));
  if (findings.length > 0) return { value: null, findings };
  const { name, logo, colors } = fields;
  const { light, dark } = typeof logo === 'string' ? { light: logo } : (logo ?? {});
  const way = typeof logo === 'string' ? 'logo' : 'logo.light';
  const value: Brand = {
    name,
    logo: light === undefined ? null : { src: light, span: placeOf(way) },
    darkLogo: dark === undefined ? null : { src: dark, span: placeOf('logo.dark') },
    colors: [...new Set(colors)],
    fonts: fields.fonts.map(({ for: uses, subsets = null, ...font }, index) => ({
      ...font,
      subsets,
      uses: typeof uses === 'string' ? [uses] : uses,
      from: templates,
      span: placeOf(`fonts.${index}`),
    })),
    span: placeOf('colors'),
  };
  return { value, findings };
}

/** A colour goes into CSS as it is written: so it holds nothing else, and one can see how it looks. */
function wrongColor(text: string, span: Span): readonly Finding[] {
  const color = /[;{}<>"'\\]/.test(text) ? undefined : parse(text);
  if (color === undefined) return [unknownColor(span, text, Object.keys(colorsNamed))];
  return (color.alpha ?? 1) < 1 ? [transparentColor(span, text)] : [];
}
