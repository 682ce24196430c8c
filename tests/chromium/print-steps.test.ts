import { readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck } from './deck-tab.ts';
import { findTags, type PdfPage, type PdfReport, readPdf } from './pdf.ts';
import { readFolder, rostrum } from './rostrum.ts';
import { setUpDecks } from './small-decks.ts';

/** Every way in which a slide can change from step to step. */
const TALK = `---
title: Steps
---

## Lights come and go {#ranges}

- Seen first, with [a link](https://example.org/) {#first step=0-0}
- Seen next, with [a way](#code) {step=1-2}
- Seen last {step=2}
- Seen always

## A lamp in three lines {#code}

\`\`\`ts {1|2-3|all}
const lamp = true;
const red = 1;
const green = 2;
\`\`\`

- With words {.step}

## 灯り {#lamps lang=ja .steps}

- 赤
- 緑

## Some go out of what stays {#nested}

- The quay
    - lit at dusk {step=0-0}
    - dark at dawn
- The mole {step=1}

## The watch goes by the clock {.timeline .steps}

- **1800** A lamp
- **1900** A flame
- **2000** No keeper

## Sides {.steps}

### Port

- Red

### Starboard

- Green

## A pause holds the rest back

The lamp is dark.

. . .

It flashes.

## Read [the first light](#first) again {#still}

It is [there](#ranges).
`;
/** So much of a picture may differ: far less than a word. */
const TOLERANCE = 0.0004;

const decks = setUpDecks({ steps: TALK });

/** What a deck shows at a place. */
interface DeckState {
  readonly place: string;
  readonly text: string;
  readonly picture: Uint8Array;
}

/** In a window other things show than on paper: controls, and no number of the slide. */
const AS_ON_PAPER = `{
  for (const element of document.body.children) if (!element.classList.contains('reveal')) element.style.display = 'none';
  for (const number of document.querySelectorAll('.foot > :last-child')) number.style.visibility = 'visible';
}`;

/** The slide, and how many of its steps have come: those that go and those that point out lines too. */
const PLACE = `{
  const present = document.querySelector('section.present');
  const come = [...present.querySelectorAll('.fragment.visible')].map(({ dataset }) => dataset.fragmentIndex);
  present.id + '+' + new Set(come).size;
}`;

async function takeStates(tab: DeckTab): Promise<readonly DeckState[]> {
  const states: DeckState[] = [];
  const placeNow = async () => String(await tab.page.evaluate(PLACE));
  for (let place = await placeNow(); place !== states.at(-1)?.place; place = await placeNow()) {
    await tab.page.evaluate(AS_ON_PAPER);
    states.push({
      place,
      text: await textIn(tab.page),
      picture: await tab.page.screenshot({ optimizeForSpeed: true }),
    });
    await tab.press('ArrowRight');
  }
  return states;
}

/** Whether the slide of a place has steps. */
const hasSteps = (place: string): boolean => made.deck.some((state) => state.place === place.replace(/\d+$/, '1'));

async function textIn(page: Page): Promise<string> {
  return String(await page.evaluate('document.querySelector("section.present > .slide").innerText'));
}

/** The letters of a text, whatever their order: a PDF has those of a slide in another one. */
const lettersOf = (text: string): string => [...text.replace(/\s+/g, '')].sort().join('');

function differenceOf(one: Uint8Array, other: Uint8Array): number {
  const [first, second] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))];
  expect([second.width, second.height]).toEqual([first.width, first.height]);
  const { width, height } = first;
  return pixelmatch(first.data, second.data, undefined, width, height, { threshold: 0.15 }) / (width * height);
}

/** The talk as its deck shows it step by step, and printed in each way. */
const made = {} as {
  readonly deck: readonly DeckState[];
  readonly pdf: PdfReport;
  readonly film: PdfReport;
  readonly pictures: readonly (readonly [name: string, bytes: Buffer])[];
};

const print = (...args: readonly string[]) => rostrum(['print', 'slides', '--talk', decks.path('steps.md'), ...args]);

// One after the other: each takes all of a machine.
beforeAll(async () => {
  await print('--steps', '-o', decks.path('pages.pdf'));
  await print('--steps=film', '-o', decks.path('film.pdf'));
  Object.assign(made, {
    pdf: await readPdf(decks.path('pages.pdf')),
    film: await readPdf(decks.path('film.pdf')),
  });
});
beforeAll(async () => {
  await print('--png', '--steps', '-o', decks.path('pictures'));
  Object.assign(made, { pictures: [...readFolder(decks.path('pictures'))] });
});
beforeAll(async () => {
  // Letters are at the same places of their dots as in the browser that prints.
  const browser = await startBrowser('--font-render-hinting=none');
  const viewport = { width: 1280, height: 720, deviceScaleFactor: 2 };
  const deck = await takeStates(await openDeck(browser, decks.page('steps'), { viewport }));
  await browser.close();
  Object.assign(made, { deck });
});

describe('each step of a slide', () => {
  test('is a page, with the letters that the deck shows then', () => {
    expect(made.pdf.pages.length).toBe(made.deck.length);
    for (const [index, { place, text }] of made.deck.entries()) {
      expect(lettersOf(made.pdf.pages[index]?.text ?? ''), place).toBe(lettersOf(text));
    }
  });

  test('is a picture, in order by name, that looks as the deck does then', () => {
    const names = made.deck.map(({ place }) => {
      const [slide, step] = place.split('+');
      return hasSteps(place) ? `${slide}.0${step}.png` : `${slide}.png`;
    });
    expect(made.pictures.map(([file]) => file.replace(/^\d{3}-/, ''))).toEqual(names);
    for (const [index, { place, picture }] of made.deck.entries()) {
      const [, taken = picture] = made.pictures[index] ?? [];
      expect(differenceOf(picture, taken), place).toBeLessThan(TOLERANCE);
    }
  });
});

describe('a slide with steps', () => {
  const itemsOf = ({ tags }: PdfPage) => findTags(tags, 'LBody').map(({ text }) => text.replace(/\s+/g, ' ').trim());

  test('has one heading and one bookmark, on the last of its pages', () => {
    const lasts = made.deck.flatMap(({ place }, index) => {
      const next = made.deck[index + 1]?.place ?? '';
      return next.split('+')[0] === place.split('+')[0] ? [] : [index + 1];
    });
    const headings = made.pdf.pages.flatMap(({ tags }, index) => findTags(tags, 'H1').map(() => index + 1));
    expect(headings).toEqual(lasts);
    expect(made.pdf.bookmarks.map(({ page }) => page)).toEqual(lasts);
  });

  test('is read once: what stays on its last page, what goes on the last that shows it', () => {
    expect(made.pdf.pages.slice(0, 4).map(itemsOf)).toEqual([
      ['Seen first, with a link'],
      [],
      ['Seen next, with a way'],
      ['Seen last', 'Seen always'],
    ]);
  });

  test('has each of its links once, and a link to what goes leads to the page that shows it', () => {
    const links = made.pdf.pages.map((page) => page.links.map(({ url, page: target }) => url || target));
    expect(links.filter((list) => list.length > 0)).toEqual([['https://example.org/'], [8], [4, 1]]);
  });

  test('is one page as a film, of the form of A4, on which all is read once', () => {
    const sizes = made.film.pages.map(({ widthPt, heightPt }) => `${widthPt} x ${heightPt}`);
    expect(sizes).toEqual(made.film.bookmarks.map(() => '960 x 678'));
    expect(made.film.pages.map(({ tags }) => findTags(tags, 'H1').length)).toEqual(sizes.map(() => 1));
    expect(made.film.pages.slice(0, 1).map(itemsOf)).toEqual([
      ['Seen last', 'Seen always', 'Seen first, with a link', 'Seen next, with a way'],
    ]);
    expect(made.film.pages.map(({ links }) => links.length)).toEqual([2, 0, 0, 0, 0, 0, 0, 2]);
  });

  test.each(['pages', 'film'])('lets a print of %s claim PDF/UA, though some of it is for the eye alone', (name) => {
    const bytes = readFileSync(decks.path(`${name}.pdf`), 'latin1');
    expect(/<pdfuaid:part\b[^>]*>1</.test(bytes)).toBe(true);
  });
});

describe('what does not fit', () => {
  test.each(['pages', 'film'])('at a step that goes again is told once, with %s', async (how) => {
    const long = decks.path(`long-${how}.md`);
    writeFileSync(long, `## Long\n\n- a {step=1}\n- ${'many words '.repeat(300)} {step=1-1}\n- b {step=2}\n`);
    const failure = await rostrum(['print', 'slides', '--talk', long, `--steps=${how}`]).catch((error) =>
      String(error.stderr),
    );
    expect(String(failure).match(/\(does-not-fit\)/g)).toHaveLength(1);
  });
});
