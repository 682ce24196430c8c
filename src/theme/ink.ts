import { formatHex, formatHex8, type Oklch, oklch, parse, wcagContrast, wcagLuminance } from 'culori';
import { inGamut, isDarkColor, withContrast } from './contrast.ts';
import type { Theme, Tokens } from './types.ts';

const WHITE = '#ffffff';
const BLACK = '#000000';
/**
 * It has 4.5:1 with white and with black. A theme may stand text on a `ground` that is dark on its paper, text which is
 * black now, or write in that colour, on what is white now: both can be read.
 */
const MIDDLE = '#767676';

/** Colours that are the same in every theme. */
const FIXED: Readonly<Record<string, string>> = {
  paper: WHITE,
  wash: WHITE,
  ink: BLACK,
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

const STEP = 0.005;

/**
 * A theme for paper that saves ink: a white ground with black text, and colours that can be read on it. What tokens do
 * not decide, its `ink.css` does, which comes after its other CSS.
 */
export function inkTheme(theme: Theme): Theme {
  const { color = {}, ...others } = theme.tokens;
  const tokens = { ...others, color: inkColors(color) };
  // White paper has one scheme.
  return { ...theme, tokens, otherTokens: tokens, scheme: 'light', css: theme.css + theme.inkCss };
}

/**
 * Colours by token, for white paper. Those of text and of what is drawn become as dark as they must be and keep their
 * hue; marks become light. Rules, and colours with names of the theme's own, stay in a light theme; in a dark one they
 * become as dark upon white as they were light upon its paper. What is no colour by itself, such as
 * `var(--color-accent)`, stays.
 */
export function inkColors(colors: Tokens[string]): Tokens[string] {
  const paper = parse(colors.paper ?? '') ?? WHITE;
  const ground = parse(colors.ground ?? '') ?? BLACK;
  const darkPaper = isDarkColor(colors.paper ?? '') ? oklch(paper) : undefined;
  const changed = Object.entries(colors).map(([name, value]) => [name, inkColor(name, value, darkPaper)]);
  // In a ground that cannot be told from the paper, as in dark themes, nobody writes.
  const inkGround = wcagContrast(ground, paper) < OTHER ? WHITE : MIDDLE;
  return { ...Object.fromEntries(changed), ...FIXED, ground: inkGround };
}

/** One of them; `darkPaper` is the paper of a theme that is dark. */
function inkColor(name: string, value: string, darkPaper: Oklch | undefined): string {
  const color = oklch(parse(value));
  if (color === undefined) return value;
  if (TEXT_NAMES.test(name)) return withContrast(color, [WHITE], TEXT, 'black');
  if (OTHER_NAMES.test(name)) return withContrast(color, [WHITE], OTHER, 'black');
  if (name === 'mark') return lightened(color);
  return darkPaper === undefined ? value : formatHex8(inGamut({ ...color, l: 1 - (color.l - darkPaper.l) }));
}

function lightened(color: Oklch): string {
  let light = color;
  while (light.l < 1 && wcagLuminance(formatHex(inGamut(light))) < MARK_LUMINANCE)
    light = { ...light, l: light.l + STEP };
  return formatHex(inGamut(light));
}
