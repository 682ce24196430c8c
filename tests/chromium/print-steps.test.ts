import { readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeckTab, openDeck } from './deck-tab.ts';
import { findTags, type PdfPage, type PdfReport, readPdf } from './pdf.ts';
import { HARBOUR_TALK, readFolder, rostrum } from './rostrum.ts';
import { setUpDecks } from './small-decks.ts';
import { walk } from './walk.ts';

/** Every way in which a slide can change from step to step that the harbour talk has no slide of. */
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

## Read [the first light](#first) again {#still}

It is [there](#ranges).
`;
/** Letters are drawn at other places of their dots in a window than on a page; so much of a picture may differ. */
const TOLERANCE = 0.005;

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

async function takeStates(tab: DeckTab): Promise<readonly DeckState[]> {
  const states: DeckState[] = [];
  await walk(tab, 'ArrowRight', async (place) => {
    await tab.page.evaluate(AS_ON_PAPER);
    await tab.page.evaluate('document.activeElement?.blur()');
    states.push({ place, text: await textIn(tab.page), picture: await tab.page.screenshot() });
  });
  return states;
}

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

describe.each(['steps', 'harbour'])('the states of the slides of the talk "%s"', (name) => {
  let deck: readonly DeckState[];
  let pdf: PdfReport;
  let pictures: readonly (readonly [string, Buffer])[];

  beforeAll(async () => {
    const talk = name === 'harbour' ? HARBOUR_TALK : decks.path(`${name}.md`);
    if (name === 'harbour') await rostrum(['build', talk, '-o', decks.path(name)]);
    const print = (...args: readonly string[]) => rostrum(['print', 'slides', '--talk', talk, ...args]);
    await print('--steps', '-o', decks.path(`${name}.pdf`));
    await print('--png', '--steps', '-o', decks.path(`${name}-pictures`));
    pdf = await readPdf(decks.path(`${name}.pdf`));
    pictures = [...readFolder(decks.path(`${name}-pictures`))];
    const tab = await openDeck(decks.browser, decks.page(name), {
      viewport: { width: 1280, height: 720, deviceScaleFactor: 2 },
    });
    deck = await takeStates(tab);
    await tab.close();
  });

  test('are a page each, with the letters that the deck shows then', () => {
    expect(pdf.pages.length).toBe(deck.length);
    for (const [index, { place, text }] of deck.entries()) {
      expect(lettersOf(pdf.pages[index]?.text ?? ''), place).toBe(lettersOf(text));
    }
  });

  test('are a picture each, in their order by name, that looks as the deck does then', () => {
    expect(pictures.map(([file]) => file.replace(/^\d{3}-|\.png$|\.01\.png$/g, ''))).toEqual(
      deck.map(({ place }) => place.replace(/\+(\d+)$/, (_, step) => `.0${Number(step) + 1}`)),
    );
    for (const [index, { place, picture }] of deck.entries()) {
      expect(differenceOf(picture, pictures[index]?.[1] ?? picture), place).toBeLessThan(TOLERANCE);
    }
  });

  test('have one heading, one bookmark and one label for each slide, on the last of its pages or for it', () => {
    const lasts = deck.flatMap(({ place }, index) =>
      place.split('+')[0] === deck[index + 1]?.place.split('+')[0] ? [] : [index],
    );
    const withHeading = pdf.pages.flatMap(({ tags }, index) => (findTags(tags, 'H1', 'H2').length > 0 ? [index] : []));
    expect(withHeading.filter((index) => !lasts.includes(index))).toEqual([]);
    const bookmarked = pdf.bookmarks.flatMap(({ page, children }) => [page, ...children.map((child) => child.page)]);
    expect(bookmarked).toEqual(lasts.map((index) => index + 1));
  });
});

describe('a slide with steps in a PDF', () => {
  let pdf: PdfReport;
  let film: PdfReport;
  const print = (how: string) =>
    rostrum(['print', 'slides', '--talk', decks.path('steps.md'), `--steps=${how}`, '-o', decks.path(`${how}.pdf`)]);
  beforeAll(async () => {
    await Promise.all(['pages', 'film'].map(print));
    [pdf, film] = [await readPdf(decks.path('pages.pdf')), await readPdf(decks.path('film.pdf'))];
  });

  const itemsOf = ({ tags }: PdfPage) => findTags(tags, 'LBody').map(({ text }) => text.replace(/\s+/g, ' ').trim());

  test('is read once: what stays on its last page, what goes where it shows last', () => {
    expect(pdf.pages.slice(0, 3).map(itemsOf)).toEqual(
      [['Seen first, with a link'], [], ['Seen next, with a way']].slice(0, 3),
    );
  });

  test('has its links once, and links to what goes lead to where it shows last', () => {
    const links = pdf.pages.map((page) => page.links.map(({ url, page: target }) => url || target));
    expect(links.filter((list) => list.length > 0)).toEqual([['https://example.org/'], [8], [1, 4]]);
  });

  test('claims PDF/UA, with pages that are for the eye alone', () => {
    for (const name of ['pages', 'film']) {
      expect(readFileSync(decks.path(`${name}.pdf`), 'latin1'), name).toContain('<pdfuaid:part>1</pdfuaid:part>');
    }
  });

  test('is one page of the form of A4 as a film, with all that is to be read once', () => {
    expect(film.pages.map(({ widthPt, heightPt }) => [widthPt, heightPt])).toEqual(
      film.pages.map(() => [960, expect.closeTo(678.75, 1)]),
    );
    expect(film.pages.length).toBe(5);
    expect(film.pages.map((page) => findTags(page.tags, 'H1', 'H2').length)).toEqual([1, 1, 1, 1, 1]);
    expect(film.pages.slice(0, 1).flatMap(itemsOf).toSorted()).toEqual([
      'Seen always',
      'Seen first, with a link',
      'Seen last',
      'Seen next, with a way',
    ]);
    expect(film.pages.map(({ links }) => links.length)).toEqual([2, 0, 0, 0, 2]);
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
afterAll(() => {});
