import { formatHex8, parse, wcagLuminance } from 'culori';
import type { ReadColor } from './language.ts';

/** Where white and black text have the same contrast: (L + 0.05)² = 1.05 × 0.05, by WCAG 2.2's contrast ratio. */
const MIDDLE_LUMINANCE = 0.179;

/** Reads a colour of CSS: a name, #rgb, rgb(), hsl(), oklch() and the rest. */
export const readColor: ReadColor = (text) => {
  const color = parse(text);
  const css = color && formatHex8(color);
  if (!color || css === undefined) return null;
  return { css, isDark: wcagLuminance(color) < MIDDLE_LUMINANCE };
};
