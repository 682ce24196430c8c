import { writeFileSync } from 'node:fs';
import type { SerializedAXNode } from 'puppeteer';
import { describe, expect, test } from 'vitest';
import { type DeckTab, openDeck, RELOADED, waitForStart } from './deck-tab.ts';
import { setUpDecks } from './small-decks.ts';

const TALK = `---
title: Lights of the harbour
lang: en
---

# The lights

## Café lights are not Harbour lights

- Straße and Ångström
- ((not a pattern[ \\ *

## Three steps

- Always there
- A hidden lighthouse {.step}
- A second keeper {.step}

# The keepers

## 東京湾の灯台

- ガイドは必要

## A picture of it

![A chart of the sea lanes](lanes.svg)

Words beside the picture[^1]

[^1]: A footnote about fog.
`;
const LONG = `---\ntitle: Long\nlang: en\n---\n\n${Array.from({ length: 1000 }, (_, index) => `## Slide ${index + 1}\n\n- Words\n`).join('\n')}`;
const TALKS = {
  small: TALK,
  picture: '---\ntitle: A picture\nlang: en\n---\n\n## Words\n\n- Words\n\n---\n\n![All of it](lanes.svg)\n',
  long: LONG,
  german: TALK.replace('lang: en', 'lang: de'),
  japanese: TALK.replace('lang: en', 'lang: ja'),
};
const decks = setUpDecks(TALKS);
writeFileSync(decks.path('lanes.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>');
const FIRST = 'the-lights';
const PHONE = { width: 390, height: 844, hasTouch: true };
const LYING_PHONE = { width: 844, height: 390, hasTouch: true };

/** Runs an expression inside the page. */
async function read<T>(tab: DeckTab, expression: string): Promise<T> {
  return (await tab.page.evaluate(expression)) as T;
}

/** Role and name of all that a screen reader meets, in order. */
async function heard(tab: DeckTab): Promise<readonly string[]> {
  const root = await tab.page.accessibility.snapshot({ interestingOnly: true });
  const flat = (node: SerializedAXNode): readonly string[] => {
    return [`${node.role} ${node.name ?? ''}`.trim(), ...(node.children ?? []).flatMap(flat)];
  };
  return root === null ? [] : flat(root);
}

const openDialog = 'document.querySelector("dialog[open]")?.ariaLabel ?? ""';
const focusName = 'document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()';
const duplicateIds =
  '[...document.querySelectorAll("[id]")].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)';

describe('the control bar', () => {
  test('goes there and back by mouse, says the place, and has names and room for fingers', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.page.click('.bar-next');
    expect(await read(tab, 'document.querySelector(".bar-place").textContent')).toBe('2 / 6 List of slides');
    await tab.page.click('.bar-previous');
    expect((await tab.place()).slide).toBe(FIRST);
    const names = await heard(tab);
    expect(names).toEqual(expect.arrayContaining(['button Previous', 'button Next', 'button More']));
    const sizes = await read<readonly number[]>(
      tab,
      '[...document.querySelectorAll(".bar button:not(.menu button)")].filter((button) => button.offsetWidth > 0).map((button) => Math.min(button.offsetWidth, button.offsetHeight))',
    );
    expect(sizes).toHaveLength(4);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('covers no words, however large the window is', async () => {
    const tab = await openDeck(decks.browser, `${decks.page('small')}#/2`);
    const covered = `(() => {
      const bar = document.querySelector('.bar').getBoundingClientRect();
      const walker = document.createTreeWalker(document.querySelector('.present .slide'), 4);
      const texts = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (getComputedStyle(node.parentElement).visibility === 'hidden') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const isUnder = ({ right, bottom }) => right > bar.left && bottom > bar.top;
        if ([...range.getClientRects()].some(isUnder)) texts.push(node.textContent);
      }
      return texts;
    })()`;
    for (const [width, height] of [
      [1280, 720],
      [1440, 900],
      [1100, 620],
      [1024, 768],
      [1600, 720],
      [800, 450],
      [844, 390],
    ] as const) {
      await tab.page.setViewport({ width, height });
      for (const number of ['2', '6']) {
        await tab.page.keyboard.type(number);
        await tab.press('Enter');
        expect(await read(tab, covered), `${width} x ${height}`).toEqual([]);
      }
      expect(await read(tab, 'document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    }
    await tab.close();
  });

  test('opens its menu by mouse and by touch, moves in it by arrows, and gives the focus back', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'), { viewport: LYING_PHONE });
    await tab.page.tap('.bar-more');
    expect(await read(tab, focusName)).toBe('List of slidesO');
    await tab.page.keyboard.press('ArrowUp');
    expect(await read(tab, focusName)).toBe('Keys?');
    await tab.page.keyboard.press('Escape');
    expect(await read(tab, focusName)).toBe('More');
    await tab.page.tap('.bar-more');
    await tab.page.tap('.menu li:nth-child(2) button');
    expect(await read(tab, openDialog)).toBe('Search and go to');
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('is a small one in the reading view, where its windows open too', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'), { viewport: PHONE });
    for (const [button, title] of [
      ['search', 'Search and go to'],
      ['list', 'List of slides'],
      ['help', 'Keys'],
    ] as const) {
      await tab.page.tap(`.bar-${button}`);
      expect(await read(tab, openDialog)).toBe(title);
      await tab.page.tap('dialog[open] .overlay-close');
    }
    await tab.page.tap('.bar-present');
    await tab.page.waitForSelector('html.is-slides .bar-next');
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('withdraws from a picture that fills its slide until a hand moves, and from nothing else', async () => {
    const tab = await openDeck(decks.browser, `${decks.page('picture')}#/1`);
    const opacity = 'getComputedStyle(document.querySelector(".bar")).opacity';
    await tab.page.waitForSelector('html.is-idle');
    expect(await read(tab, opacity)).toBe('1');
    await tab.press('ArrowRight');
    await tab.page.waitForSelector('html.is-idle');
    expect(await read(tab, opacity)).toBe('0');
    await tab.page.mouse.move(200, 200);
    await tab.page.waitForFunction(`${opacity} === '1'`);
    await tab.close();
  });

  test('shows how far each section of the talk has come, to the eye alone', async () => {
    const tab = await openDeck(decks.browser, `${decks.page('small')}#/2`);
    const widths = '[...document.querySelectorAll(".progress-done")].map(({ style }) => style.width)';
    expect(await read(tab, widths)).toEqual(['66.6667%', '0%']);
    expect(await read(tab, 'document.querySelectorAll(".progress-section.is-present").length')).toBe(1);
    expect(await read(tab, 'document.querySelector(".talk-progress").ariaHidden')).toBe('true');
    await tab.close();
  });
});

describe('keys', () => {
  test('go to the number that was typed before Enter, and to the last slide when there are not so many', async () => {
    const tab = await openDeck(decks.browser, decks.page('long'));
    await tab.page.keyboard.type('437');
    expect(await read(tab, 'document.querySelector(".bar-place").textContent')).toContain('437');
    expect((await tab.press('Enter')).hash).toBe('#/slide-437');
    await tab.page.keyboard.type('2');
    await tab.press('Escape');
    await tab.press('Enter');
    expect((await tab.place()).hash).toBe('#/slide-437');
    await tab.page.keyboard.type('99999');
    expect((await tab.press('Enter')).hash).toBe('#/slide-1000');
    await tab.close();
  });

  test.each([
    ['small', 'Keys', 'Next', 'Page Down'],
    ['german', 'Tasten', 'Weiter', 'Bild ↓'],
    ['japanese', 'キー操作', '次へ', 'スペース'],
  ])('are all on the sheet, in the language of the %s talk', async (name, title, next, key) => {
    const tab = await openDeck(decks.browser, decks.page(name));
    await tab.press('?');
    expect(await read(tab, openDialog)).toBe(title);
    const names = await heard(tab);
    expect(names).toContain(`heading ${title}`);
    expect(names.some((text) => text.endsWith(next))).toBe(true);
    const text = await read<string>(tab, 'document.querySelector("dialog[open]").textContent');
    expect(text).toContain(key);
    // A word without a text would be its name, such as go-number.
    expect(text).not.toMatch(/[a-z]+-[a-z]+(?:-[a-z]+)?(?=[A-Z←→]|$)/);
    expect(await read(tab, duplicateIds)).toEqual([]);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test(
    'of one letter can be turned off, for this talk and over a reload; the others still work',
    RELOADED,
    async () => {
      const tab = await openDeck(decks.browser, decks.page('small'));
      await tab.press('?');
      await tab.page.click('.key-switch');
      await tab.press('Escape');
      expect((await tab.press('n')).slide).toBe(FIRST);
      await tab.page.reload();
      await waitForStart(tab.page);
      await tab.press('n');
      await tab.press('o');
      await tab.page.keyboard.type('3');
      await tab.press('Enter');
      expect(await read(tab, openDialog)).toBe('');
      expect((await tab.press('PageDown')).hash).toBe('#/café-lights-are-not-harbour-lights');
      await tab.page.click('.bar-more');
      await tab.page.click('.menu li:last-child button');
      await tab.page.click('.key-switch');
      await tab.press('Escape');
      expect((await tab.press('n')).hash).toBe('#/three-steps');
      await tab.close();
    },
  );

  test('close what is on top and nothing else by Escape', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('l');
    await tab.press('d');
    await tab.page.click('.bar-more');
    const open =
      '[".laser", ".drawing-tools", ".menu:not([hidden])"].filter((name) => document.querySelector(name) !== null).length';
    for (const left of [2, 1, 0, 0]) {
      await tab.press('Escape');
      expect(await read(tab, open)).toBe(left);
    }
    await tab.close();
  });

  test('do not move slides below an open window', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('?');
    await tab.press('ArrowRight');
    await tab.press('End');
    expect((await tab.place()).slide).toBe(FIRST);
    await tab.close();
  });
});

describe('the list of slides', () => {
  test('has a picture of each slide, by section, and marks the present one', async () => {
    const tab = await openDeck(decks.browser, `${decks.page('small')}#/3`);
    await tab.press('o');
    const names = await heard(tab);
    expect(names.filter((name) => /^(?:heading|button)/.test(name))).toEqual([
      'heading List of slides',
      'button Close',
      'heading The lights',
      ...['button 1 The lights', 'button 2 Café lights are not Harbour lights', 'button 3 Three steps'],
      'heading The keepers',
      ...['button 4 The keepers', 'button 5 東京湾の灯台', 'button 6 A picture of it'],
    ]);
    expect(await read(tab, 'document.querySelector(".entry[aria-current=true]").textContent')).toBe('3 Three steps');
    await tab.page.waitForFunction(
      '[...document.querySelectorAll(".slide-picture")].every(({ shadowRoot }) => shadowRoot?.querySelector(".slide"))',
    );
    expect(await read(tab, duplicateIds)).toEqual([]);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('is walked by arrows, and Enter takes the focus to the slide', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('o');
    await tab.press('ArrowRight');
    await tab.press('ArrowDown');
    expect(await read(tab, focusName)).toBe('5 東京湾の灯台');
    await tab.press('ArrowUp');
    expect(await read(tab, focusName)).toBe('2 Café lights are not Harbour lights');
    await tab.press('End');
    expect((await tab.press('Enter')).slide).toBe('a-picture-of-it');
    expect(await read(tab, 'document.activeElement.id')).toBe('a-picture-of-it');
    await tab.close();
  });

  test('opens with 1,000 slides, of which it draws those that show', async () => {
    const tab = await openDeck(decks.browser, `${decks.page('long')}#/500`);
    await tab.press('o');
    await tab.page.waitForFunction('document.querySelectorAll(".entry")[499].firstElementChild.shadowRoot !== null');
    const drawn =
      '[...document.querySelectorAll(".slide-picture")].filter(({ shadowRoot }) => shadowRoot !== null).length';
    expect(await read<number>(tab, drawn)).toBeLessThan(100);
    expect(await read(tab, 'document.querySelectorAll(".entry").length')).toBe(1000);
    await tab.close();
  });
});

describe('the search', () => {
  const lights = '2 Café lights are not Harbour lights';
  const QUERIES: readonly (readonly [string, readonly string[]])[] = [
    ['cafe', [lights]],
    ['STRASSE', [lights]],
    ['angstrom', [lights]],
    ['((', [lights]],
    ['[', [lights]],
    ['\\', [lights]],
    ['harbour not', [lights]],
    ['灯台', ['5 東京湾の灯台']],
    ['ガイド', ['5 東京湾の灯台']],
    ['カイド', []],
    ['fog', ['6 A picture of it']],
    ['chart of sea', ['6 A picture of it']],
    ['lighthouse', ['3 Three steps']],
    ['5', ['5 東京湾の灯台']],
    ['nothing like it', []],
    ['<b>', []],
  ];

  test('finds words anywhere on slides, whatever their case, accents and signs, and counts the slides', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('/');
    for (const [query, expected] of QUERIES) {
      await read(tab, 'document.querySelector(".search-input").select()');
      await tab.page.keyboard.type(query);
      const found = await read<readonly string[]>(
        tab,
        `[...document.querySelectorAll(".search-entry")].map((entry) =>
          [".entry-number", ".entry-title"].map((name) => entry.querySelector(name).textContent).join(" "))`,
      );
      expect(found, query).toEqual(expected);
      const status = await read(tab, 'document.querySelector(".search [role=status]").textContent');
      expect(status).toBe(expected.length === 0 ? 'Nothing found' : `Slides found: ${expected.length}`);
    }
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('goes to the step that shows the words, and marks them for a moment', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('g');
    await tab.page.keyboard.type('second keeper');
    expect(await read(tab, '[...document.querySelectorAll(".search-excerpt mark")].map((m) => m.textContent)')).toEqual(
      ['second', 'keeper'],
    );
    await tab.press('Enter');
    expect(await tab.place()).toMatchObject({ slide: 'three-steps', step: 2 });
    const marked = '[...CSS.highlights.get("found")].map((range) => range.toString())';
    expect(await read(tab, marked)).toEqual(['second', 'keeper']);
    const ground =
      'getComputedStyle(document.querySelector("section.present li"), "::highlight(found)").backgroundColor';
    expect(await read(tab, ground)).toMatch(/^rgb\(/);
    expect(tab.problems).toEqual([]);
    await tab.close();
  });

  test('is a labelled field, with a list that arrows lead into', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('/');
    await tab.page.keyboard.type('the');
    expect(await heard(tab)).toContain('textbox Words on a slide, or its number');
    await tab.press('ArrowDown');
    expect(await read(tab, 'document.activeElement.className')).toBe('search-entry');
    await tab.press('ArrowUp');
    expect(await read(tab, 'document.activeElement.className')).toBe('search-input');
    await tab.press('Escape');
    expect(await read(tab, openDialog)).toBe('');
    await tab.close();
  });
});

describe('the black screen', () => {
  test.each(['b', '.', 'ArrowRight', 'Escape', 'a'] as const)(
    'comes by b and goes by %s, which moves nothing',
    async (key) => {
      const tab = await openDeck(decks.browser, decks.page('small'));
      await tab.press('b');
      expect(await heard(tab)).toEqual(
        expect.arrayContaining([
          'dialog Black screen',
          'button The screen is black. Any key or a tap brings the slides back.',
        ]),
      );
      expect((await heard(tab)).some((name) => name === 'heading The lights')).toBe(false);
      await tab.press(key);
      expect(await read(tab, openDialog)).toBe('');
      expect((await tab.place()).slide).toBe(FIRST);
      await tab.close();
    },
  );

  test('goes by a click', async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('.');
    await tab.page.mouse.click(300, 300);
    expect(await read(tab, openDialog)).toBe('');
    await tab.close();
  });
});

test('the pointer follows the mouse, lets clicks through, and says that it is on', async () => {
  const tab = await openDeck(decks.browser, decks.page('small'));
  await tab.press('l');
  expect(await read(tab, 'document.querySelector(".status").textContent')).toBe('Pointer on');
  await tab.page.mouse.move(321, 123);
  expect(await read(tab, 'document.querySelector(".laser").style.transform')).toBe('translate(321px, 123px)');
  await tab.page.click('.bar-next');
  expect((await tab.place()).slide).toBe('café-lights-are-not-harbour-lights');
  await tab.press('l');
  expect(await read(tab, 'document.querySelector(".laser")')).toBeNull();
  expect(tab.problems).toEqual([]);
  await tab.close();
});

test('nothing of the windows is in the page before it is used', async () => {
  const tab = await openDeck(decks.browser, decks.page('small'));
  expect(
    await read(tab, 'document.querySelectorAll("dialog, .laser, .drawing, .drawing-tools, .menu li").length'),
  ).toBe(0);
  await tab.close();
});
