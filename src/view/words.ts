/** The few words that slides show without the outline saying them, by language. */
interface Words {
  readonly part: (number: number, count: number) => string;
  /** What a link to a slide is called in a print. */
  readonly slide: (number: number, title: string) => string;
}

const ENGLISH: Words = {
  part: (number, count) => `Part ${number} of ${count}`,
  slide: (number, title) => `Slide ${number}: ${title}`,
};
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  ja: {
    part: (number, count) => `第${number}部（全${count}部）`,
    slide: (number, title) => `スライド${number}：${title}`,
  },
  de: { part: (number, count) => `Teil ${number} von ${count}`, slide: (number, title) => `Folie ${number}: ${title}` },
};

/** The words of a language, by the first part of its tag; English where it has none. */
export function wordsFor(lang: string): Words {
  return WORDS[lang.split('-')[0] ?? ''] ?? ENGLISH;
}

/** A day YYYY-MM-DD written out: 19 January 2025 becomes "January 19, 2025" in `en`, "19 January 2025" in `en-GB`. */
export function dayInWords(day: string, lang: string): string {
  if (day === '') return '';
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
