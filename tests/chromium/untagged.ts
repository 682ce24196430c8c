import { prepareTalk } from '../../src/commands/prepare.ts';
import { PRINT_KINDS } from '../../src/commands/print-files.ts';
import { partsOf, printableTalk, renderKind } from '../../src/commands/print-pages.ts';
import { type Browser, launchBrowser } from '../../src/print/browser.ts';
import { needBrowser } from '../../src/print/find-browser.ts';
import { PAGE_ADDRESS, type PrintPage } from '../../src/print/page-files.ts';
import { readPdf } from '../../src/print/pdf/read.ts';
import { writePdf } from '../../src/print/pdf/write.ts';
import { serveFromMemory } from '../../src/print/served-page.ts';
import { NOTE_KINDS } from '../../src/view/note-kinds.ts';
import { thisMachine } from '../print/samples.ts';

const ASKED = {
  paper: { name: 'A4', isLandscape: false },
  noteKinds: new Set(NOTE_KINDS),
  handout: { perSheet: 2, hasLines: false, hasNotes: true },
  steps: null,
} as const;

/**
 * How large each kind of print of a talk is without tags, in bytes, packed as Rostrum packs. The handout has two slides
 * with their notes on a sheet.
 */
export async function untaggedSizes(talk: string): Promise<Readonly<Record<string, number>>> {
  const host = thisMachine();
  const browser = launchBrowser(needBrowser(host), host);
  try {
    const context = { host, version: '0.0.0', lap: () => {}, say: () => {}, progress: () => {} };
    const prepared = await prepareTalk(context, { talk, speaker: true }, (work) => work(browser));
    const printable = await printableTalk(prepared, PRINT_KINDS);
    const sizes = new Map<string, number>();
    for (const kind of PRINT_KINDS) {
      const [page] = partsOf(renderKind(host, printable, ASKED, kind).value);
      if (page) sizes.set(kind, await untaggedSize(browser, page));
    }
    return Object.fromEntries(sizes);
  } finally {
    await browser.close();
  }
}

async function untaggedSize(browser: Browser, content: PrintPage): Promise<number> {
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
