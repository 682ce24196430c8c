import { prepareTalk } from '../../src/commands/prepare.ts';
import { renderArticle } from '../../src/deck/article-pages.ts';
import { type PrintablePage, renderPrintable } from '../../src/deck/deck.ts';
import { renderHandout } from '../../src/deck/handout-pages.ts';
import { renderNotes } from '../../src/deck/notes-pages.ts';
import { frameSlides } from '../../src/deck/sheets.ts';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { PAGE_ADDRESS } from '../../src/print/page-files.ts';
import { readPdf } from '../../src/print/pdf/read.ts';
import { writePdf } from '../../src/print/pdf/write.ts';
import { serveFromMemory } from '../../src/print/served-page.ts';
import { NOTE_KINDS } from '../../src/view/note-kinds.ts';
import { thisMachine } from '../print/samples.ts';

const A4 = { name: 'A4', isLandscape: false } as const;

/**
 * How large each kind of print of a talk is without tags, in bytes, packed as Rostrum packs. The handout has two slides
 * with their notes on a sheet.
 */
export async function untaggedSizes(talk: string): Promise<Readonly<Record<string, number>>> {
  const host = thisMachine();
  const browser = launchBrowser(needBrowser(host), host);
  try {
    const context = { host, version: '0.0.0', lap: () => {}, say: () => {} };
    const prepared = await prepareTalk(context, { talk, speaker: true }, (work) => work(browser));
    const { notes } = prepared;
    if (notes === null) throw new TypeError('the talk has no notes');
    const parts = { ...prepared, notes, frames: frameSlides(prepared) };
    const handout = { perSheet: 2, hasLines: false, hasNotes: true } as const;
    const sizes = new Map<string, number>();
    for (const [kind, { value }] of [
      ['slides', renderPrintable(host, parts)],
      ['notes', renderNotes(host, parts, A4, new Set(NOTE_KINDS))],
      ['handout', renderHandout(host, parts, A4, handout, null)],
      ['article', renderArticle(host, parts, A4)],
    ] as const)
      sizes.set(kind, await untaggedSize(browser, value));
    return Object.fromEntries(sizes);
  } finally {
    await browser.close();
  }
}

async function untaggedSize(browser: Browser, content: PrintablePage): Promise<number> {
  const page = await browser.openPage();
  await serveFromMemory(page, content);
  await page.emulateMediaType('print');
  await page.goto(PAGE_ADDRESS);
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: false,
    outline: false,
    timeout: 0,
  });
  return writePdf(readPdf(bytes)).length;
}
