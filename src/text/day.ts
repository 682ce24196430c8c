/** A day YYYY-MM-DD written out: 19 January 2025 becomes "January 19, 2025" in `en`, "19 January 2025" in `en-GB`. */
export function dayInWords(day: string, lang: string): string {
  if (day === '') return '';
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
