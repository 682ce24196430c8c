import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WordTexts } from '../src/theme/types.ts';
import { loadWords } from '../src/theme/words.ts';
import { slideWords, type Words } from '../src/view/words.ts';
import { createMemoryHost } from './memory-host.ts';

const FOLDER = fileURLToPath(new URL('../templates/base/words', import.meta.url));

/** What Rostrum says on slides in one of the languages that come with it. */
export function wordsFor(lang: string): Words {
  return slideWords(wordTexts(lang).slides);
}

/** All that Rostrum says in one of the languages that come with it, by whom it is for. */
export function wordTexts(lang: string): WordTexts {
  const files = ['en', 'de', 'ja'].map((tag) => [
    `/base/words/${tag}.yaml`,
    readFileSync(`${FOLDER}/${tag}.yaml`, 'utf8'),
  ]);
  return loadWords(createMemoryHost(Object.fromEntries(files)), ['/base'], lang).value;
}
