import { clampChroma, formatHex, type Oklch, parse, wcagContrast, wcagLuminance } from 'culori';

const STEP = 0.005;
/** White has more contrast with what is darker than this, black with what is lighter. */
const DARK_LUMINANCE = 0.179;

/** Whether a colour is dark: white has more contrast with it than black. */
export function isDarkColor(color: string): boolean {
  const read = parse(color);
  return read !== undefined && wcagLuminance(read) < DARK_LUMINANCE;
}

/** A colour in sRGB with the lightness and hue of this one, and as much of its chroma as there is room for. */
export function inGamut({ l, ...color }: Oklch): Oklch {
  return clampChroma({ ...color, l: Math.min(1, Math.max(0, l)) }, 'oklch');
}

/**
 * A colour made darker, or lighter, until it has a contrast with each of some grounds (WCAG 2.2), and keeps its hue; as hex.
 * Black, or white, when nothing less has it.
 */
export function withContrast(
  color: Oklch,
  grounds: readonly string[],
  contrast: number,
  toward: 'black' | 'white',
): string {
  const step = toward === 'black' ? -STEP : STEP;
  let { l } = color;
  const current = (): string => formatHex(inGamut({ ...color, l }));
  while (l > 0 && l < 1 && grounds.some((ground) => wcagContrast(current(), ground) < contrast)) l += step;
  return current();
}
