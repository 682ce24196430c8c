import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { newTalkFrom } from '../../src/commands/new-from.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { Stop } from '../../src/text/finding.ts';

const folder = mkdtempSync(join(tmpdir(), 'rostrum-words-'));
afterAll(() => rmSync(folder, { recursive: true }));
const host = createDiskHost({ folder, environment: {}, platform: 'linux', isRoot: false, home: homedir() });
const context = { host, version: '0', say: () => {}, progress: () => {}, lap: () => {} };

/** Pieces of decks around a word that must not be lost. */
type Piece = (word: string) => string;

const MARKDOWN: readonly Piece[] = [
  (word) => `# ${word}`,
  (word) => `## ${word} {#${word}}`,
  (word) => `### ${word}`,
  (word) => `${word}\n=====`,
  (word) => `${word} *${word}e* **${word}s** ~~${word}d~~ \`${word}c\``,
  (word) => `- ${word}\n  - ${word}i\n- [${word}l](https://e.org/${word}a)`,
  (word) => `1. ${word}\n\n   ${word}p\n2. ${word}q`,
  (word) => `> ${word}\n> — ${word}s, ${word}r`,
  (word) => `\`\`\`js\n${word}\n---\n::: ${word}n\n\`\`\``,
  (word) => `    ${word}`,
  (word) => `| ${word} | b |\n| - | - |\n| ${word}c | \`a|${word}d\` |`,
  (word) => `![${word}](img/${word}f.png "${word}t")`,
  (word) => `![${word}](https://e.org/${word}f.png)`,
  (word) =>
    `[${word}](${word}f.pdf) [${word}g][${word}h] <https://e.org/${word}j>\n\n[${word}h]: https://e.org/${word}k "${word}m"`,
  (word) => `${word}[^${word}n]\n\n[^${word}n]: ${word}o`,
  (word) => `$${word}$ and $$\\frac{${word}a}{${word}b$$ {${word}c} {.${word}d} {{title}} {{${word}}}`,
  (word) => `Note: ${word}`,
  (word) => `::: ${word}\n\n${word}d`,
  (word) => `:::\n\n${word}`,
  (word) => `${word}\n: ${word}m`,
  (word) => `. . .\n\n${word}`,
  (word) => `<div class="row" style="x"><div>\n\n${word}\n\n</div><div>${word}b</div></div>`,
  (word) => `<p class="fragment">${word}</p> <b>${word}b</b> <font>${word}c</font> <kbd>${word}d`,
  (word) => `<!-- ${word} -->\n\n${word}a`,
  (word) => `${word} <!-- .element: class="fragment ${word}c" data-fragment-index="2" -->`,
  (word) => `- ${word} <!-- .element: class="fragment fade-out" -->\n- ${word}b`,
  (word) => `<!-- .slide: data-background="${word}" id="${word}" -->\n${word}`,
  (word) => `<!-- _class: ${word} -->\n<!-- footer: ${word}f -->\n${word}s`,
  (word) => `![bg left:30% ${word}](img/a.png)\n\n${word}b`,
  (word) => `* ${word}\n  1) ${word}b`,
  (word) => `::: {.notes}\n${word}\n:::`,
  (word) => `:::: {.columns}\n::: {.column width="40%"}\n${word}\n:::\n::: {.column}\n### ${word}b\n:::\n::::`,
  (word) => `::: {.callout-note title="${word}t"}\n${word}\n\n- ${word}b\n:::`,
  (word) => `::: {.incremental .${word}c}\n- ${word}\n- ${word}b\n:::`,
  (word) => `[${word}]{.fragment .${word}c} [${word}b]{style="${word}d"} a {.${word}e}`,
  (word) => `> - ${word}\n> - ${word}b`,
  (word) => ` ${word}a   ${word}b\n-------- --------\n ${word}    ${word}d\n\nTable: ${word}t`,
  (word) =>
    `+------------+---+\n| ${word.padEnd(10)} | b |\n+============+===+\n| c          | d |\n+------------+---+`,
  (word) => `| ${word}\n| ${word}b`,
  (word) => `(@label) ${word}\n\n#. ${word}b`,
  (word) => `\`\`\`{.python filename="${word}f" code-line-numbers="9|2"}\n${word}\n\`\`\``,
  (word) => `\`\`\`{python}\n#| echo: false\n${word}\n\`\`\``,
  (word) => `{{< video ${word}.mp4 >}} {{< ${word}x >}} \`{{< ${word}y >}}\``,
  (word) => `<svg><text>${word}</text></svg> <iframe src="https://e.org/${word}i"></iframe>`,
];
const BREAKS = ['---', '--', '----', '***', '___', '- - -', '\n\n\n', '***\n---'];
const FRONT = [
  '',
  '---\nmarp: true\nheadingDivider: 2\nfooter: a\n---\n',
  '---\nrevealOptions: {a: b}\n---\n',
  '---\nseparator: ^\\n\\n\\n\nverticalSeparator: ^\\n\\n\n---\n',
  '---\ntitle: A\nslide-level: 2\nincremental: true\n---\n',
  '---\ntitle: A\nformat:\n  revealjs:\n    incremental: true\n---\n',
  '% A\n% B\n\n',
];

/** Words of four letters and a number, each once in a deck but for those that its piece makes of it. */
const deckArbitrary = fc
  .record({
    front: fc.constantFrom(...FRONT),
    pieces: fc.array(fc.record({ piece: fc.constantFrom(...MARKDOWN), after: fc.constantFrom('', '', ...BREAKS) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ front, pieces }) => {
    const parts = pieces.map(({ piece, after }, index) => `${piece(`wxyz${100 + index}`)}\n\n${after}\n\n`);
    return front + parts.join('');
  });

function wordsIn(text: string): readonly string[] {
  return text.match(/wxyz\d+[a-z]?/g) ?? [];
}

let count = 0;

/** The words of the deck that stand neither in its talk nor in what was found at their line, and the errors of the talk. */
async function migrateWords(
  deck: string,
): Promise<{ readonly lost: readonly string[]; readonly errors: readonly string[] }> {
  count += 1;
  const [file, talk] = [join(folder, 'deck.md'), join(folder, String(count))];
  writeFileSync(file, deck);
  const { findings } = await newTalkFrom(context, talk, file);
  const slides = join(talk, 'slides');
  const names = readdirSync(slides, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = names.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const said = findings.map(({ message, span }) => `${message} ${span?.source.text.slice(span.start, span.end) ?? ''}`);
  rmSync(talk, { recursive: true });
  const kept = new Set([...texts, ...said].flatMap(wordsIn));
  return {
    lost: [...new Set(wordsIn(deck))].filter((word) => !kept.has(word)),
    errors: findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`),
  };
}

describe('of any deck', () => {
  test('no word is lost without a finding, and the talk builds as it is', async () => {
    await fc.assert(
      fc.asyncProperty(deckArbitrary, async (deck) => {
        expect(await migrateWords(deck)).toEqual({ lost: [], errors: [] });
      }),
      { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 60) },
    );
  });

  test('however odd, a talk comes of it or findings, and never a fault', async () => {
    const odd = fc.array(
      fc.constantFrom(
        ...'`~|<>!-:{}[]()#*_$%^&=+.\\"\'\n\t 1a'.split(''),
        '<!--',
        '-->',
        '---\n',
        '\n\n',
        ':::',
        '```',
        '.slide:',
        '.element: class="fragment"',
        '<div>',
        '</div>',
        '![bg](',
        '{{<',
      ),
      { maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FRONT), odd, async (front, signs) => {
        await migrateWords(front + signs.join('')).catch((error) => {
          if (!(error instanceof Stop)) throw error;
        });
      }),
      { seed: Number(process.env.SEED ?? 1), numRuns: Number(process.env.RUNS ?? 100) },
    );
  });
});
