import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lineOf, type Migrated, migrateFile, wordsOf } from './migrate-deck.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/migrate', import.meta.url));

/** Words of syntax that the talk says in another way, and TeX that no page shows. */
const SAID_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  marp: ['backgroundcolor', '320px'],
  pandoc: ['march', 'good', 'vspace', '1cm'],
};

function deckOf(name: string): string {
  const path = join(FIXTURES, name, 'deck.md');
  return existsSync(path) ? path : join(FIXTURES, name, 'deck.qmd');
}

/** A deck without the syntax of its tool: front matter, tags and comments that are directives, attributes, options. */
function visibleText(deck: string): string {
  return deck
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--\s*(?:\.(?:slide|element):|prettier-|theme:|headingDivider:)[\s\S]*?-->/g, ' ')
    .replace(/<style[\s\S]*?<\/style>|<\/?[a-z][^>]*>/g, ' ')
    .replace(/^(?:```|~~~).*$|^#\|\s*(?!fig-cap)[\w-]+:.*$|^#\|\s*fig-cap:|^speaker:/gm, ' ')
    .replace(/\{\{<.*?>\}\}|\{[^{}]*[.#=][^{}]*\}|(?<=^:{3,} *)\w+/gm, ' ');
}

/** The talk in one text: each file under its name, then what was found. */
function readable({ files, findings, from }: Migrated): string {
  const parts = [...files].map(([path, text]) => `===== ${path}\n${text}`);
  return `Read as: ${from}\n${parts.join('\n')}\n===== findings\n${findings.map(lineOf).join('\n')}\n`;
}

describe.each(readdirSync(FIXTURES))('a deck of another tool: %s', (name) => {
  test('becomes a talk that builds as it is, with its words and every loss said', async () => {
    const migrated = await migrateFile(deckOf(name));
    await expect(readable(migrated)).toMatchFileSnapshot(join(FIXTURES, name, 'expected.txt'));
    expect(migrated.errors).toEqual([]);
    const said = migrated.findings.map(
      ({ message, span }) => message + (span?.source.text.slice(span.start, span.end) ?? ''),
    );
    const kept = wordsOf([...migrated.files.values(), ...said].join('\n'));
    const lost = [...wordsOf(visibleText(readFileSync(deckOf(name), 'utf8')))].filter((word) => !kept.has(word));
    expect(lost).toEqual(SAID_OTHERWISE[name] ?? []);
  });
});
