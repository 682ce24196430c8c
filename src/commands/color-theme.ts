import type { Checked } from '../text/finding.ts';
import type { Theme } from '../theme/types.ts';

/**
 * A theme with all colours that it will be drawn in: those that it lacks in a scheme, and those that save ink when that is
 * asked for. What reads and mixes colours is loaded only for a theme that needs it.
 */
export async function colorTheme({ value, findings }: Checked<Theme>, savesInk: boolean): Promise<Checked<Theme>> {
  const theme = await withBothSchemes(value);
  if (!savesInk) return { value: theme, findings };
  const { inkTheme } = await import('../theme/ink.ts');
  return { value: inkTheme(theme), findings };
}

async function withBothSchemes(theme: Theme): Promise<Theme> {
  if (Object.values(theme.lacking).every((names) => names.length === 0)) return theme;
  const { deriveSchemes } = await import('../theme/derive.ts');
  return deriveSchemes(theme);
}
