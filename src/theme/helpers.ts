/**
 * The helpers that templates may call beside Handlebars' own `if`, `unless`, `each` and `with`; `templates/README.md`
 * documents them.
 */
export const HELPERS: Readonly<Record<string, (...values: readonly unknown[]) => string>> = {
  /** `{{between FROM TO FRACTION}}`: FROM + (TO - FROM) * FRACTION, to two decimals, for drawing. */
  between(from, to, fraction) {
    const value = Number(from) + (Number(to) - Number(from)) * Number(fraction);
    return String(Math.round(value * 100) / 100);
  },
};
