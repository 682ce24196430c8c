/** What a language calls itself: `Deutsch` for `de`; the tag where it is none that is known. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a tag of BCP 47.
    return tag;
  }
}
