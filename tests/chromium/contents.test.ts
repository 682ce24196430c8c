import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page, SerializedAXNode } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck, RELOADED, type TabOptions, waitForStart } from './deck-tab.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

const OUTLINE = `# The watch at night

# The lamps {#lamps}

## Which lamp shows to port? {.quiz #port}

- [ ] Green
  - Green is starboard.
- [x] Red
  - Whoever looks.

## Which lights does a ship show? {.quiz #lights}

- [x] Red ones
- [x] White ones
- [ ] Blue ones

# The tower {#tower}

## Where we are {#where .points}

::: agenda
:::

## Two lamps in a row {#row}

::: {.details summary="Show the answer"}
You are in the channel.
:::

## A lamp says who it is {#tabs}

::: tabs
### Fixed
It never goes out.
### Flashing
- One flash
- Two flashes {.step}
### Occulting
It is dark for a moment.
:::

## 1,951 {.count-up #ships}

ships came home

## Find the light {#exercise}

::: {.countdown time=3m}
Draw the harbour.
:::

## Safe home {.closing #end}

::: score
Thank you.
:::
`;

const scratch = createScratchFolder();
let browser: Browser;
let tab: DeckTab;
const address = (): string => pathToFileURL(scratch.path('deck', 'index.html')).href;

beforeAll(async () => {
  mkdirSync(scratch.path('talk', 'slides'), { recursive: true });
  writeFileSync(scratch.path('talk', 'slides', '00.md'), OUTLINE);
  browser = await startBrowser();
  await rostrum(['build', scratch.path('talk'), '-o', scratch.path('deck')]);
}, 60_000);
afterEach(async () => {
  expect(tab.problems).toEqual([]);
  await tab.close();
});
afterAll(async () => {
  await browser.close();
  scratch.remove();
});

async function open(slide: string, options: TabOptions = {}): Promise<Page> {
  tab = await openDeck(browser, `${address()}#${slide}`, options);
  return tab.page;
}

async function reload(): Promise<void> {
  await tab.page.reload();
  await waitForStart(tab.page);
}

/** What a screen reader is told of an element and all in it: role, name and states, one line each. */
async function readOut(selector: string): Promise<readonly string[]> {
  const root = await tab.page.waitForSelector(selector);
  const tree = await tab.page.accessibility.snapshot({ interestingOnly: false, ...(root === null ? {} : { root }) });
  const said = ({ role, name, checked, selected, expanded, children = [] }: SerializedAXNode): readonly string[] => {
    const states = Object.entries({ checked, selected, expanded }).flatMap(([state, value]) => (value ? [state] : []));
    return [[role, name, ...states].filter(Boolean).join(' '), ...children.flatMap(said)];
  };
  return tree === null ? [] : said(tree);
}

const textOf = (selector: string): Promise<string> =>
  tab.page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
const isSeen = (selector: string): Promise<boolean> =>
  tab.page.$eval(selector, (element) => getComputedStyle(element).visibility === 'visible');
const focused = (): Promise<string> => tab.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('a quiz', () => {
  test('is answered by keys, and a clicker still turns the slides', async () => {
    const page = await open('port');
    expect(await readOut('#port .quiz')).toEqual(
      expect.arrayContaining(['radiogroup Which lamp shows to port?', 'radio Green', 'radio Red', 'button Check']),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await textOf('#port [role=status]')).toBe('Not right.');
    expect(await isSeen('#port .option:nth-child(1) .option-answer')).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await tab.place()).toMatchObject({ slide: 'port' });
    expect(await isSeen('#port .option:nth-child(1) .option-answer')).toBe(false);
    await page.keyboard.press('Enter');
    expect(await textOf('#port [role=status]')).toBe('Right.');
    expect(await readOut('#port .quiz')).toContain('radio Red checked');
    expect(await tab.press('PageDown')).toMatchObject({ slide: 'lights' });
  });

  test('says what is right and wrong by words, and can be begun again', async () => {
    const page = await open('port');
    await page.click('#port .option:nth-child(1)');
    await page.click('#port .content-button');
    expect(await textOf('#port .option:nth-child(1) .option-answer')).toBe('Wrong Green is starboard.');
    expect(await textOf('#port .option:nth-child(2) .option-answer')).toBe('Right Whoever looks.');
    expect(await page.$eval('#port input', (input) => input.getAttribute('aria-describedby'))).toBe(
      'quiz-port-answer-1',
    );
    expect(await textOf('#port .content-button')).toBe('Try again');
    await page.click('#port .content-button');
    expect(await isSeen('#port .option-answer')).toBe(false);
    expect(await page.$eval('#port input', (input) => input.checked)).toBe(false);
    await page.click('#port .content-button');
    expect(await textOf('#port [role=status]')).toBe('Choose an answer first.');
  });

  test('takes several answers by touch, and says how near they are', async () => {
    const page = await open('lights', { viewport: { width: 1280, height: 720, hasTouch: true } });
    await page.tap('#lights .option:nth-child(1)');
    await page.tap('#lights .option:nth-child(3)');
    await page.tap('#lights .content-button');
    expect(await textOf('#lights [role=status]')).toBe('Not quite: 1 of 2 right answers, 1 wrong.');
    await page.tap('#lights .option:nth-child(3)');
    await page.tap('#lights .option:nth-child(2)');
    await page.tap('#lights .content-button');
    expect(await textOf('#lights [role=status]')).toBe('Right.');
    expect(await readOut('#lights .quiz')).toEqual(
      expect.arrayContaining(['checkbox White ones checked', 'checkbox Blue ones']),
    );
  });

  test('is kept over a reload and in the other view, and scored', RELOADED, async () => {
    const page = await open('port');
    await page.click('#port .option:nth-child(2)');
    await page.click('#port .content-button');
    await page.evaluate(() => window.location.assign('#end'));
    await tab.arrive('end');
    expect(await textOf('#end [role=status]')).toBe('Questions right: 1 of 2');
    await reload();
    expect(await textOf('#end [role=status]')).toBe('Questions right: 1 of 2');
    await page.setViewport({ width: 390, height: 844 });
    await page.waitForSelector('html.is-reading');
    expect(await textOf('#port [role=status]')).toBe('Right.');
    await page.click('#end .content-button');
    expect(await textOf('#end [role=status]')).toBe('Questions right: 0 of 2');
    expect(await textOf('#port [role=status]')).toBe('');
    expect(await page.$eval('#port .option:nth-child(2) input', (input) => (input as HTMLInputElement).checked)).toBe(
      false,
    );
  });

  test('works where the browser keeps nothing', async () => {
    const page = await open('port');
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new Error('forbidden');
        },
      });
    });
    await reload();
    await page.click('#port .option:nth-child(2)');
    await page.click('#port .content-button');
    await page.evaluate(() => window.location.assign('#end'));
    await tab.arrive('end');
    expect(await textOf('#end [role=status]')).toBe('Questions right: 1 of 2');
  });
});

test('an answer that was opened stays open over a reload', RELOADED, async () => {
  const page = await open('row');
  await page.focus('#row summary');
  await page.keyboard.press('Space');
  expect(await tab.place()).toMatchObject({ slide: 'row' });
  expect(await readOut('#row details')).toEqual(
    expect.arrayContaining([expect.stringMatching(/Show the answer expanded/)]),
  );
  await reload();
  expect(await page.$eval('#row details', (details) => details.open)).toBe(true);
});

describe('tabs', () => {
  test('are chosen by keys and clicks, say which is chosen, and are kept over a reload', async () => {
    const page = await open('tabs');
    const tabsNow = async () => (await readOut('#tabs .tabs')).filter((line) => line.startsWith('tab'));
    expect(await tabsNow()).toEqual([
      'tablist Tabs',
      'tab Fixed selected',
      'tab Flashing',
      'tab Occulting',
      'tabpanel Fixed',
    ]);
    const sizes = () => page.$eval('#tabs .tab-panels', (panels) => panels.getBoundingClientRect().height);
    const height = await sizes();
    await page.focus('#tabs .tab');
    for (const [key, name] of [
      ['ArrowRight', 'Flashing'],
      ['End', 'Occulting'],
      ['ArrowRight', 'Fixed'],
      ['ArrowLeft', 'Occulting'],
      ['Home', 'Fixed'],
    ] as const) {
      expect(await tab.press(key)).toMatchObject({ slide: 'tabs' });
      expect(await focused()).toBe(name);
      expect(await tabsNow()).toContain(`tabpanel ${name}`);
    }
    await page.click('#tabs .tab:nth-child(3)');
    expect(await sizes()).toBe(height);
    await reload();
    expect(await tabsNow()).toContain('tab Occulting selected');
  });

  test('come to the front with a step inside them', async () => {
    await open('tabs');
    expect(await tab.press('ArrowRight')).toMatchObject({ slide: 'tabs', step: 1 });
    expect(await readOut('#tabs .tabs')).toContain('tab Flashing selected');
  });

  test('stand under each other in the column to read', async () => {
    const page = await open('tabs', { viewport: { width: 390, height: 844 } });
    const lines = await readOut('#tabs .tabs');
    expect(lines.filter((line) => /^(?:heading|tab)/.test(line))).toEqual([
      'heading Fixed',
      'heading Flashing',
      'heading Occulting',
    ]);
    expect(await page.$$('[role=tabpanel], [role=tablist]')).toEqual([]);
  });
});

describe('a number that counts up', () => {
  test('keeps its name and its room while a copy counts, and is itself at the end', async () => {
    const page = await open('tabs', { moves: true });
    await tab.press('PageDown');
    await tab.press('PageDown');
    await tab.arrive('ships');
    const counting = await page.evaluate(() => {
      const heading = document.querySelector('#ships [data-count-up]');
      const copy = heading?.querySelector('[aria-hidden=true]');
      const own = [...(heading?.childNodes ?? [])]
        .map((node) => (node === copy ? '' : node.firstChild?.textContent))
        .join('');
      return { width: heading?.getBoundingClientRect().width, own, hasCopy: Boolean(copy) };
    });
    expect(counting).toMatchObject({ own: '1,951', hasCopy: true });
    expect(await readOut('#ships [data-count-up]')).toContain('heading 1,951');
    await page.waitForFunction(() => document.querySelector('#ships .count-up-copy') === null);
    expect(await textOf('#ships [data-count-up]')).toBe('1,951');
    const width = await page.$eval('#ships [data-count-up]', (heading) => heading.getBoundingClientRect().width);
    expect(width).toBe(counting.width);
  });

  test('stands still for who wants less motion', async () => {
    const page = await open('tabs');
    await tab.press('PageDown');
    await tab.press('PageDown');
    await tab.arrive('ships');
    expect(await page.$('#ships .count-up-copy')).toBeNull();
    expect(await textOf('#ships [data-count-up]')).toBe('1,951');
  });
});

describe('a countdown', () => {
  /** Lets the clock of the page jump; the deck sees it at its next tick. */
  const pass = (page: Page, seconds: number): Promise<void> =>
    page.evaluate((ms) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + ms;
    }, seconds * 1000);
  const said = (page: Page, text: string) =>
    page.waitForFunction(
      (words) =>
        [...document.querySelectorAll('body > [role=status]')].some(({ textContent }) => textContent === words),
      {},
      text,
    );

  test('is started, paused and set back, and tells the time', async () => {
    const page = await open('exercise');
    expect(await readOut('#exercise .countdown')).toEqual(
      expect.arrayContaining(['timer', 'StaticText 3:00', 'button Start', 'button Reset']),
    );
    await page.click('#exercise .content-button');
    await said(page, '3 minutes left');
    await pass(page, 59.5);
    await said(page, '2 minutes left');
    await page.click('#exercise .content-button');
    expect(await textOf('#exercise .content-button')).toBe('Go on');
    expect(await textOf('#exercise [role=timer]')).toMatch(/^(?:2:00|1:59)$/);
    await page.click('#exercise .content-button:last-child');
    expect(await textOf('#exercise [role=timer]')).toBe('3:00');
  });

  test('goes on over a reload and while other slides show, and ends where it can be seen', RELOADED, async () => {
    const page = await open('exercise');
    await page.click('#exercise .content-button');
    await pass(page, 100);
    await page.waitForFunction(() => document.querySelector('[role=timer]')?.textContent?.startsWith('1:'));
    await page.evaluate(() => window.location.assign('#end'));
    await tab.arrive('end');
    await reload();
    await page.waitForSelector('.countdown-chip');
    expect(await textOf('.countdown-chip')).toMatch(/^[23]:\d\d$/);
    await pass(page, 181);
    await said(page, 'Time is up.');
    expect(await textOf('.countdown-chip')).toBe('Time is up.');
    await page.click('.countdown-chip');
    await tab.arrive('exercise');
    expect(await page.$('.countdown-chip')).toBeNull();
    expect(await textOf('#exercise .countdown-over')).toBe('Time is up.');
  });
});

test('an agenda marks the present part, and leads to the others', async () => {
  const page = await open('where');
  expect(await page.$$eval('#where .agenda a', (links) => links.map((link) => link.ariaCurrent ?? ''))).toEqual([
    '',
    'true',
  ]);
  await page.click('#where .agenda a');
  await tab.arrive('lamps');
});

test('without scripts all can be read, and the answers are closed', async () => {
  const page = await open('port');
  await page.setJavaScriptEnabled(false);
  await page.reload();
  expect(await page.$$('input, button')).toEqual([]);
  expect(await page.$$('.tab-panel')).toHaveLength(3);
  expect(await page.$$('.quiz-answers:not([open]) summary')).toHaveLength(2);
  expect(await page.$('.countdown-time')).not.toBeNull();
});

test('on paper there are the questions without the answers, all tabs, and what opens', async () => {
  await open('port');
  await rostrum(['print', '--talk', scratch.path('talk'), '-o', scratch.path('talk.pdf')]);
  const { pages } = await readPdf(scratch.path('talk.pdf'));
  const text = pages.map((printed) => printed.text).join('\n');
  for (const words of [
    'Green',
    'Red',
    'It never goes out',
    'It is dark for a moment',
    'You are in the channel',
    '3 minutes',
    '1,951',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/starboard|Whoever|Wrong|Check/);
});

test('a deck without any of it carries none of its scripts', async () => {
  await open('port');
  const page = (folder: string): string => readFileSync(scratch.path(folder, 'index.html'), 'utf8');
  writeFileSync(scratch.path('plain.md'), '# A\n\n## B\n\n- c\n');
  await rostrum(['build', scratch.path('plain.md'), '-o', scratch.path('plain')]);
  for (const name of ['option-input', 'tab-list', 'countdown-chip', 'count-up-copy']) {
    expect(page('deck')).toContain(name);
    expect(page('plain')).not.toContain(name);
  }
});
