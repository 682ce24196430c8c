import { type MigratedTalk, migrateDeck } from '../../src/migrate/migrate.ts';
import { createSource } from '../../src/text/source.ts';
import { lineOf } from './migrate-deck.ts';

/** A deck in a text as the outlines of a talk, one after another, and what was found, as `line: rule: message`. */
export interface MigratedText {
  readonly talk: MigratedTalk | null;
  readonly text: string;
  readonly found: readonly string[];
}

/** Makes a talk of the text of a deck whose pictures are those whose name begins with `img/`. */
export function migrateText(
  deck: string,
  path = 'deck.md',
  included: Readonly<Record<string, string>> = {},
): MigratedText {
  const { value, findings } = migrateDeck(createSource(path, deck), {
    carryPicture: (src) => {
      if (src.startsWith('media/drawing-')) return { kind: 'carried', path: src };
      if (src.startsWith('img/')) return { kind: 'carried', path: `media/${src}` };
      return { kind: src.includes(':') ? 'remote' : 'missing' };
    },
    addPicture: (stem, type) => `media/${stem}-1.${type}`,
    readText: (name) => (included[name] === undefined ? null : createSource(name, included[name])),
    isOneFile: false,
  });
  const outlines = value?.outlines.map(({ text }) => text.text) ?? [];
  return { talk: value, text: outlines.join('\n'), found: findings.map(lineOf) };
}
