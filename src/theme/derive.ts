import { formatHex, type Oklch, oklch, parse } from 'culori';
import { inGamut, isDarkColor, withContrast } from './contrast.ts';
import { resolveColor } from './resolve-color.ts';
import { otherScheme } from './schemes.ts';
import type { Scheme, Theme, Tokens } from './types.ts';

type Colors = Tokens[string];

/** Contrast of what is small, and of what else stands on the paper (WCAG 2.2, 1.4.6 and 1.4.3). */
const SMALL = 7;
const LARGE = 4.5;

/** How a colour of one scheme becomes one of the other: its lightness there, and the most chroma that it keeps. */
interface Recipe {
  /** The colour whose hue it has, when that is not its own. */
  readonly from?: string;
  readonly lightness: number;
  readonly mostChroma: number;
  /** The contrast that it has at least with paper and wash; 0 for what is itself a ground. */
  readonly contrast: number;
}

const RECIPES: Readonly<Record<Scheme, readonly (readonly [names: RegExp, Recipe])[]>> = {
  dark: [
    [/^paper$/, { from: 'ground', lightness: 0.19, mostChroma: 0.035, contrast: 0 }],
    [/^wash$/, { from: 'ground', lightness: 0.25, mostChroma: 0.04, contrast: 0 }],
    [/^rule$/, { from: 'ground', lightness: 0.45, mostChroma: 0.04, contrast: 0 }],
    [/^mark$/, { from: 'accent', lightness: 0.34, mostChroma: 0.07, contrast: 0 }],
    [/^ink$/, { from: 'ground', lightness: 0.94, mostChroma: 0.015, contrast: SMALL }],
    [/^muted$/, { from: 'ground', lightness: 0.79, mostChroma: 0.04, contrast: SMALL }],
    [/^accent$/, { lightness: 0.74, mostChroma: 0.15, contrast: LARGE }],
    [/^accent-text$/, { lightness: 0.79, mostChroma: 0.14, contrast: SMALL }],
    [/^display$/, { lightness: 0.86, mostChroma: 0.07, contrast: LARGE }],
    [/^code-/, { lightness: 0.83, mostChroma: 0.11, contrast: SMALL }],
    [/^series-/, { lightness: 0.78, mostChroma: 0.13, contrast: LARGE }],
  ],
  light: [
    [/^paper$/, { lightness: 0.985, mostChroma: 0.006, contrast: 0 }],
    [/^wash$/, { from: 'paper', lightness: 0.95, mostChroma: 0.012, contrast: 0 }],
    [/^rule$/, { from: 'paper', lightness: 0.85, mostChroma: 0.02, contrast: 0 }],
    [/^mark$/, { from: 'accent', lightness: 0.92, mostChroma: 0.05, contrast: 0 }],
    [/^ink$/, { from: 'paper', lightness: 0.22, mostChroma: 0.03, contrast: SMALL }],
    [/^muted$/, { from: 'paper', lightness: 0.4, mostChroma: 0.03, contrast: SMALL }],
    [/^accent$/, { lightness: 0.53, mostChroma: 0.2, contrast: LARGE }],
    [/^accent-text$/, { lightness: 0.42, mostChroma: 0.18, contrast: SMALL }],
    [/^display$/, { lightness: 0.36, mostChroma: 0.12, contrast: LARGE }],
    [/^code-/, { lightness: 0.4, mostChroma: 0.14, contrast: SMALL }],
    [/^series-/, { lightness: 0.5, mostChroma: 0.16, contrast: LARGE }],
  ],
};
/** What stays in both schemes, because it is dark, or on what is dark, in both. */
const SAME = /^(?:ground|on-ground|on-ground-muted)$/;

/**
 * A theme whose colours that are `lacking` in a scheme have been derived from those of the other: the same hues, with the
 * contrast that text needs. A theme whose paper is of that kind already keeps its colours: it has one scheme alone.
 */
export function deriveSchemes(theme: Theme): Theme {
  const { scheme, lacking, tokens, otherTokens } = theme;
  const other = otherScheme(scheme);
  const colors = tokens.color ?? {};
  const otherColors = otherTokens.color ?? {};
  return {
    ...theme,
    tokens: { ...tokens, color: { ...colors, ...derived(otherColors, colors, lacking[scheme], scheme) } },
    otherTokens: { ...otherTokens, color: { ...otherColors, ...derived(colors, otherColors, lacking[other], other) } },
    lacking: { light: [], dark: [] },
  };
}

/** Colours of a scheme by these names, made of those of the other; `own` are those that the scheme has. */
function derived(from: Colors, own: Colors, names: readonly string[], scheme: Scheme): Colors {
  const paper = from.paper ?? '';
  if (parse(paper) !== undefined && isDarkColor(paper) === (scheme === 'dark')) return {};
  const made: Record<string, string> = {};
  // Grounds first: the others are made to be read on them.
  const inOrder = names.toSorted((one, otherName) => Number(isGround(otherName)) - Number(isGround(one)));
  for (const name of inOrder) {
    const recipe = RECIPES[scheme].find(([known]) => known.test(name))?.[1];
    const color = oklch(parse(resolveColor(from, recipe?.from ?? name)));
    if (color === undefined || SAME.test(name)) continue;
    const grounds = ['paper', 'wash'].flatMap((ground) => made[ground] ?? own[ground] ?? []);
    made[name] = derivedColor(recipe, color, grounds, scheme);
  }
  return made;
}

function isGround(name: string): boolean {
  return name === 'paper' || name === 'wash';
}

function derivedColor(recipe: Recipe | undefined, color: Oklch, grounds: readonly string[], scheme: Scheme): string {
  // A colour with a name of the theme's own is as far from black as it was from white.
  if (recipe === undefined) return formatHex(inGamut({ ...color, l: 1 - color.l }));
  const { lightness, mostChroma, contrast } = recipe;
  const target = { ...color, l: lightness, c: Math.min(color.c, mostChroma) };
  return withContrast(target, grounds, contrast, scheme === 'dark' ? 'white' : 'black');
}
