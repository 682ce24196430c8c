import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, readFolder, rostrum } from './rostrum.ts';
import { openBoth, says } from './speaker-windows.ts';

/** Two blocks of code and other steps on one slide, with what is said at each; and code that a click shows. */
const TALK = `---
title: Steps
---

## Two blocks and a list {#two}

\`\`\`ts {1|2-3|all}
const lamp = true;
const red = 1;
const green = 2;
\`\`\`

- With words {.step}

\`\`\`ts {1|2}
const day = 1;
const night = 2;
\`\`\`

Note:
said-at-first

said-with-colours {step=1}

said-with-all {step=2}

said-with-words {step=3}

said-at-night {step=4}

## Code that waits {#waits .points}

- First the words {.step}

\`\`\`ts {2|1|2} {.step}
const port = 'left';
const starboard = 'right';
\`\`\`

Note:
said-before

. . .

said-with-the-words

. . .

said-with-the-code

said-with-port {step=3}

said-in-the-end {step=4}
`;
/** How many clicks each slide has. */
const CLICKS: Readonly<Record<string, number>> = { two: 4, waits: 4 };

/** What is to be seen at a step of a slide. */
interface Seen {
  /** The lines of code that are lit, of each block those that show. */
  readonly lit: readonly (readonly string[])[];
  /** What the speaker's window says, and the notes that it marks. */
  readonly step: string;
  readonly next: string;
  readonly note: string;
  /** The lit lines of its two small pictures. */
  readonly previews: readonly (readonly (readonly string[])[])[];
}

const scratch = createScratchFolder();
const file = scratch.path('talk.md');
/** By the slide, from before the first click on. */
const seen = new Map<string, readonly Seen[]>();
let browser: Browser;

afterAll(async () => {
  await browser?.close();
  scratch.remove();
});

/** Runs in a page: the lit lines of each block of code that shows. */
function readLit(root: ParentNode): readonly (readonly string[])[] {
  const blocks = [...root.querySelectorAll('pre')].filter((code) => getComputedStyle(code).visibility === 'visible');
  return blocks.map((code) =>
    [...code.querySelectorAll('.is-lit')].map(({ textContent }) => textContent?.trim() ?? ''),
  );
}

async function readSeen(projector: Page, speaker: Page): Promise<Seen> {
  const textOf = (part: string) =>
    speaker.$eval(`[data-part="${part}"]`, ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const read = `(${String(readLit)})`;
  const preview = (part: string) =>
    speaker.evaluate(`${read}(document.querySelector('[data-part="${part}"]').shadowRoot)`);
  return {
    lit: (await projector.evaluate(`${read}(document.querySelector('section.present'))`)) as Seen['lit'],
    step: await textOf('step'),
    next: await textOf('next-title'),
    note: await speaker.$eval('.note.is-shown .is-present', ({ textContent }) => textContent?.trim() ?? ''),
    previews: (await Promise.all([preview('now'), preview('next')])) as Seen['previews'],
  };
}

/** The rows of a page of a PDF, each the words at one height from the left to the right. */
async function readRows(path: string, number: number): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const page = await (await task.promise).getPage(number);
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, left: item.transform[4], base: item.transform[5] }]
      : [],
  );
  const rows: (typeof words)[] = [];
  for (const word of words.toSorted((one, other) => other.base - one.base)) {
    const row = rows.at(-1);
    // The marks are smaller than the code, and stand a little higher.
    if (row && Math.abs((row[0]?.base ?? 0) - word.base) < 3) row.push(word);
    else rows.push([word]);
  }
  await task.destroy();
  return rows.map((row) => {
    const inOrder = row.toSorted((one, other) => one.left - other.left);
    return inOrder
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, '');
  });
}

/** The marks of lines of code on a page: what stands behind the semicolon. */
async function readMarks(path: string, number: number): Promise<ReadonlyMap<string, string>> {
  const rows = await readRows(path, number);
  return new Map(
    rows.flatMap((row) => {
      const [, line = '', mark = ''] = /^\d(const.*;)([\d,]+)$/.exec(row) ?? [];
      return mark === '' ? [] : [[line, mark] as const];
    }),
  );
}

beforeAll(async () => {
  writeFileSync(file, TALK);
  await rostrum(['build', file, '--speaker', '-o', scratch.path('speaker')]);
  browser = await startBrowser();
  const { projector, speaker } = await openBoth(browser, `${pathToFileURL(scratch.path('speaker')).href}/`);
  for (const [slide, clicks] of Object.entries(CLICKS)) {
    const states: Seen[] = [];
    for (let step = 0; step <= clicks; step += 1) {
      await says(speaker, 'step', step === 0 ? `· before step 1 of ${clicks}` : `· step ${step} of ${clicks}`);
      states.push(await readSeen(projector, speaker));
      await projector.keyboard.press('ArrowRight');
    }
    seen.set(slide, states);
  }
});
beforeAll(async () => {
  await rostrum(['print', 'all', '--talk', file, '-o', scratch.path('papers'), '--per-page', '1']);
});
beforeAll(async () => {
  await rostrum(['print', 'slides', '--talk', file, '--steps', '-o', scratch.path('steps.pdf')]);
  await rostrum(['print', 'slides', '--talk', file, '--steps=film', '-o', scratch.path('film.pdf')]);
  await rostrum(['print', 'slides', '--talk', file, '--steps', '--png', '-o', scratch.path('pictures')]);
});

describe('the clicks of a deck', () => {
  test('light the lines of code in their order, the first before any click', () => {
    const lit = (slide: string) => seen.get(slide)?.map((state) => state.lit.map((lines) => lines.join(' ')));
    const [lamp, day] = ['const lamp = true;', 'const day = 1;'];
    expect(lit('two')).toEqual([
      [lamp, day],
      ['const red = 1; const green = 2;', day],
      ['', day],
      ['', day],
      ['', 'const night = 2;'],
    ]);
    const [port, starboard] = ["const port = 'left';", "const starboard = 'right';"];
    expect(lit('waits')).toEqual([[], [], [starboard], [port], [starboard]]);
  });

  test('are counted by the speaker\u2019s window, which marks the notes of each and shows the next', () => {
    const notes = {
      two: ['said-at-first', 'said-with-colours', 'said-with-all', 'said-with-words', 'said-at-night'],
      waits: ['said-before', 'said-with-the-words', 'said-with-the-code', 'said-with-port', 'said-in-the-end'],
    };
    for (const [slide, said] of Object.entries(notes)) {
      const states = seen.get(slide) ?? [];
      expect(states.map(({ note }) => note)).toEqual(said);
      const next = states.slice(1).map((_, step) => `Next: step ${step + 1}`);
      expect(states.slice(0, -1).map((state) => state.next)).toEqual(next);
      expect(states.map(({ previews }) => previews[0])).toEqual(states.map(({ lit }) => lit));
      expect(states.slice(0, -1).map(({ previews }) => previews[1])).toEqual(states.slice(1).map(({ lit }) => lit));
    }
  });
});

describe('paper', () => {
  /** On which page of each kind the two slides are. */
  const papers = { slides: [1, 2], notes: [1, 2], handout: [2, 3], article: [1, 1] } as const;

  test.each(Object.entries(papers))(
    'of %s has the number of each click at the first line that it lights',
    async (paper, pages) => {
      const path = scratch.path('papers', `${paper}.pdf`);
      const marks = await Promise.all([...new Set(pages)].map((page) => readMarks(path, page)));
      const expected = [...seen.values()].map(linesLit);
      expect(expected.map(({ size }) => size)).toEqual([2, 2]);
      expect(inOrder(marks)).toEqual(inOrder(expected));
    },
  );

  const inOrder = (marks: readonly ReadonlyMap<string, string>[]): readonly string[] =>
    marks.flatMap((lines) => [...lines].map(([line, mark]) => `${line} ${mark}`)).toSorted();

  /** The first line of what each click lights, with the numbers of its clicks. */
  function linesLit(states: readonly Seen[]): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [step, { lit }] of states.entries()) {
      for (const [block, [first = '']] of lit.entries()) {
        if (step === 0 || first === '' || first === states[step - 1]?.lit[block]?.[0]) continue;
        const line = first.replace(/\s+/g, '');
        found.set(line, found.has(line) ? `${found.get(line)},${step}` : String(step));
      }
    }
    return found;
  }

  test('of notes has the step of each before it, and nothing before what is said at first', async () => {
    const { pages } = await readPdf(scratch.path('papers', 'notes.pdf'));
    for (const [index, states] of [...seen.values()].entries()) {
      const text = states.map(({ note }, step) => (step === 0 ? note : `Step ${step} ${note}`)).join(' ');
      expect(pages[index]?.text).toContain(text);
      expect(pages[index]?.text).not.toContain(`Step ${states.length}`);
    }
  });

  test('step by step names its pages and pictures by the click', async () => {
    const { labels } = await readPdf(scratch.path('steps.pdf'));
    expect(labels).toEqual(['1', '1.1', '1.2', '1.3', '1.4', '2', '2.1', '2.2', '2.3', '2.4']);
    const names = [...readFolder(scratch.path('pictures')).keys()];
    const [first, second] = [1, 2].map((number) => names.filter((name) => name.startsWith(`00${number}`)));
    expect(first).toEqual([0, 1, 2, 3, 4].map((step) => `001-two.0${step}.png`));
    expect(second).toEqual([0, 1, 2, 3, 4].map((step) => `002-waits.0${step}.png`));
  });

  test('as a film has the number of its click at each small picture but the first, and the last is large', async () => {
    const { pages } = await readPdf(scratch.path('film.pdf'));
    expect(pages.map(({ text }) => / (\d(?: \d)+)$/.exec(text)?.[1])).toEqual(['1 1 2 3', '2 1 2 3']);
  });
});
