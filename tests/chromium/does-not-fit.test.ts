import { copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchFolder, rostrum } from './rostrum.ts';

const VIDEO = fileURLToPath(new URL('../fixtures/language/media/media/film.webm', import.meta.url));
/** So much that what comes last does not fit, in the smallest type there is. */
const POINTS = Array.from({ length: 24 }, (_, index) => `Point ${index + 1}`).join('\n\n');
const FOOTNOTES = Array.from({ length: 30 }, (_, index) => `^[Source number ${index + 1}.]`).join('');
const OPTIONS = Array.from({ length: 20 }, (_, index) => `- [${index === 3 ? 'x' : ' '}] Option ${index + 1}`);

/** What stands last on a slide that is too full, and what it is to be called. */
const CASES: readonly (readonly [name: string, outline: string, called: string])[] = [
  ['an option', `## A question {.quiz #q}\n\n${OPTIONS.join('\n')}`, 'Option 20'],
  [
    'an option with an answer',
    `## Another {.quiz #a}\n\n${OPTIONS.map((text) => `${text}\n\n  Said.`).join('\n')}`,
    'Option 20',
  ],
  ['an alert', `## An alert\n\n${POINTS}\n\n> [!WARNING]\n> The stair is wet.`, 'The stair is wet.'],
  ['a video', `## A video\n\n${POINTS}\n\n![A lamp](lamp.webm){width=20%}`, 'lamp.webm'],
  [
    'a video with a caption',
    `## With a caption\n\n${POINTS}\n\n![A lamp](lamp.webm "It turns"){width=20%}`,
    'It turns',
  ],
  ['a footnote', `## Many footnotes\n\nText${FOOTNOTES}`, 'Source number 30.'],
  ['a text with a footnote', `## Footnotes\n\n${POINTS}\n\nThe stair is wet[^stair].`, 'The stair is wet.'],
  ['tabs', `## Tabs\n\n${POINTS}\n\n::: tabs\n### Port\n\n- Red\n\n### Starboard\n\n- Green\n:::`, 'Red'],
  ['a countdown', `## A countdown\n\n${POINTS}\n\n::: {.countdown time=3m}\n:::`, '3m'],
  ['a score', `## A score\n\n${POINTS}\n\n::: score\n:::`, '::: score'],
  ['what opens', `## Details\n\n${POINTS}\n\n::: details\nThe answer\n:::`, 'The answer'],
  ['a formula', `## A formula\n\n${POINTS}\n\n$$\\sqrt{2Rh}$$`, '\\sqrt{2Rh}'],
  ['code', `## Code {.points}\n\n${POINTS}\n\n\`\`\`ts\nconst lamp = 1;\n\`\`\``, 'const lamp = 1;'],
];

const scratch = createScratchFolder();
afterAll(() => scratch.remove());
let told: readonly string[] = [];

beforeAll(async () => {
  const slides = CASES.map(([, outline]) => `${outline}\n`).join('\n');
  writeFileSync(scratch.path('full.md'), `---\ntitle: Full\n---\n\n# Lights\n\n${slides}\n[^stair]: By the keeper.\n`);
  copyFileSync(VIDEO, scratch.path('lamp.webm'));
  const failure = await rostrum(['print', 'slides', '--talk', 'full.md'], { folder: scratch.path() }).catch(
    (error) => error,
  );
  told = String(failure.stderr)
    .split('\n')
    .filter((line) => line.endsWith('(does-not-fit)'));
});

test('each slide that is too full is told, with its place', () => {
  expect(told.map((line) => line.replace(/: error: .*/, ''))).toHaveLength(CASES.length);
});

test.each(CASES.map(([name, , called], index) => [name, called, index] as const))(
  'what does not fit is called what its author wrote: %s',
  (_, called, index) => {
    expect(told[index]).toContain(`error: "${called}" stands `);
  },
);
