import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { startBrowser } from './browser.ts';
import { chooseView } from './choose-view.ts';
import { type DeckTab, openDeck, waitForStart } from './deck-tab.ts';
import { createScratchFolder, HARBOUR_TALK, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { walk } from './walk.ts';

const LANGUAGE = fileURLToPath(new URL('../fixtures/language', import.meta.url));
const fixtures = readdirSync(LANGUAGE).map((name) => [name, join(LANGUAGE, name, 'talk.md')] as const);
const talks = [['the shipped talk', SHIPPED_TALK], ['the harbour talk', HARBOUR_TALK], ...fixtures] as const;

const scratch = createScratchFolder();
let browser: Browser;
/** One tab for all decks. */
let tab: DeckTab | undefined;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  scratch.remove();
});

/** Opens the deck of a talk, in its slides, in the tab that is there. */
async function open(name: string, talk: string): Promise<DeckTab> {
  const deck = scratch.path(name);
  await rostrum(['build', talk, '-o', deck]);
  const address = pathToFileURL(join(deck, 'index.html')).href;
  if (tab === undefined) {
    tab = await openDeck(browser, address);
  } else {
    // What the deck before it remembers, such as its view, is not for this one.
    await tab.page.evaluate('sessionStorage.clear()');
    await tab.page.goto(address);
    await waitForStart(tab.page);
  }
  return tab;
}

describe('axe finds nothing', () => {
  test.each(talks)('on any slide and step of %s, nor in its reading view', async (name, talk) => {
    const deck = await open(name, talk);
    const found: string[] = [];
    const note = async (where: string): Promise<void> => {
      const lines = await findViolations(deck.page);
      found.push(...lines.map((line) => `${where}: ${line}`));
    };
    await walk(deck, 'ArrowRight', note);
    await chooseView(deck.page, 'reading');
    // What is far away is laid out too.
    await deck.page.evaluate(
      'for (const section of document.querySelectorAll(".slides > section")) section.style.contentVisibility = "visible"',
    );
    await note('reading');
    expect(found).toEqual([]);
  });
});

test('axe sees what it is to see: a picture without words, on a slide and in the column', async () => {
  const deck = await open('seen', HARBOUR_TALK);
  await deck.page.evaluate(`(async () => {
    const picture = new Image(20, 20);
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC';
    document.querySelector('.present .slide').append(picture);
    await new Promise((done) => { picture.onload = picture.onerror = done; });
  })()`);
  expect(await findViolations(deck.page)).toContainEqual(expect.stringMatching(/^image-alt \(critical\)/));
  await chooseView(deck.page, 'reading');
  expect(await findViolations(deck.page)).toContainEqual(expect.stringMatching(/^image-alt \(critical\)/));
});
