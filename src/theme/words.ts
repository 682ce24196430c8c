import * as v from 'valibot';
import { readFields } from '../text/fields.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { spanOf } from '../text/source.ts';
import { missingWords, noWords, otherPlaceholders } from './findings.ts';
import { readThemeText } from './read-text.ts';
import type { WordGroup, WordTexts } from './types.ts';

const GROUPS: readonly WordGroup[] = ['slides', 'deck', 'speaker', 'print', 'gallery'];
const ENGLISH = 'en';

type Texts = Readonly<Record<WordGroup, Readonly<Record<string, string>>>>;

/**
 * What Rostrum itself says in the language of a talk. `folders` are those of the lookup, first found first; each may
 * hold `words/TAG.yaml`, of the whole tag or of its first part. What a language lacks is said in English. Findings:
 * `no-words`, `missing-words`, `invalid-field` where a text fills in other values than the English one, and those of
 * YAML's fields.
 */
export function loadWords(host: Host, folders: readonly string[], lang: string): Checked<WordTexts> {
  const findings: Finding[] = [];
  const english = readWords(host, folders, ENGLISH, null, findings);
  const tags = [...new Set([lang.split('-')[0] ?? lang, lang])].filter((tag) => tag !== ENGLISH);
  const own = tags.map((tag) => readWords(host, folders, tag, english, findings)).reduce(joinTexts, noTexts());
  const hasOwn = Object.values(own).some((group) => Object.keys(group).length > 0);
  if (!hasOwn && tags.length > 0 && !lang.startsWith(`${ENGLISH}-`)) findings.push(noWords(lang));
  if (hasOwn) {
    const missing = namesOf(english).filter((name) => !namesOf(own).includes(name));
    if (missing.length > 0) findings.push(missingWords(lang, missing));
  }
  return { value: joinTexts(english, own), findings };
}

/** The texts of one tag, of all folders, those of the first over those of the last; checked against the English ones. */
function readWords(
  host: Host,
  folders: readonly string[],
  tag: string,
  english: Texts | null,
  findings: Finding[],
): Texts {
  return folders
    .toReversed()
    .map((folder) => readFile(host, host.resolve(folder, 'words', `${tag}.yaml`), english, findings))
    .reduce(joinTexts, noTexts());
}

function readFile(host: Host, path: string, english: Texts | null, findings: Finding[]): Texts {
  const source = readThemeText(host, path, findings);
  if (source === null) return noTexts();
  const read = readFields(source, 0, source.text.length, schemaOf(english));
  findings.push(...read.findings);
  const texts = { ...noTexts(), ...read.value?.fields } as Texts;
  if (english === null) return texts;
  for (const group of GROUPS) {
    for (const [name, text] of Object.entries(texts[group])) {
      const expected = placeholders(english[group][name] ?? '');
      if (placeholders(text).join() === expected.join()) continue;
      const start = Math.max(0, source.text.indexOf(text));
      findings.push(otherPlaceholders(spanOf(source, start, start + text.length), name, expected));
    }
  }
  return texts;
}

/** Groups of texts: any names for English, its names for every other language. */
function schemaOf(english: Texts | null) {
  const text = v.string('text: put it in "quotation marks"');
  const group = (name: WordGroup) => {
    if (english === null) return v.optional(v.record(v.string(), text, 'a group of words'), {});
    const entries = Object.keys(english[name]).map((key) => [key, v.optional(text)]);
    return v.optional(v.strictObject(Object.fromEntries(entries), 'a group of words'), {});
  };
  return v.strictObject(ofGroups(group));
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
}

function namesOf(texts: Texts): readonly string[] {
  return GROUPS.flatMap((group) => Object.keys(texts[group]).map((name) => `${group}.${name}`));
}

function joinTexts(under: Texts, over: Texts): Texts {
  return ofGroups((group) => ({ ...under[group], ...over[group] }));
}

function noTexts(): Texts {
  return ofGroups(() => ({}));
}

function ofGroups<T>(make: (group: WordGroup) => T): Readonly<Record<WordGroup, T>> {
  return Object.fromEntries(GROUPS.map((group) => [group, make(group)])) as Record<WordGroup, T>;
}
