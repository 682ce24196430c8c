import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { waitForStart } from './deck-tab.ts';
import type { ScratchFolder } from './rostrum.ts';

/** A talk with notes of every kind, steps, and a plan. */
const TALK: Readonly<Record<string, string>> = {
  'slides/talk.yaml': 'title: Lights\nlang: en\ntime: 10m\n',
  'slides/00-opening.md': `---
time: 1m
---

# Lights {#lights}

Note:
spoken-opening

## Three lights {#three .steps}

- Red
- Green
- White

Note:
spoken-before

spoken-red {step=1}

spoken-green {step=2}

::: {.private}
private-words
:::
`,
  'slides/01-rest.md': `---
time: 4m
---

# The rest {#rest}

## The lamp {#lamp}

- It is lit

Note:
See [the three](#three), [afar](https://example.org/afar), \`spoken-code\` and a picture.

![spoken-picture](media/note.svg)

## The end {#end}
`,
  'slides/media/note.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>drawn-for-notes</desc></svg>',
};

/** Words that only the speaker may see. */
export const SECRETS = [
  'spoken-opening',
  'spoken-before',
  'spoken-red',
  'spoken-code',
  'spoken-picture',
  'private-words',
  'drawn-for-notes',
];

/** Writes the talk into a folder; gives its place. */
export function writeSpokenTalk(folder: ScratchFolder, changes: Readonly<Record<string, string>> = {}): string {
  for (const [path, text] of Object.entries({ ...TALK, ...changes })) {
    const file = folder.path('talk', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder.path('talk');
}

/** The page of a window that something opens; it is asked for again while a window that was closed is still going. */
export async function opened(browser: Browser, name: string, open: () => Promise<unknown>): Promise<Page> {
  const known = new Set(browser.targets());
  const isNew = browser.waitForTarget((target) => !known.has(target) && target.url().includes(name), {
    timeout: 25_000,
  });
  let isThere = false;
  const arrival = isNew.finally(() => {
    isThere = true;
  });
  for (let count = 0; count < 4 && !isThere; count += 1) {
    await open();
    await Promise.race([arrival, new Promise((done) => setTimeout(done, 6_000))]);
  }
  const page = await (await arrival).page();
  if (page === null) throw new Error(`${name} is no page`);
  await waitForStart(page);
  return page;
}

/** Opens the deck for the projector, and the speaker's window by the key S. */
export async function openBoth(browser: Browser, address: string): Promise<{ projector: Page; speaker: Page }> {
  const projector = await browser.newPage();
  await projector.goto(`${address}index.html`);
  await waitForStart(projector);
  const speaker = await opened(browser, 'speaker.html', () => projector.keyboard.press('s'));
  await follows(speaker, true);
  return { projector, speaker };
}

/** Comes true when the speaker's window knows that the other one is there, or is gone. */
export async function follows(speaker: Page, isThere: boolean): Promise<void> {
  await speaker.waitForFunction(
    (alone: boolean) => document.documentElement.classList.contains('is-alone') === alone,
    {
      timeout: 20_000,
    },
    !isThere,
  );
}

/** Comes true when the deck stands at a slide, with so many steps shown. */
export async function stands(projector: Page, slide: string, steps = 0): Promise<void> {
  await projector.waitForFunction(
    (id: string, count: number) =>
      document.querySelector('section.present')?.id === id &&
      document.querySelectorAll('section.present .fragment.visible').length === count,
    { timeout: 20_000 },
    slide,
    steps,
  );
}

/** Comes true when a part of the speaker's window says something. */
export async function says(speaker: Page, part: string, text: string): Promise<void> {
  await speaker.waitForFunction(
    (name: string, wanted: string) =>
      document.querySelector(`[data-part="${name}"]`)?.textContent?.replace(/\s+/g, ' ').trim() === wanted,
    { timeout: 20_000 },
    part,
    text,
  );
}

/** Lets a page believe that no time goes by but what `setTime` says; over reloads too. Before it is opened. */
export async function stopTime(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    Date.now = () => 1_000_000_000_000 + Number(sessionStorage.getItem('seconds of the test')) * 1000;
  });
}

/** Says what time it is: seconds since the page was opened. */
export async function setTime(page: Page, seconds: number): Promise<void> {
  await page.evaluate((now: number) => sessionStorage.setItem('seconds of the test', String(now)), seconds);
}

/** Changes pages so that they know of no channels between windows, as those of Firefox and Safari do not between files. */
export function removeChannels(files: readonly string[]): void {
  for (const file of files) {
    const html = readFileSync(file, 'utf8');
    const start = html.lastIndexOf('<script>') + '<script>'.length;
    const script = html.slice(start, html.lastIndexOf('</script>'));
    const changed = script.replaceAll('"BroadcastChannel"', '"NoSuchChannel"');
    if (changed === script) throw new Error(`${file} asks for no channel`);
    writeFileSync(
      file,
      html.replace(script, () => changed).replace(hashOf(script), () => hashOf(changed)),
    );
  }
}

function hashOf(script: string): string {
  return createHash('sha256').update(script).digest('base64');
}
