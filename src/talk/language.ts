import type { References } from '../markdown/references.ts';
import type { Source } from '../text/source.ts';

/** What only some talks need to be read: each is loaded when a text may have it, and `null` otherwise. */
export interface LanguageParts {
  /** Emoji by their short codes, without colons. */
  readonly emoji: Readonly<Record<string, string>> | null;
  readonly readColor: ReadColor | null;
  readonly readTag: References['readTag'];
}
/** A colour as CSS has it (CSS Color 4), or `null` for what is none. */
export type ReadColor = (text: string) => { readonly css: string; readonly isDark: boolean } | null;

/** A talk without any of them. */
export const PLAIN_LANGUAGE: LanguageParts = { emoji: null, readColor: null, readTag: null };

const TAG_WITH_ATTRIBUTES = /<[a-z][a-z0-9]*[\s/]+[^\s/>]/i;
const SHORT_CODE = /:[a-z0-9_+-]+:/;
/** What an included file holds is only known when it is read. */
const INCLUDE = /\.include\b/;

/** The parts of the language that the outlines of a talk may use, loaded. */
export async function loadLanguage(outlines: readonly Source[]): Promise<LanguageParts> {
  const mayHave = (pattern: RegExp): boolean => outlines.some(({ text }) => pattern.test(text) || INCLUDE.test(text));
  return {
    emoji: mayHave(SHORT_CODE) ? (await import('gemoji')).nameToEmoji : null,
    readTag: mayHave(TAG_WITH_ATTRIBUTES) ? (await import('../markdown/read-tag.ts')).readTag : null,
    readColor: mayHave(/\bbackground=/) ? (await import('./colors.ts')).readColor : null,
  };
}
