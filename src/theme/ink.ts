import { clampChroma, formatHex, formatHex8, type Oklch, oklch, parse, wcagContrast, wcagLuminance } from 'culori';
import type { Theme, Tokens } from './types.ts';

const WHITE = '#ffffff';
const BLACK = '#000000';
/**
 * Black and white text have the same contrast on it, 4.6:1. A theme may stand text on its `ground`, which is black now,
 * or write in that colour, on what is white now: both can be read.
 */
const MIDDLE = '#767676';

/** Colours that are the same in every theme. */
const FIXED: Readonly<Record<string, string>> = {
  paper: WHITE,
  wash: WHITE,
  ink: BLACK,
  ground: MIDDLE,
  'on-ground': BLACK,
  'on-ground-muted': BLACK,
};
/** The contrast with white of what small words are written in, and of what else stands on the paper (WCAG 2.2). */
const TEXT = 7;
const OTHER = 4.5;
const TEXT_NAMES = /^(?:muted|accent-text|code-.+)$/;
const OTHER_NAMES = /^(?:accent|series-.+)$/;
/** The luminance of a mark, on which the colours of text have 5:1 at least. */
const MARK_LUMINANCE = 0.75;
const DARK_LUMINANCE = 0.179;

const STEP = 0.005;

/**
 * A theme for paper that saves ink: a white ground with black text, and colours that can be read on it. What tokens do
 * not decide, its `ink.css` does, which comes after its other CSS.
 */
export function inkTheme(theme: Theme): Theme {
  const { color = {}, ...others } = theme.tokens;
  return { ...theme, tokens: { ...others, color: inkColors(color) }, css: theme.css + theme.inkCss };
}

/**
 * Colours by token, for white paper. Those of text and of what is drawn become as dark as they must be and keep their
 * hue; marks become light. Rules, and colours with names of the theme's own, are turned from light to dark and back when
 * the theme is a dark one, else they stay. What is no colour by itself, such as `var(--color-accent)`, stays.
 */
export function inkColors(colors: Tokens[string]): Tokens[string] {
  const paper = parse(colors.paper ?? WHITE);
  const isDark = paper !== undefined && wcagLuminance(paper) < DARK_LUMINANCE;
  const changed = Object.entries(colors).map(([name, value]) => [name, inkColor(name, value, isDark)]);
  return { ...Object.fromEntries(changed), ...FIXED };
}

function inkColor(name: string, value: string, isDark: boolean): string {
  const color = oklch(parse(value));
  if (color === undefined) return value;
  if (TEXT_NAMES.test(name)) return darkened(color, TEXT);
  if (OTHER_NAMES.test(name)) return darkened(color, OTHER);
  if (name === 'mark') return lightened(color);
  return isDark ? formatHex8(inGamut({ ...color, l: 1 - color.l })) : value;
}

function darkened(color: Oklch, contrast: number): string {
  let dark = color;
  while (dark.l > 0 && wcagContrast(formatHex(inGamut(dark)), WHITE) < contrast) dark = { ...dark, l: dark.l - STEP };
  return formatHex(inGamut(dark));
}

function lightened(color: Oklch): string {
  let light = color;
  while (light.l < 1 && wcagLuminance(formatHex(inGamut(light))) < MARK_LUMINANCE)
    light = { ...light, l: light.l + STEP };
  return formatHex(inGamut(light));
}

function inGamut({ l, ...color }: Oklch): Oklch {
  return clampChroma({ ...color, l: Math.min(1, Math.max(0, l)) }, 'oklch');
}
