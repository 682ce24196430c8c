import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareTalk } from '../../src/commands/prepare.ts';
import type { Printable } from '../../src/deck/deck.ts';
import { renderNotes } from '../../src/deck/notes-pages.ts';
import { frameSlides } from '../../src/deck/sheets.ts';
import { renderSlides } from '../../src/deck/slide-pages.ts';
import { thisMachine } from '../print/samples.ts';
import { startBrowser } from './browser.ts';
import { measureContrast, type TextContrast } from './contrast.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { type Site, serveFolder } from './site.ts';
import { writeLanguageTalk } from './talks.ts';

const NIGHT_THEME = `name: night
tokens:
  color:
    paper: "#0d1117"
    ink: "#e6edf3"
    muted: "#9aa7b4"
    rule: "#30363d"
    wash: "#161b22"
    mark: "#3b3000"
    accent: "#ffa657"
    accent-text: "#ffb27a"
    ground: "#000000"
    on-ground: "#ffffff"
    on-ground-muted: "#bbbbbb"
    code-keyword: "#ff7b72"
    code-text: "#a5d6ff"
    code-value: "#79c0ff"
    series-1: "#58a6ff"
    series-2: "#ffa657"
    glow: "#f0d060"
`;
/** What a theme may do with its colours: text on its ground, names of its own, a gradient behind slides. */
const NIGHT_CSS = `
.slide.slide.slide { background: linear-gradient(#0d1117, #000000); }
.slide-section .heading { color: var(--color-on-ground); }
.slide .side { background: var(--color-ground); color: var(--color-on-ground); }
.slide-quote blockquote { color: var(--color-glow); }
`;
/** In a light theme, text on the dark ground, and in its colour. */
const DAY_CSS = `
.slide-section .heading { color: var(--color-on-ground); }
.slide .quotation-speaker { background: var(--color-ground); color: var(--color-on-ground); }
.slide-points .heading { color: var(--color-ground); }
`;
const OUTLINE = `# The night {background=#000000}

## A picture of it {background=dark.svg}

- With <mark>marks</mark>, \`code\` and [a link](https://example.org)

## Port and starboard

### Port

- Red

### Starboard

- Green

## Lights

::: {.chart type=bar mark=Red}
| lamp  | dark | fog |
| ----- | ---: | --: |
| Red   |   12 |   4 |
| Green |    9 |   3 |
:::

## Code {.code}

\`\`\`js {2}
const lamp = 'red'; // seen
const seen = 12;
\`\`\`

## A quotation {.quote}

> Keep the lamp trimmed.

A keeper

## A note

> [!WARNING]
> The lamp is dark.

::: notes
Look *up*, and \`out\`.
:::
`;

/** Half of it is black, half white. */
const DARK_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/><path fill="#fff" d="M0 0h8v9H0z"/></svg>';

const scratch = createScratchFolder();
const NIGHT = scratch.path('night');
const DAY = scratch.path('day');
const LANGUAGE = scratch.path('language');
let browser: Browser;
let page: Page;
let site: Site;

beforeAll(async () => {
  write(NIGHT, {
    'slides/talk.yaml': 'title: The night\ntheme: night\n',
    'slides/00.md': OUTLINE,
    'slides/dark.svg': DARK_PICTURE,
    'templates/night/theme.yaml': NIGHT_THEME,
    'templates/night/theme.css': NIGHT_CSS,
  });
  write(DAY, {
    'slides/talk.yaml': 'title: The day\ntheme: day\n',
    'slides/00.md': OUTLINE,
    'slides/dark.svg': DARK_PICTURE,
    'templates/day/theme.yaml': 'name: day\n',
    'templates/day/theme.css': DAY_CSS,
  });
  writeLanguageTalk(LANGUAGE);
  mkdirSync(scratch.path('pages'));
  site = await serveFolder(scratch.path('pages'));
  browser = await startBrowser();
  page = await browser.newPage();
  await page.emulateMediaType('print');
});

afterAll(async () => {
  await browser.close();
  await site.close();
  scratch.remove();
});

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, content);
  }
}

/** Opens the page that a print is made of. */
async function openPrint(name: string, { parts, assets }: Printable): Promise<void> {
  write(scratch.path('pages', name), { 'index.html': parts.join(''), ...Object.fromEntries(assets) });
  await page.goto(`${site.address}${name}/`);
  await page.evaluate('document.fonts.ready');
}

function prepare(talk: string, ink: boolean) {
  const context = { host: thisMachine(), version: '', say: () => {}, progress: () => {}, lap: () => {} };
  return prepareTalk(context, { talk, ink, speaker: true });
}

/** The contrast of all text on the slides of a talk. */
async function contrastOfSlides(name: string, talk: string, ink = true): Promise<readonly TextContrast[]> {
  await openPrint(name, renderSlides(thisMachine(), await prepare(talk, ink)).value);
  return measureContrast(page, 'body > .page');
}

const below = (texts: readonly TextContrast[], least: number): readonly string[] =>
  texts.filter(({ contrast }) => contrast < least).map(({ text, contrast }) => `${contrast.toFixed(2)}: ${text}`);

describe('all text of slides that save ink has a contrast of 4.5:1', () => {
  test.each([
    ['the shipped talk', SHIPPED_TALK, 80],
    ['a talk with every word of the language', LANGUAGE, 250],
    ['a talk with a dark theme of its own', NIGHT, 20],
    ['a talk with a light theme of its own', DAY, 20],
  ])(
    'in %s',
    async (name, talk, least) => {
      const texts = await contrastOfSlides(name.replaceAll(' ', '-'), talk);
      expect(texts.length).toBeGreaterThan(least);
      expect(below(texts, 4.5)).toEqual([]);
    },
    180_000,
  );

  test('and on sheets of paper, with notes', async () => {
    const host = thisMachine();
    const prepared = await prepare(NIGHT, true);
    if (prepared.notes === null) throw new Error('there are no notes');
    const parts = { ...prepared, notes: prepared.notes, frames: frameSlides(prepared) };
    const paper = { name: 'A4', isLandscape: false } as const;
    await openPrint('sheets', renderNotes(host, parts, paper, new Set(['speaker'])).value);
    const texts = await measureContrast(page, 'body > .sheet');
    expect(texts.map(({ text }) => text)).toContain('out');
    expect(below(texts, 4.5)).toEqual([]);
  });

  test('which is not taken for granted: a pale heading is found', async () => {
    await openPrint('pale', renderSlides(thisMachine(), await prepare(NIGHT, true)).value);
    await page.evaluate(`document.querySelector('.heading').style.setProperty('color', '#999999')`);
    expect(below(await measureContrast(page, 'body > .page'), 4.5)).toEqual(['2.85: The night']);
  });
});

test.each([
  ['on white, whatever a theme puts behind them', true, ['none rgb(255, 255, 255)', 'none rgba(0, 0, 0, 0)']],
  [
    'on what the theme puts there, when no ink is saved',
    false,
    expect.arrayContaining([expect.stringMatching(/gradient/)]),
  ],
])('slides stand %s', async (name, ink, expected) => {
  await openPrint(name.replaceAll(' ', '-'), renderSlides(thisMachine(), await prepare(NIGHT, ink)).value);
  const grounds = await page.evaluate(`[...document.querySelectorAll('.slide')].map((slide) => {
    const { backgroundImage, backgroundColor } = getComputedStyle(slide);
    return backgroundImage + ' ' + backgroundColor;
  })`);
  expect([...new Set(grounds as readonly string[])]).toEqual(expected);
});

describe('a PDF that saves ink', () => {
  /** All colours that a PDF fills with, as #rrggbb. */
  async function fillsOf(file: string): Promise<ReadonlySet<string>> {
    const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
    const pdf = await task.promise;
    const fills = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
      for (const [index, operator] of fnArray.entries()) {
        if (operator === OPS.setFillRGBColor) fills.add(String(argsArray[index][0]));
      }
    }
    await task.destroy();
    return fills;
  }

  test('has the text, the links and the bookmarks of the other, and none of its dark grounds', async () => {
    const [ink, full] = [scratch.path('ink.pdf'), scratch.path('full.pdf')];
    await rostrum(['print', 'slides', '--talk', NIGHT, '--ink', '-o', ink]);
    await rostrum(['print', 'slides', '--talk', NIGHT, '-o', full]);
    const [saved, whole] = [await readPdf(ink), await readPdf(full)];
    const facts = ({ pages, bookmarks }: typeof saved) => ({
      bookmarks,
      pages: pages.map(({ text, links }) => ({ text, links })),
    });
    expect(facts(saved)).toEqual(facts(whole));
    expect(await fillsOf(full)).toContain('#e6edf3');
    const fills = await fillsOf(ink);
    for (const color of ['#0d1117', '#161b22', '#e6edf3', '#ffa657']) expect(fills).not.toContain(color);
    expect(fills).toContain('#000000');
  });
});
