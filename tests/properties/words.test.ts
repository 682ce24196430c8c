import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFinding } from '../../src/text/frame.ts';
import { publish } from './desk.ts';
import { talk, type WrittenTalk } from './outlines.ts';

/** All that a slide says, in the order in which it is read: texts, descriptions of pictures, titles. */
function readable(html: string): string {
  const text = html.replace(/<[^>]*>/g, (tag) =>
    [...tag.matchAll(/ (?:alt|title)="([^"]*)"/g)].map(([, said]) => said).join(' '),
  );
  return decodeHTML(text);
}

/** The words that a text does not have in their order. */
function missing(words: readonly string[], text: string): readonly string[] {
  let at = 0;
  return words.filter((word) => {
    const found = text.indexOf(word, at);
    if (found !== -1) at = found + word.length;
    return found === -1;
  });
}

/** What became of a talk: the rules that refused it, the words that its slides lack, and the secrets in its pages. */
async function outcomeOf({ files, slides, secrets, handouts }: WrittenTalk) {
  const result = await publish(files);
  if (result.kind === 'refused') {
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    return {
      refused: errors.map((finding) => formatFinding(finding, { color: false })),
      slides: 0,
      lost: [],
      leaked: [],
    };
  }
  const lost = slides.flatMap(({ words, footnotes }, index) =>
    missing([...words, ...footnotes], readable(result.slides[index] ?? '')),
  );
  const page = readable(result.page);
  lost.push(...handouts.filter((word) => !page.includes(word)));
  const leaked = [
    ...secrets.filter((secret) => result.page.includes(secret) || result.print.includes(secret)),
    ...handouts.filter((word) => result.print.includes(word)),
  ];
  return { refused: [], slides: result.slides.length, lost, leaked };
}

test('no visible word of an outline is missing from its slide, and nothing else is in the deck', async () => {
  await fc.assert(
    fc.asyncProperty(talk, async (written) => {
      const expected = { refused: [], slides: written.slides.length, lost: [], leaked: [] };
      expect(await outcomeOf(written)).toEqual(expected);
    }),
    { seed: 1, numRuns: 150 },
  );
}, 120_000);
