import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareTalk } from '../../src/commands/prepare.ts';
import { forPaper } from '../../src/deck/paper.ts';
import { drawSlides } from '../../src/deck/slides.ts';
import { slideStates } from '../../src/deck/step-states.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { overlayHost } from '../../src/io/overlay.ts';
import { loadLanguage } from '../../src/talk/language.ts';
import { parseTalk, readTalk } from '../../src/talk/load.ts';

const CODE = '```ts {1|2-3|all|2}\na\nb\nc\n```';
/** Everything that can wait for a click, and what cannot though it says so; each on a slide of its own. */
const SLIDES: readonly string[] = [
  'Nothing\n\n- a',
  'Items {.steps}\n\n- a\n- b',
  'Columns {.steps}\n\n### A\n\n- a\n\n### B\n\n- b {.step}',
  'Events {.timeline .steps}\n\n- **1800** a\n- **1900** b\n- **2000** c',
  'Pauses\n\na\n\n. . .\n\n- b {.step}\n\n. . .\n\n. . .\n\nc {.step}\n\n. . .',
  'A pause in a column\n\n:::: columns\n::: column\na\n\n. . .\n\nb\n:::\n::: column\nc\n:::\n::::',
  'Ranges\n\n- a {step=0-1}\n- b {step=1-2}\n- c {step=2}',
  'Gaps\n\n- a {step=5}\n- b {step=0-8}\n- c {.step}',
  'A quotation {.quote}\n\n> a\n>\n> b {.step}\n>\n> — C, d {.step}\n\ne {.step}',
  'A quotation of code {.quote}\n\n> ```ts {1|2}\n> a\n> b\n> ```',
  '65 {.number}\n\nyears {.step}\n\n- a {.step}',
  'Sources {.sources}\n\na {.step}\n\n- b {.step}',
  'A figure {.figure}\n\n![a](a.svg) {.step}\n\nb {.step}',
  'Terms\n\nA\n: a {.step}\n: b {.step}\n\nB\n: c\n\n  d {.step}',
  'A question {.quiz}\n\n- [x] a {.step}\n\n  b {.step}\n- [ ] c {.step}',
  'Boxes\n\n> [!NOTE]\n> a {.step}\n\n::: tabs\n### A {.step}\n\nb {.step}\n\n### B\n\nc {.step}\n:::',
  'Within\n\n::: {.step}\na {.step}\n\n- b {.step}\n:::\n\n::: {step=5}\nc {.step}\n:::',
  `Code\n\n${CODE}`,
  `Two blocks of code\n\n${CODE}\n\n${CODE}`,
  `Code between items {.points}\n\n- a {.step}\n\n${CODE}\n\n- b {.step}`,
  `Code that waits\n\n- a {.step}\n\n${CODE.replace('2}', '2} {.step}')}`,
  `Code that has a number\n\n- a {.step}\n\n${CODE.replace('2}', '2} {step=2}')}\n\n- b {step=3}`,
  `Code after a pause\n\na\n\n. . .\n\n${CODE}`,
  `Code in columns {.steps}\n\n### A\n\n${CODE}\n\n### B\n\n${CODE}`,
  `Code in boxes\n\n:::: columns\n::: {.column .step}\n${CODE}\n:::\n::: {.column step=1}\n${CODE}\n:::\n::::`,
];
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const FILES = {
  'talk.md': `---\ntitle: Clicks\n---\n\n${SLIDES.map((slide) => `## ${slide}\n`).join('\n')}`,
  'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/** What is known of each slide: its clicks as the outline counts them, and its HTML on paper. */
const slides: { readonly title: string; readonly count: number; readonly html: string }[] = [];

beforeAll(async () => {
  const { env: environment, platform } = process;
  const disk = createDiskHost({ folder: FOLDER, environment, platform, isRoot: false, home: homedir() });
  const files = Object.entries(FILES).map(([name, text]) => [join(FOLDER, name), Buffer.from(text)] as const);
  const host = overlayHost(disk, new Map(files));
  const context = { host, version: '0', lap: () => {}, say: () => {}, progress: () => {} };
  const { view, templates } = await prepareTalk(context, { talk: 'talk.md' });
  const drawn = forPaper(drawSlides(view, templates));
  const { value: read } = readTalk(host, 'talk.md');
  const { value: talk } = parseTalk(host, read, await loadLanguage(read.outlines));
  for (const [index, { title, steps }] of talk.slides.entries()) {
    slides.push({ title, count: steps.count, html: drawn[index]?.html ?? '' });
  }
});

/** The numbers of the lines that are lit in each block of code of a state: none where the code does not show, or all are. */
function litIn(state: string): readonly string[] {
  const blocks: string[][] = [];
  const read = (node: RootContent, isUnseen: boolean): void => {
    if (node.type !== 'element') return;
    const { tagName, properties, children } = node;
    const hides = isUnseen || 'dataUnseen' in properties;
    if (tagName === 'pre') blocks.push([]);
    if (!hides && [properties.className].flat().includes('is-lit')) blocks.at(-1)?.push(String(properties.dataLine));
    for (const child of children) read(child, hides);
  };
  for (const child of fromHtml(state, { fragment: true }).children) read(child, false);
  return blocks.map((lines) => lines.join(' '));
}

/** The marks of each block of code on paper: the first line of what a step lights, by the step. */
function marksOf(html: string): readonly ReadonlyMap<number, string>[] {
  return [...html.matchAll(/<pre\b[^>]*>([\s\S]*?)<\/pre>/g)].map(([, code = '']) => {
    const lines = code.matchAll(/<span class="line" data-line="(\d+)" data-lit="[^"]*" data-mark="([^"]+)"/g);
    return new Map(
      [...lines].flatMap(([, line = '', steps = '']) => steps.split(', ').map((step) => [Number(step), line])),
    );
  });
}

describe('a click', () => {
  test('is each of the steps that the outline counts, on any slide', () => {
    expect(slides).toHaveLength(SLIDES.length);
    const clicks = slides.map(({ title, html }) => [title, slideStates(html).length - 1]);
    expect(clicks).toEqual(slides.map(({ title, count }) => [title, count]));
    expect(slides.map(({ count }) => count)).toEqual([
      0, 2, 3, 3, 3, 1, 3, 3, 1, 1, 1, 1, 1, 3, 3, 4, 5, 3, 6, 5, 5, 5, 4, 8, 7,
    ]);
  });

  test('lights the lines that have its number on paper, and other lines have none', () => {
    const stepped = slides.filter(({ html }) => html.includes('data-lit-steps'));
    expect(stepped).toHaveLength(9);
    for (const { title, html } of stepped) {
      const states = slideStates(html).map(litIn);
      const marks = marksOf(html);
      const expected = marks.map((_, block) => {
        const begun = states.flatMap((lit, step) => {
          const [now = '', before = ''] = [lit[block], states[step - 1]?.[block]];
          return step > 0 && now !== '' && now !== before ? [[step, now.split(' ')[0] ?? ''] as const] : [];
        });
        return new Map(begun);
      });
      expect(marks, title).toEqual(expected);
    }
  });
});
