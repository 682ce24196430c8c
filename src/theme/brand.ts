import type { Checked, Finding } from '../text/finding.ts';
import { type BrandedColors, brandColors, type RefusedRole } from './brand-colors.ts';
import { isDarkColor } from './contrast.ts';
import { brandColorsUsed } from './findings.ts';
import type { Brand, BrandFont, FontUse } from './load-brand.ts';
import { resolveColor } from './resolve-color.ts';
import type { Theme, Tokens } from './types.ts';

/** The token of each use of a font. */
const STACKS: Readonly<Record<FontUse, string>> = { headings: 'serif', text: 'sans', code: 'mono' };
/** Without one of these a talk does not look like the brand. */
const MAIN_ROLES = ['ground', 'accent', 'accent-text'];

/**
 * A theme in the colours and fonts of a brand. For paper that saves ink it has been made for that before, and what is
 * filled stays as it is. Finding: `brand-colors`, when a colour has become nothing or a main role is not the brand's.
 */
export function brandTheme(theme: Theme, brand: Brand, isForInk: boolean): Checked<Theme> {
  const branded = brandTokens(theme.tokens, brand, isForInk);
  // White paper has one scheme.
  const otherTokens = isForInk ? branded.value : brandTokens(theme.otherTokens, brand, false).value;
  const fonts = [...brand.fonts, ...theme.fonts];
  return { value: { ...theme, tokens: branded.value, otherTokens, fonts }, findings: branded.findings };
}

/**
 * Tokens of one scheme with those of a brand. The group `logo` says which of two logos shows on the paper, and which on
 * the ground, as values of `display`.
 */
export function brandTokens(tokens: Tokens, brand: Brand, isForInk: boolean): Checked<Tokens> {
  const branded = brandColors(tokens.color ?? {}, brand.colors, isForInk);
  const value: Tokens = {
    ...tokens,
    color: branded.colors,
    font: brandStacks(tokens.font ?? {}, brand.fonts),
    ...(brand.darkLogo === null ? {} : { logo: logoTokens(branded.colors, isForInk) }),
  };
  // What a brand looks like is judged in its own colours.
  return { value, findings: isForInk ? [] : findingsOf(branded, brand) };
}

/** The families of the brand before those of the theme, which have what they lack. */
function brandStacks(stacks: Tokens[string], fonts: readonly BrandFont[]): Tokens[string] {
  const branded = Object.entries(STACKS).map(([use, name]) => {
    const families = fonts.filter(({ uses }) => uses.some((one) => one === use)).map(({ family }) => `'${family}'`);
    return [name, [...families, stacks[name] ?? ''].filter((part) => part !== '').join(', ')];
  });
  return { ...stacks, ...Object.fromEntries(branded) };
}

function logoTokens(colors: Tokens[string], isForInk: boolean): Tokens[string] {
  const onPaper = isDarkColor(resolveColor(colors, 'paper'));
  // To save ink, openings stand on the paper.
  const onGround = isForInk ? onPaper : isDarkColor(resolveColor(colors, 'ground'));
  const shown = (isShown: boolean): string => (isShown ? 'block' : 'none');
  return {
    light: shown(!onPaper),
    dark: shown(onPaper),
    'ground-light': shown(!onGround),
    'ground-dark': shown(onGround),
  };
}

function findingsOf({ uses, kept, nearest }: BrandedColors, { span }: Brand): readonly Finding[] {
  const main = kept.filter(({ role }) => MAIN_ROLES.includes(role));
  if (uses.every(({ roles }) => roles.length > 0) && main.length === 0) return [];
  const said = uses.map(({ color, roles }) => {
    if (roles.length > 0) return `${color} for ${roles.join(', ')}`;
    const refused = nearest.get(color);
    return `${color} for nothing (${refused === undefined ? 'others come before it' : refusalWords(refused)})`;
  });
  return [brandColorsUsed(span, [...said, ...keptWords(main)])];
}

/** The roles that stay the theme's, those with the same reason together. */
function keptWords(kept: readonly RefusedRole[]): readonly string[] {
  const roles = new Map<string, string[]>();
  for (const refused of kept) {
    const reason = `${refused.color}: ${refusalWords(refused)}`;
    roles.set(reason, [...(roles.get(reason) ?? []), refused.role]);
  }
  return [...roles].map(([reason, names]) => `the theme's own for ${names.join(', ')} (${reason})`);
}

function refusalWords({ refusal }: RefusedRole): string {
  if ('reason' in refusal) return refusal.reason;
  const { against, ratio, needed } = refusal;
  // Rounded down, so that what is too little never looks like enough.
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1 with ${against}, not ${needed}:1`;
}
