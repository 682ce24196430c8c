import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { startBrowser } from './browser.ts';
import { RELOADED, waitForStart } from './deck-tab.ts';
import { createScratchFolder, readFolder, rostrum } from './rostrum.ts';
import { type Site, serveFolder } from './site.ts';
import {
  follows,
  openBoth,
  opened,
  removeChannels,
  SECRETS,
  says,
  setTime,
  stands,
  stopTime,
  writeSpokenTalk,
} from './speaker-windows.ts';

const folder = createScratchFolder();
let browser: Browser;
let site: Site;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  const talk = writeSpokenTalk(folder);
  await rostrum(['build', talk, '--speaker', '-o', folder.path('speaker')]);
  await rostrum(['build', talk, '-o', folder.path('deck')]);
  cpSync(folder.path('speaker'), folder.path('old'), { recursive: true });
  removeChannels([folder.path('old', 'index.html'), folder.path('old', 'speaker.html')]);
  browser = await startBrowser();
  site = await serveFolder(folder.path());
  addresses['over http'] = `${site.address}speaker/`;
  addresses['from files'] = `${pathToFileURL(folder.path('speaker')).href}/`;
  addresses['from files, in a browser without channels between them'] = `${pathToFileURL(folder.path('old')).href}/`;
}, 60_000);

afterEach(async () => {
  const [first, ...others] = await browser.pages();
  for (const page of others) await page.close();
  await first?.goto('about:blank');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  folder.remove();
});

const ways = ['over http', 'from files', 'from files, in a browser without channels between them'];

describe.each(ways)('the speaker\u2019s window, %s', (way) => {
  const open = () => openBoth(browser, addresses[way] ?? '');

  test('follows the slides and steers them, step by step', async () => {
    const { projector, speaker } = await open();
    await says(speaker, 'now-name', 'Lights');
    await projector.keyboard.press('ArrowRight');
    await says(speaker, 'position', 'Slide 2 of 5');
    await says(speaker, 'step', '· before step 1 of 3');
    await projector.keyboard.press('ArrowRight');
    await says(speaker, 'step', '· step 1 of 3');
    await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'three', 2);
    await speaker.click('[data-part="go-on"]');
    await stands(projector, 'three', 3);
    await speaker.keyboard.press('PageDown');
    await stands(projector, 'rest');
    await speaker.keyboard.press('ArrowLeft');
    await stands(projector, 'three', 3);
    await speaker.keyboard.press('End');
    await stands(projector, 'end');
    await speaker.click('.plan li:nth-child(2) button');
    await stands(projector, 'rest');
    await says(speaker, 'now-name', 'The rest');
  });

  test('takes many keys at once, and none twice', async () => {
    const { projector, speaker } = await open();
    for (let count = 0; count < 6; count += 1) await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'lamp');
    await says(speaker, 'now-name', 'The lamp');
  });

  test('comes back at the same place when it is closed and opened again, or reloaded', RELOADED, async () => {
    const { projector, speaker } = await open();
    for (let count = 0; count < 3; count += 1) await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'three', 2);
    await speaker.reload();
    await waitForStart(speaker);
    await follows(speaker, true);
    await says(speaker, 'step', '· step 2 of 3');
    await speaker.close();
    await projector.bringToFront();
    await projector.keyboard.press('ArrowRight');
    const again = await opened(browser, 'speaker.html', () => projector.keyboard.press('s'));
    await says(again, 'step', '· step 3 of 3');
    await says(again, 'start', 'Pause');
  });

  test('goes on alone when the slides are closed, and they open where it is', async () => {
    const { projector, speaker } = await open();
    await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'three');
    await projector.close();
    await follows(speaker, false);
    await says(speaker, 'slides-state', 'The slides are not open');
    await speaker.bringToFront();
    await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'step', '· step 1 of 3');
    const again = await opened(browser, 'index.html', () => speaker.click('[data-part="open-slides"]'));
    await stands(again, 'three', 1);
    await follows(speaker, true);
    await again.keyboard.press('ArrowRight');
    await says(speaker, 'step', '· step 2 of 3');
  });

  test('opens the slides where it was opened first', RELOADED, async () => {
    const speaker = await browser.newPage();
    await speaker.goto(`${addresses[way]}speaker.html`);
    await waitForStart(speaker);
    await speaker.keyboard.press('End');
    const projector = await opened(browser, 'index.html', () => speaker.keyboard.press('s'));
    await stands(projector, 'end');
    await projector.keyboard.press('Home');
    await says(speaker, 'position', 'Slide 1 of 5');
    await projector.reload();
    await waitForStart(projector);
    await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'three');
  });
});

test('the menu of the bar opens it too', async () => {
  const projector = await browser.newPage();
  await projector.goto(`${addresses['over http']}index.html`);
  await waitForStart(projector);
  await projector.click('.bar-more');
  const entry = await projector.waitForSelector('::-p-xpath(//*[@class="menu"]//button[contains(., "Speaker")])');
  const speaker = await opened(browser, 'speaker.html', async () => entry?.click());
  await follows(speaker, true);
});

test('S does not open a second window', RELOADED, async () => {
  const { projector, speaker } = await openBoth(browser, addresses['from files'] ?? '');
  await projector.keyboard.press('s');
  await projector.reload();
  await waitForStart(projector);
  await follows(speaker, true);
  await projector.keyboard.press('s');
  await projector.keyboard.press('ArrowRight');
  await says(speaker, 'position', 'Slide 2 of 5');
  const windows = browser.targets().filter((target) => target.url().includes('speaker.html'));
  expect(windows).toHaveLength(1);
});

describe('the notes', () => {
  const present = (speaker: Page) =>
    speaker.$$eval('.note.is-shown .said.is-present', (parts) => parts.map(({ textContent }) => textContent?.trim()));

  test('mark what belongs to the present step, and show the private ones as such', async () => {
    const { speaker } = await openBoth(browser, addresses['from files'] ?? '');
    await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'step', '· before step 1 of 3');
    expect(await present(speaker)).toEqual(['spoken-before']);
    for (const [step, words] of [
      [1, 'spoken-red'],
      [2, 'spoken-green'],
      [3, 'spoken-green'],
    ]) {
      await speaker.keyboard.press('ArrowRight');
      await says(speaker, 'step', `· step ${step} of 3`);
      expect(await present(speaker)).toEqual([words]);
    }
    const own = await speaker.$eval('.note.is-shown .private', ({ textContent }) => textContent?.trim());
    expect(own).toMatch(/^Only for you\s*private-words$/);
  });

  test('have links that lead the talk, and pictures', async () => {
    const { projector, speaker } = await openBoth(browser, addresses['over http'] ?? '');
    for (let count = 0; count < 6; count += 1) await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'now-name', 'The lamp');
    expect(
      await speaker.$eval('.note.is-shown img', (image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
    const known = new Set(browser.targets());
    await speaker.click('.note.is-shown a[href^="https"]');
    const afar = await browser.waitForTarget((target) => !known.has(target));
    expect(await (await afar.page())?.evaluate(() => window.opener)).toBeNull();
    expect(speaker.url()).toContain('speaker.html');
    await speaker.bringToFront();
    await speaker.click('.note.is-shown a[href^="#"]');
    await stands(projector, 'three');
  });

  test('have a size that is kept', async () => {
    const { speaker } = await openBoth(browser, addresses['over http'] ?? '');
    const size = () =>
      speaker.$eval('[data-part="notes"]', (notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
    const usual = await size();
    await speaker.keyboard.press('+');
    await speaker.click('[data-part="larger"]');
    const large = await size();
    expect(large).toBeGreaterThan(usual);
    await speaker.reload();
    await waitForStart(speaker);
    expect(await size()).toBe(large);
    await speaker.keyboard.press('-');
    expect(await size()).toBeLessThan(large);
  });
});

describe('the pictures of the slides', () => {
  test('are the present step and the one after it', async () => {
    const { speaker } = await openBoth(browser, addresses['from files'] ?? '');
    const shown = (part: string) =>
      speaker.$eval(`[data-part="${part}"]`, (host) => {
        const items = [...(host.shadowRoot?.querySelectorAll('li') ?? [])];
        return items
          .filter((item) => getComputedStyle(item).visibility === 'visible')
          .map(({ textContent }) => textContent);
      });
    await speaker.keyboard.press('ArrowRight');
    await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'step', '· step 1 of 3');
    await says(speaker, 'next-title', 'Next: step 2');
    expect([await shown('now'), await shown('next')]).toEqual([['Red'], ['Red', 'Green']]);
    await speaker.keyboard.press('End');
    await says(speaker, 'next-name', 'The end of the talk');
  });
});

describe('the time', () => {
  async function openStill(): Promise<Page> {
    const speaker = await browser.newPage();
    await stopTime(speaker);
    await speaker.goto(`${addresses['from files']}speaker.html`);
    await waitForStart(speaker);
    return speaker;
  }

  test('starts with the talk, stands when it is paused, and survives a reload', RELOADED, async () => {
    const speaker = await openStill();
    await says(speaker, 'elapsed', '0:00');
    await speaker.keyboard.press('ArrowRight');
    await setTime(speaker, 65);
    await says(speaker, 'elapsed', '1:05');
    await speaker.keyboard.press('t');
    await says(speaker, 'start', 'Resume');
    await setTime(speaker, 100);
    await speaker.reload();
    await waitForStart(speaker);
    await says(speaker, 'elapsed', '1:05');
    await speaker.keyboard.press('t');
    await speaker.reload();
    await setTime(speaker, 3_700);
    await says(speaker, 'elapsed', '1:01:05');
    await speaker.keyboard.press('r');
    await says(speaker, 'elapsed', '0:00');
  });

  test('is compared with the plan: ten minutes, of which the first section has one', async () => {
    const speaker = await openStill();
    await says(speaker, 'of', 'of 10:00');
    await says(speaker, 'pace', '');
    await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'pace', '0:30 ahead');
    await setTime(speaker, 45);
    await says(speaker, 'pace', 'On time');
    await setTime(speaker, 90);
    await says(speaker, 'pace', '0:30 behind');
    const plan = await speaker.$$eval('.plan button', (items) => items.map(({ textContent }) => textContent));
    expect(plan).toEqual(['Lights 1:00', 'The rest 4:00']);
  });

  test.each([
    ['en', /^\d{1,2}:\d\d\s[AP]M$/],
    ['de', /^\d\d:\d\d$/],
    ['ja', /^\d{1,2}:\d\d$/],
  ])('of day is told as %s has it', async (lang, form) => {
    const talk = writeSpokenTalk(folder, { 'slides/talk.yaml': `title: Lights\nlang: ${lang}\n` });
    await rostrum(['build', talk, '--speaker', '-o', folder.path(`in-${lang}`)]);
    const speaker = await browser.newPage();
    await speaker.goto(pathToFileURL(folder.path(`in-${lang}`, 'speaker.html')).href);
    await waitForStart(speaker);
    expect(await speaker.$eval('[data-part="clock"]', ({ textContent }) => textContent)).toMatch(form);
  });
});

describe('axe finds nothing', () => {
  test.each(['dark', 'light'])('in the speaker\u2019s window, on any slide: %s', async (scheme) => {
    const speaker = await browser.newPage();
    await speaker.goto(`${addresses['from files']}speaker.html`);
    await waitForStart(speaker);
    if (scheme === 'light') await speaker.click('[data-part="scheme"]');
    const found: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      found.push(...(await findViolations(speaker)));
      await speaker.keyboard.press('ArrowRight');
    }
    if (scheme === 'light') await speaker.click('[data-part="scheme"]');
    await says(speaker, 'position', 'Slide 5 of 5');
    expect(found).toEqual([]);
  });
});

describe('letter keys', () => {
  test('can be turned off, and stay so', async () => {
    const speaker = await browser.newPage();
    await speaker.goto(`${addresses['over http']}speaker.html`);
    await waitForStart(speaker);
    await speaker.click('[data-part="letter-keys"]');
    await speaker.reload();
    await waitForStart(speaker);
    await speaker.keyboard.press('t');
    await says(speaker, 'start', 'Start');
    await speaker.keyboard.press('ArrowRight');
    await says(speaker, 'position', 'Slide 2 of 5');
    await speaker.click('[data-part="letter-keys"]');
  });
});

describe('no other page', () => {
  /** What a page of somebody else tries, who knows this program, and the key that is in the audience's deck too. */
  function attack(deck: string, key: string): void {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const hear = ({ data }: MessageEvent): void => {
      if (data?.sender !== 'x') heard.push(JSON.stringify(data));
    };
    window.addEventListener('message', hear);
    const letter = { kind: 'go', index: 4, step: 0, role: 'speaker', sender: 'x', number: 999 };
    const token = '0'.repeat(32);
    const windows = ['index.html', 'speaker.html'].map((page, index) => {
      const role = index === 0 ? 'projector' : 'speaker';
      return open(deck + page, `rostrum-${role}-${token}-${token}`);
    });
    const channels = [
      'rostrum',
      'rostrum ',
      `rostrum ${key}`,
      `rostrum ${token}`,
      `rostrum ${token} ${token}`,
      `rostrum  ${token}`,
    ].map((named) => {
      const channel = new BroadcastChannel(named);
      channel.onmessage = hear;
      return channel;
    });
    setInterval(() => {
      for (const role of ['speaker', 'projector']) {
        for (const kind of ['go', 'at', 'hello', 'next', 'clock']) {
          const forged = { ...letter, kind, role, token, isNew: true, number: Math.random() * 1e9 };
          for (const channel of channels) channel.postMessage(forged);
          for (const other of windows) other?.postMessage(forged, '*');
          for (const namespace of ['reveal', 'reveal-notes']) {
            for (const other of windows)
              other?.postMessage(JSON.stringify({ namespace, type: 'heartbeat', method: 'slide', args: [4] }), '*');
          }
        }
      }
      document.title = 'has tried';
    }, 20);
  }

  test.each(['over http', 'from files'])('steers the windows, or reads in them: %s', async (way) => {
    const address = addresses[way] ?? '';
    const foreign = way === 'over http' ? await serveFolder(folder.path()) : null;
    writeFileSync(folder.path('foreign.html'), '<!doctype html><title>foreign</title>');
    const { projector, speaker } = await openBoth(browser, address);
    const page = await browser.newPage();
    await page.goto(foreign ? `${foreign.address}foreign.html` : pathToFileURL(folder.path('foreign.html')).href);
    const [, key = ''] = /"key":"(\w+)"/.exec(readFileSync(folder.path('deck', 'index.html'), 'utf8')) ?? [];
    await page.evaluate(attack, address, key);
    const taken = await browser.waitForTarget(
      (target) => target.opener() === page.target() && target.url().endsWith('speaker.html'),
    );
    const victim = await taken.page();
    if (victim === null) throw new Error('the attack has opened nothing');
    await waitForStart(victim);
    await page.waitForFunction(() => document.title === 'has tried');
    // The windows of the talk are asked after the attack, and answer each other alone.
    await speaker.keyboard.press('ArrowRight');
    await stands(projector, 'three');
    await says(speaker, 'position', 'Slide 2 of 5');
    await says(victim, 'position', 'Slide 1 of 5');
    const decks = await Promise.all(
      (await browser.pages()).map((one) => one.evaluate(() => document.querySelector('section.present')?.id)),
    );
    expect(decks.filter((id) => id !== undefined).sort()).toEqual(['lights', 'three']);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.close();
    await foreign?.close();
  });

  test('shows the windows inside itself and makes them work', async () => {
    writeFileSync(
      folder.path('frame.html'),
      '<iframe src="speaker/speaker.html"></iframe><iframe src="speaker/index.html"></iframe>',
    );
    const page = await browser.newPage();
    await page.goto(`${site.address}frame.html`);
    const frames = page.frames().filter((frame) => frame.url().includes('/speaker/'));
    expect(frames).toHaveLength(2);
    const [notes, deck] = frames;
    await deck?.waitForSelector('html.is-ready');
    expect(await notes?.$('html.is-ready')).toBeNull();
    expect(await deck?.$('.speaker-notice')).toBeNull();
  });
});

describe('what the audience gets', () => {
  const words = [...SECRETS, 'BroadcastChannel', 'Speaker\u2019s window', 'speaker-window', 'speaker-notice'];

  test.each(words)('has no "%s" in any byte of any file', (word) => {
    const inDeck = [...readFolder(folder.path('deck'))].filter(([, bytes]) => bytes.includes(word));
    expect(inDeck.map(([path]) => path)).toEqual([]);
    const inSpeaker = [...readFolder(folder.path('speaker'))].filter(([, bytes]) => bytes.includes(word));
    expect(inSpeaker.length).toBeGreaterThan(0);
  });

  test.each(SECRETS.filter((word) => word !== 'drawn-for-notes'))('on the projector has no "%s" either', (word) => {
    const files = [...readFolder(folder.path('speaker'))].filter(([, bytes]) => bytes.includes(word));
    expect(files.map(([path]) => path)).toEqual(['speaker.html']);
  });
});
