import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Folders, rostrum } from '../commands/program.ts';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck } from './deck-tab.ts';

const items = (count: number): string => Array.from({ length: count }, (_, index) => `- Point ${index + 1}`).join('\n');
const code = (lines: number, width = 20): string => `\`\`\`text\n${`${'x'.repeat(width)}\n`.repeat(lines)}\`\`\``;
const CHART = '::: {.chart type=bar}\n| a | b |\n|---|--:|\n| x | 3 |\n| y | 5 |\n:::';
const COLUMNS = `:::: columns\n::: column\n${items(2)}\n:::\n::: column\n![A picture](wide.png)\n:::\n::::`;

const TALK = `# Sizes

# Lists {#lists}

## Three {#three}

${items(3)}

# More {#more}

## Nine {#nine}

${items(9)}

# Tables {#tables}

## A list and a table {#list-table}

${items(6)}

| Name | Value |
|------|-------|
| One  | 1     |
| Two  | 2     |

## A list and a wide table {#list-wide-table}

${items(6)}

| Name | Value | Unit | Source |
|------|-------|------|--------|
| One  | 1     | m    | Log    |

# Code {#codes}

## Short {#short-code}

${code(4)}

# Long lines {#long-lines}

## Long {#long-code}

${code(4, 72)}

# Too long {#too-long}

## Longer than the slide {#longer}

${code(2, 200)}

# Broken {#broken}

## Lines that may break {#wrapped}

${code(2, 200).replace('```text', '```text {.wrap}')}

# Small {#small}

## Many lines {#many-lines}

${code(20)}

# Crowded {#crowded}

## Far too much {#too-much}

${items(40)}

# Pictures {#pictures}

## Beside points {#beside}

${items(2)}

![A picture](wide.png)

## In a column {#in-column}

${COLUMNS}

## A chart with points {#chart}

${items(2)}

${CHART}

# Work {#work}

## Time to think {#countdown}

Compare the rows with the actual rows, from the leaves upward.

Then tell your neighbour.

::: {.countdown time=3m}
Mark the first one that is off.
:::

## Which one? {#quiz .quiz}

- [ ] One
  - Not this one, and this is why it is not.
- [x] Two
  - Yes, this one.
- [ ] Three
  - Not this one, and this is why it is not.
`;

const WIDE = PNG.sync.write(new PNG({ width: 1600, height: 900 }));
const folders = new Folders();
const folder = folders.make();
const cache = folders.make();
const deckOf = (name: string): string => join(folder, name, 'index.html');
const browsers: Browser[] = [];
let report: { findings: readonly { rule: string; slide?: string; message: string }[] } = { findings: [] };

/** Builds the talk; without a browser none can be found anywhere. */
const build = (name: string, own: Record<string, string> = {}) =>
  rostrum(['build', 'talk.md', '-o', name, '--json'], folder, { XDG_CACHE_HOME: cache, ...own });
const NO_BROWSER = { PATH: '/nowhere', HOME: folder, PUPPETEER_CACHE_DIR: '/nowhere', ROSTRUM_BROWSER: '' };

beforeAll(async () => {
  writeFileSync(join(folder, 'talk.md'), TALK);
  writeFileSync(join(folder, 'wide.png'), WIDE);
  const built = await build('deck');
  report = JSON.parse(built.stdout);
  browsers.push(await startBrowser());
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  folders.removeAll();
});

/** The step of a slide in a deck. */
function stepOf(slide: string, deck = 'deck'): number {
  const page = readFileSync(deckOf(deck), 'utf8');
  const [, step = ''] = new RegExp(`<section id="${slide}"[^>]*class="[^"]*type-(\\d+)`).exec(page) ?? [];
  return Number(step);
}

const findingsOf = (slide: string) =>
  report.findings.filter((finding) => finding.slide === slide).map(({ rule }) => rule);

async function onSlide<T>(slide: string, work: (tab: DeckTab) => Promise<T>): Promise<T> {
  const [browser] = browsers;
  if (!browser) throw new Error('the browser has not started');
  const viewport = { width: 1280, height: 720 };
  const tab = await openDeck(browser, `${pathToFileURL(deckOf('deck')).href}#${slide}`, { viewport });
  await tab.arrive(slide);
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

/** The boxes of what a selector finds on the slide that shows. */
const boxesOf = (tab: DeckTab, selector: string) =>
  tab.page.$$eval(`section.present ${selector}`, (found) =>
    found.map((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      return { left, top, right, bottom, share: (width * height) / (1280 * 720) };
    }),
  );

describe('each slide has the largest type that it holds', () => {
  test('three points are larger than nine', () => {
    expect(stepOf('three')).toBe(13);
    expect(stepOf('nine')).toBeLessThan(stepOf('three'));
    expect(stepOf('nine')).toBeGreaterThanOrEqual(6);
  });

  test.each(['list-table', 'list-wide-table'])('the list and the table of the slide %s share no room', (slide) =>
    onSlide(slide, async (tab) => {
      const points = await boxesOf(tab, 'li');
      const [table] = await boxesOf(tab, 'table');
      if (!table) throw new Error('the slide has no table');
      const shared = points.filter(
        ({ left, right, top, bottom }) =>
          left < table.right && right > table.left && top < table.bottom && bottom > table.top,
      );
      expect(points.length).toBe(6);
      expect(shared).toEqual([]);
      expect(findingsOf(slide)).toEqual([]);
    }),
  );

  test('code becomes smaller until its longest line fits', () =>
    onSlide('long-code', async (tab) => {
      expect(stepOf('long-code')).toBeLessThan(stepOf('short-code'));
      const [pre] = await boxesOf(tab, 'pre');
      const lines = await tab.page.$$eval('section.present pre code', ([element]) => {
        const range = document.createRange();
        range.selectNodeContents(element as Node);
        return [...range.getClientRects()].map(({ right }) => right);
      });
      expect(new Set(lines.map(Math.round)).size).toBe(1);
      expect(Math.max(...lines)).toBeLessThanOrEqual(pre?.right ?? 0);
      expect(findingsOf('long-code')).toEqual([]);
    }));

  test('code that is wider than the slide is found, and breaks where its author lets it', () => {
    expect(findingsOf('longer')).toEqual(['crowded-slide']);
    expect(findingsOf('wrapped')).toEqual([]);
  });

  test('text below the floor is found', () => {
    expect(findingsOf('many-lines')).toEqual(['small-text']);
    expect(report.findings.find(({ slide }) => slide === 'many-lines')?.message).toMatch(
      /is (18|20|22) px high, and 24 px/,
    );
  });

  test('what fits at no size is found', () => {
    expect(findingsOf('too-much')).toEqual(['crowded-slide']);
  });

  test.each([
    ['beside', 'img', 0.4],
    ['in-column', 'img', 0.4],
    ['chart', '.chart svg', 0.4],
  ])('the figure of the slide %s has at least 40 %% of it', (slide, selector, share) =>
    onSlide(slide, async (tab) => {
      const [figure] = await boxesOf(tab, selector);
      expect(figure?.share).toBeGreaterThanOrEqual(share);
    }),
  );
});

describe('what only the deck shows is measured in the deck', () => {
  test('the buttons of a countdown are above the footer', () =>
    onSlide('countdown', async (tab) => {
      const buttons = await boxesOf(tab, '.countdown button');
      const [main] = await boxesOf(tab, '.main');
      expect(buttons.length).toBe(2);
      for (const { bottom } of buttons) expect(bottom).toBeLessThanOrEqual((main?.bottom ?? 0) + 1);
    }));

  test('a quiz that was answered is where it was, with its button', () =>
    onSlide('quiz', async (tab) => {
      await tab.page.click('section.present .option:first-child label');
      await tab.page.click('section.present .quiz-controls button');
      const parts = await boxesOf(tab, ':is(.option-answer, .quiz-controls button, .quiz-result)');
      const [main] = await boxesOf(tab, '.main');
      for (const { bottom } of parts) expect(bottom).toBeLessThanOrEqual((main?.bottom ?? 0) + 1);
    }));
});

describe('nothing is measured twice', () => {
  test('the same talk is built again without a browser, to the byte', async () => {
    const again = JSON.parse((await build('again', NO_BROWSER)).stdout);
    expect(readFileSync(deckOf('again'))).toEqual(readFileSync(deckOf('deck')));
    expect(again.findings).toEqual(report.findings);
  });

  test('a broken cache is measured anew', async () => {
    const other = folders.make();
    writeFileSync(join(other, 'rostrum'), 'a file where the folder would be');
    const built = JSON.parse((await build('no-cache', { XDG_CACHE_HOME: other })).stdout);
    expect(built.ok).toBe(true);
    expect(readFileSync(deckOf('no-cache'))).toEqual(readFileSync(deckOf('deck')));
  });

  test('without a browser and without a cache sizes are estimated, and a note says so', async () => {
    const built = JSON.parse((await build('estimated', { ...NO_BROWSER, XDG_CACHE_HOME: folders.make() })).stdout);
    expect(built.ok).toBe(true);
    expect(built.findings.map(({ rule, severity }: Record<string, string>) => [rule, severity])).toEqual([
      ['estimated-type', 'info'],
    ]);
    expect(stepOf('three', 'estimated')).toBeGreaterThan(stepOf('nine', 'estimated'));
  });
});
