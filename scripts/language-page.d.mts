/** One construct of the language as its page shows it. */
export interface LanguageFixture {
  readonly name: string;
  readonly title: string;
  /** Its outline, as it is shown. */
  readonly text: string;
  /** The ids of its slides. */
  readonly ids: readonly string[];
}

export const FIXTURES: string;
export function languageFixtures(): readonly LanguageFixture[];
export function pictureOf(name: string, index: number): string;
export function languagePage(fixtures: readonly LanguageFixture[]): string;
