import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { print } from '../../src/commands/print.ts';
import { PRINT_KINDS } from '../../src/commands/print-files.ts';
import type { PrintRequest } from '../../src/commands/print-request.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { type Browser as DrawingBrowser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { Stop } from '../../src/text/finding.ts';
import { NOTE_KINDS } from '../../src/view/note-kinds.ts';
import { unpackObjects } from '../print/read-pdf.ts';
import { type Attack, inSharedDecks } from './attacks/attack.ts';
import { attributeAttacks } from './attacks/attributes.ts';
import { drawingAttacks } from './attacks/drawings.ts';
import { fieldAttacks } from './attacks/fields.ts';
import { fileAttacks } from './attacks/files.ts';
import { htmlAttacks } from './attacks/html.ts';
import { linkAttacks } from './attacks/links.ts';
import { structureAttacks } from './attacks/structure.ts';
import { startBrowser } from './browser.ts';
import { type DeckTab, openDeck } from './deck-tab.ts';
import { findHarm } from './in-page.ts';
import { readPdf } from './pdf.ts';
import { createScratchFolder, readFolder } from './rostrum.ts';
import { placesOf, walk } from './walk.ts';

/** Whether an attack is no more than a diagram, which a browser has to draw. */
const isDiagram = ({ outline, files, yaml, refused }: Attack): boolean =>
  outline.startsWith('```mermaid') && !files && !yaml && !refused;

const KINDS = {
  HTML: htmlAttacks,
  'links and pictures': linkAttacks,
  'attribute lists': attributeAttacks,
  'the structure of Markdown': structureAttacks,
  'fields and templates': fieldAttacks,
  files: fileAttacks,
  drawings: drawingAttacks.filter((attack) => !isDiagram(attack)),
  diagrams: inSharedDecks(drawingAttacks.filter(isDiagram)),
};
const WITNESS = '## Still here {#witness}\n\nThe slide after it.\n';

const scratch = createScratchFolder();
const host = createDiskHost({
  folder: scratch.path(),
  environment: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  home: homedir(),
});
let browser: Browser;
/** Draws the diagrams of all attacks: each would else start a browser of its own. */
let drawing: DrawingBrowser;
/** A few tabs for all decks: most of the time is spent in waiting for them, and opening one takes long. */
const idle: DeckTab[] = [];
beforeAll(async () => {
  browser = await startBrowser();
  drawing = launchBrowser(needBrowser(host), host);
});
afterAll(async () => {
  await browser.close();
  await drawing.close();
  scratch.remove();
});

/** Writes the talk of an attack into a folder of its own. */
function writeTalk(folder: string, { outline, yaml, files = {} }: Attack): void {
  const slides = join(folder, 'slides');
  mkdirSync(slides, { recursive: true });
  writeFileSync(join(slides, '10-attack.md'), `${outline}\n\n${WITNESS}`);
  if (yaml !== undefined) writeFileSync(join(slides, 'talk.yaml'), yaml);
  for (const [path, content] of Object.entries(files)) {
    const file = join(slides, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
}

/** Builds the deck of an attack: its folder, or the rules that refused it. */
async function buildAttack(attack: Attack, folder: string) {
  writeTalk(folder, attack);
  try {
    await build({ host, version: '0', say: () => {}, progress: () => {}, lap: () => {} }, { talk: folder }, (work) =>
      work(drawing),
    );
    return { refused: [], deck: join(folder, 'dist', 'deck') };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { refused: error.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule), deck: '' };
  }
}

let count = 0;
/** All that can be printed, with all notes. */
const PRINTS: Omit<PrintRequest, 'talk'> = {
  kinds: PRINT_KINDS,
  paper: { name: 'A4', isLandscape: false },
  noteKinds: new Set(NOTE_KINDS),
  handout: { perSheet: 6, hasLines: false, hasNotes: true },
  isForced: true,
  steps: null,
  asPictures: false,
};

// Many wait for one another: for a tab, and for the browser that draws their diagrams.
describe.each(Object.entries(KINDS))('%s', { timeout: 120_000 }, (_, attacks) => {
  test.concurrent.each(attacks)('$name', async (attack) => {
    count += 1;
    const { refused, deck } = await buildAttack(attack, scratch.path(String(count)));
    expect(refused).toEqual(attack.refused ?? []);
    if (deck === '') return;
    const address = pathToFileURL(join(deck, 'index.html')).href;
    const spare = idle.pop();
    await spare?.open(address);
    const tab = spare ?? (await openDeck(browser, address));
    const slides = await tab.slides();
    expect(await walk(tab, 'ArrowRight')).toEqual(placesOf(slides));
    expect(slides.at(-1)).toMatchObject({
      id: 'witness',
      headings: ['h2 Still here'],
      paragraphs: expect.arrayContaining(['Still here', 'The slide after it.']),
    });
    // All slides at once, as they are read.
    await tab.page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    expect(await tab.page.evaluate(findHarm)).toEqual([]);
    expect(await tab.page.evaluate('document.querySelectorAll(".slides > section").length')).toBe(slides.length);
    expect(tab.problems).toEqual([]);
    const own = [...readFolder(deck).keys()].map((path) => pathToFileURL(join(deck, path)).href);
    expect(tab.requests.filter((request) => !own.includes(request) && request !== 'data:,')).toEqual([]);
    idle.push(tab);
  });
});

describe('on paper: no program, no way out but by the links that are written', { timeout: 120_000 }, () => {
  /** Prints every kind; the bytes and the pages of each. */
  async function printAll(folder: string, trustHtml: boolean) {
    const context = { host, version: '0', say: () => {}, lap: () => {}, progress: () => {} };
    const { outputs } = await print(context, { ...PRINTS, talk: folder, trustHtml });
    return Promise.all(
      outputs.map(async (path) => {
        const { pages } = await readPdf(path);
        const bytes = readFileSync(path, 'latin1') + unpackObjects(readFileSync(path));
        return { name: basename(path), pages, bytes };
      }),
    );
  }
  const PROGRAMS = /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|EmbeddedFile|RichMedia)\b/;

  test('from attacks on slides and in notes', async () => {
    const folder = scratch.path('paper');
    const shown = [...htmlAttacks, ...linkAttacks, ...structureAttacks].filter(
      ({ refused, files }) => !refused && !files,
    );
    mkdirSync(join(folder, 'slides'), { recursive: true });
    for (const [index, { outline }] of shown.entries()) {
      // A footnote may be there once.
      const notes = outline.includes('[^') ? '' : `\n\nNote:\n${outline}\n`;
      writeFileSync(
        join(folder, 'slides', `${100 + index}.md`),
        `## Attack ${index}\n\n${outline}\n\n## After ${index}\n\nStill here.${notes}\n`,
      );
    }
    for (const { name, pages, bytes } of await printAll(folder, false)) {
      const texts = pages.map(({ text }) => text);
      const isThere = (index: number): boolean =>
        texts.some((text) => text.includes(`After ${index} `) && text.includes('Still here.'));
      expect(
        shown.filter((_, index) => !isThere(index)).map((attack) => attack.name),
        name,
      ).toEqual([]);
      const schemes = pages.flatMap(({ links }) => links.map(({ url }) => url.replace(/:.*/s, '')));
      expect([...new Set(schemes)].filter((scheme) => scheme !== '').sort(), name).toEqual(['https']);
      expect(bytes, name).not.toMatch(PROGRAMS);
    }
  });

  test('from HTML that is trusted, on slides and in notes', async () => {
    const folder = scratch.path('trusted');
    mkdirSync(join(folder, 'slides'), { recursive: true });
    const secret = scratch.path('secret.html');
    writeFileSync(secret, '<p>A secret of the disk</p>');
    const file = pathToFileURL(secret).href;
    const hostile = `<base href="file:///etc/"><a href="#second">inside</a> <a href="https://e.org/">outside</a>
<a href="javascript:alert(1)">a</a> <a href="JAVA&#10;SCRIPT:alert(1)">b</a> <a href="${file}">c</a> <a href="secret.html">d</a>
<svg width="20" height="20"><a xlink:href="javascript:alert(1)"><text y="9">e</text></a><a href="${file}"><text y="19">f</text></a></svg>
<iframe src="${file}"></iframe><object data="${file}"></object><embed src="${file}"><link rel="stylesheet" href="${file}">
<script>alert(1)</script><p onclick="alert(1)" style="background: url(https://e.org/a.png)">g</p>`;
    writeFileSync(
      join(folder, 'slides', '00.md'),
      `## First\n\nA line.\n\n${hostile}\n\nNote:\n${hostile}\n\n::: handout\n${hostile}\n:::\n\n## Second {#second}\n\nAnother.\n`,
    );
    for (const { name, pages, bytes } of await printAll(folder, true)) {
      const links = pages.flatMap((page) => page.links);
      expect(new Set(links.map(({ url }) => url)), name).toEqual(new Set(['', 'https://e.org/']));
      expect(
        links.filter(({ url, page }) => url === '' && page === 0),
        name,
      ).toEqual([]);
      expect(pages.map(({ text }) => text).join(), name).not.toContain('secret');
      expect(bytes, name).not.toMatch(PROGRAMS);
      expect(bytes, name).not.toMatch(/javascript:|file:|rostrum\.invalid/i);
    }
  });
});
