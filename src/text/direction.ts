/** Scripts that are written from right to left, by the languages whose usual script they are. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** The direction of a language where it is not the one `around` it; '' where it is, and for no language. */
export function changeOfDirection(lang: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' | '' {
  const own = lang === '' ? '' : directionOf(lang);
  return own === around ? '' : own;
}

/** The direction of a language's usual script, or of the one that its tag names; '' for what is no tag of a language. */
export function directionOf(lang: string): 'ltr' | 'rtl' | '' {
  try {
    const script = new Intl.Locale(lang).maximize().script ?? '';
    return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return '';
  }
}
