import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openDeck } from './deck-tab.ts';
import { inOrder, readHeard, wordsOf } from './heard.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';
import { setUpStage, talkNames } from './stage.ts';
import { walk } from './walk.ts';

const stage = setUpStage(talkNames);
const LANGUAGES = fileURLToPath(new URL('../fixtures/language/languages/talk.md', import.meta.url));

/** A slide as its page was written, before the script of the deck worked on it. */
interface Written {
  readonly id: string;
  readonly title: string;
  /** What is to be heard of it when all its steps show, without spaces. */
  readonly words: string;
}

/** Runs in a page, on the text of the page as it was written: its slides, with the words that are for everyone. */
const READ_WRITTEN = `(source) => {
  const words = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.matches('[aria-hidden=true], title, .katex, .handout')) return '';
    if (node.matches('img')) return node.alt;
    if (node.matches('[role=img]')) return node.getAttribute('aria-label');
    return [...node.childNodes].map(words).join('');
  };
  const page = new DOMParser().parseFromString(source, 'text/html');
  return [...page.querySelectorAll('.slides > section')].map((section) => ({
    id: section.id, title: section.getAttribute('aria-label'), words: words(section).replace(/\\s+/g, ''),
  }));
}`;

describe.each(talkNames)('a screen reader that walks through the %s talk', (name) => {
  test('hears one slide at a time, by name and place, in the order of its source, each step once', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const source = readFileSync(join(stage.deck(name), 'index.html'), 'utf8');
    const written = (await tab.page.evaluate(`(${READ_WRITTEN})(${JSON.stringify(source)})`)) as readonly Written[];
    let before = '';
    let spoken = '';
    const places = await walk(tab, 'ArrowRight', async (place, { slide, step }) => {
      const nodes = inOrder(await readHeard(tab.page));
      const index = written.findIndex(({ id }) => id === slide);
      const { title = '', words = '' } = written[index] ?? {};
      const slides = nodes.filter(({ roleName }) => roleName === 'slide');
      expect(
        slides.map((node) => node.name),
        place,
      ).toEqual([`${index + 1} of ${written.length}: ${title}`]);
      expect(
        nodes.map(({ role }) => role),
        place,
      ).not.toContain('application');
      if (index > 0 && step === 0) expect(slides[0]?.isFocused, place).toBe(true);
      const heard = wordsOf(slides);
      expect(isWithin(heard, words), `${place}: ${heard} of ${words}`).toBe(true);
      const status = wordsOf(nodes.filter(({ role }) => role === 'status'));
      if (step === 0) {
        expect(status, place).toBe('');
        spoken = '';
      } else {
        expect(status, place).not.toBe(spoken);
        expect(before, `${place} is not heard before`).not.toContain(status);
        expect(heard, `${place} is heard`).toContain(status);
        spoken = status;
      }
      before = heard;
    });
    expect(places.length).toBeGreaterThan(20);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });
});

/** Whether the signs of a text follow one another in another text; what a step will bring is left out in between. */
function isWithin(text: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === text[at]) at += 1;
  return at >= text.length;
}

test('the talk and each of its languages are marked for who reads them aloud', async () => {
  const folder = createScratchFolder();
  await rostrum(['build', LANGUAGES, '-o', folder.path()]);
  const tab = await openDeck(stage.browser, pathToFileURL(folder.path('index.html')).href);
  expect(await tab.page.evaluate('document.documentElement.lang')).toBe('en');
  const marked: unknown[] = [];
  await walk(tab, 'ArrowRight', async () => {
    const langs = await tab.page.evaluate(
      '[...document.querySelectorAll("section.present, section.present [lang]")].map(({ lang }) => lang).filter(Boolean)',
    );
    marked.push(langs);
  });
  expect(marked.flat()).toEqual(['ja', 'he', 'fr']);
  await tab.close();
  folder.remove();
});
