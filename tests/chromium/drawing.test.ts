import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { SerializedAXNode } from 'puppeteer';
import { expect, test } from 'vitest';
import { type DeckTab, openDeck, RELOADED, waitForStart } from './deck-tab.ts';
import { setUpDecks } from './small-decks.ts';

const TALK = `---
title: Drawn upon
lang: en
---

## The first

- Words

## The second {background=#202020}

- More words
`;
const decks = setUpDecks({ small: TALK });

/** Draws a line by mouse. */
async function drawLine(tab: DeckTab, fromX: number, toX: number): Promise<void> {
  await tab.page.mouse.move(fromX, 300);
  await tab.page.mouse.down();
  await tab.page.mouse.move(toX, 300, { steps: 4 });
  await tab.page.mouse.up();
}

/** The lines on the slide that shows, by pen, and where they begin and end in px of the window. */
async function lines(tab: DeckTab): Promise<readonly (readonly [string, number, number])[]> {
  const all = `[...document.querySelectorAll('.present > .drawing path')].map((path) => {
    const { left, right } = path.getBoundingClientRect();
    return [path.getAttribute('class'), Math.round(left), Math.round(right)];
  })`;
  return (await tab.page.evaluate(all)) as readonly (readonly [string, number, number])[];
}

/** What a screen reader meets in the toolbar. */
async function toggles(tab: DeckTab): Promise<readonly SerializedAXNode[]> {
  const root = await tab.page.accessibility.snapshot({ interestingOnly: false });
  const flat = (node: SerializedAXNode): readonly SerializedAXNode[] => [node, ...(node.children ?? []).flatMap(flat)];
  const toolbar = root === null ? undefined : flat(root).find(({ role }) => role === 'toolbar');
  return toolbar === undefined ? [] : flat(toolbar).filter(({ role }) => role === 'button');
}

const disabled =
  '[...document.querySelectorAll(".drawing-tools [aria-disabled=true]")].map(({ ariaLabel }) => ariaLabel)';

test('draws by mouse in three pens, takes back, and clears one slide', async () => {
  const tab = await openDeck(decks.browser, decks.page('small'));
  await tab.press('d');
  expect(await tab.page.evaluate(disabled)).toEqual(['Undo', 'Clear this slide', 'Save the drawing as a picture']);
  await drawLine(tab, 200, 400);
  await tab.page.click('[aria-label="Dark pen"]');
  await drawLine(tab, 300, 600);
  expect(await lines(tab)).toEqual([
    ['pen-accent', 200, 400],
    ['pen-ink', 300, 600],
  ]);
  await tab.page.keyboard.down('Control');
  await tab.press('z');
  await tab.page.keyboard.up('Control');
  expect(await lines(tab)).toHaveLength(1);
  await tab.page.click('[aria-label="Clear this slide"]');
  expect(await lines(tab)).toEqual([]);
  await tab.page.click('[aria-label="Undo"]');
  expect(await lines(tab)).toHaveLength(1);
  expect(tab.problems).toEqual([]);
  await tab.close();
});

test(
  'keeps each drawing on its slide, through steps away, another size of the window, and a reload',
  RELOADED,
  async () => {
    const tab = await openDeck(decks.browser, decks.page('small'));
    await tab.press('d');
    await drawLine(tab, 200, 400);
    await tab.press('ArrowRight');
    expect(await lines(tab)).toEqual([]);
    await drawLine(tab, 500, 900);
    await tab.press('Escape');
    await drawLine(tab, 100, 900);
    expect(await lines(tab)).toEqual([['pen-accent', 500, 900]]);
    await tab.page.setViewport({ width: 640, height: 640 });
    await tab.page.waitForFunction(
      'document.querySelector(".present > .drawing").getBoundingClientRect().width === 640',
    );
    expect(await lines(tab)).toEqual([['pen-accent', 250, 450]]);
    await tab.page.setViewport({ width: 1280, height: 720 });
    await tab.page.reload();
    await waitForStart(tab.page);
    expect(await lines(tab)).toEqual([['pen-accent', 500, 900]]);
    await tab.press('ArrowLeft');
    expect(await lines(tab)).toEqual([['pen-accent', 200, 400]]);
    await tab.press('r');
    await tab.page.waitForSelector('html.is-reading');
    expect(await tab.page.evaluate('getComputedStyle(document.querySelector(".drawing")).display')).toBe('none');
    expect(tab.problems).toEqual([]);
    await tab.close();
  },
);

test('draws by finger, which turns no slide while one draws', async () => {
  const viewport = { width: 1280, height: 720, hasTouch: true };
  const tab = await openDeck(decks.browser, decks.page('small'), { viewport });
  await tab.press('d');
  const touch = await tab.page.touchscreen.touchStart(900, 300);
  await touch.move(600, 300);
  await touch.move(300, 300);
  await touch.end();
  expect((await tab.place()).slide).toBe('the-first');
  expect(await lines(tab)).toEqual([['pen-accent', 300, 900]]);
  await tab.close();
});

test('has a toolbar that keys come into, move in and leave', async () => {
  const tab = await openDeck(decks.browser, decks.page('small'));
  await tab.press('d');
  expect(await tab.page.evaluate('document.querySelector(".status").textContent')).toBe('Drawing. Escape ends it.');
  const focus = async () => tab.page.evaluate('document.activeElement.ariaLabel');
  await tab.press('Tab');
  expect(await focus()).toBe('Pen in the accent colour');
  await tab.press('ArrowRight');
  await tab.press('ArrowRight');
  await tab.press('Space');
  expect(await tab.page.evaluate('document.activeElement.ariaPressed')).toBe('true');
  await tab.press('ArrowLeft');
  expect(await focus()).toBe('Dark pen');
  await tab.press('Tab');
  expect(await tab.page.evaluate('document.activeElement.className')).toBe('bar-previous');
  const pressed = (await toggles(tab)).map(({ role, name, pressed: isPressed }) => [role, name, isPressed === true]);
  expect(pressed).toEqual([
    ['button', 'Pen in the accent colour', false],
    ['button', 'Dark pen', false],
    ['button', 'Light pen', true],
    ['button', 'Undo', false],
    ['button', 'Clear this slide', false],
    ['button', 'Save the drawing as a picture', false],
    ['button', 'End drawing', false],
  ]);
  await tab.page.focus('.drawing-close');
  await tab.press('Enter');
  expect(await tab.page.evaluate('document.querySelector(".drawing-tools")')).toBeNull();
  expect(await tab.page.evaluate('document.activeElement.id')).toBe('the-first');
  await tab.close();
});

test('saves a drawing as a picture, on the ground of its slide', async () => {
  const tab = await openDeck(decks.browser, decks.page('small'));
  const downloads = decks.path('downloads');
  mkdirSync(downloads, { recursive: true });
  const session = await tab.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloads,
    eventsEnabled: true,
  });
  const saved = new Promise<void>((resolve) => {
    session.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve();
    });
  });
  await tab.press('d');
  await drawLine(tab, 200, 400);
  await tab.page.click('[aria-label="Save the drawing as a picture"]');
  await saved;
  const file = decks.path('downloads', 'the-first.png');
  expect(existsSync(file)).toBe(true);
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2560, 1440]);
  expect(tab.problems).toEqual([]);
  await tab.close();
});
