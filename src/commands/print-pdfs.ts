import type { Printable } from '../deck/deck.ts';
import { type FileWrite, writeTogether } from '../io/write.ts';
import { slideBookmarks } from '../print/bookmarks.ts';
import type { Browser } from '../print/browser.ts';
import { finishPdf, type PrintDetails } from '../print/finish-pdf.ts';
import { placesIn } from '../print/places.ts';
import { printParts } from '../print/print-parts.ts';
import type { Finding } from '../text/finding.ts';
import { slideWords } from '../view/words.ts';
import type { Context, Outcome } from './context.ts';
import type { PreparedTalk } from './prepare.ts';
import { type PrintKind, printFile } from './print-files.ts';
import { addNew, checkedPrint, cutOff } from './print-findings.ts';
import { type PrintableTalk, partsOf, printableTalk, renderKind } from './print-pages.ts';
import type { PrintRequest } from './print-request.ts';
import { written } from './writing.ts';

/** Prints a talk to PDFs, one for each kind; none is written before all are made. */
export async function printPdfs(
  context: Context,
  browser: Browser,
  request: PrintRequest,
  prepared: PreparedTalk,
): Promise<Outcome> {
  const { host, lap } = context;
  const { kinds } = request;
  const findings = [...prepared.findings];
  const printable = await printableTalk(prepared, kinds);
  const slides = prepared.view.slides.length;
  const prints: FileWrite[] = [];
  for (const [index, kind] of kinds.entries()) {
    const tell = (share: number): void =>
      context.progress({ done: Math.round((index + share) * slides), total: kinds.length * slides, what: kind });
    tell(0);
    const bytes = await makePrint(context, browser, request, printable, kind, findings, tell);
    prints.push({ path: printFile(host, prepared.talk.paths, kind, request.output), bytes });
  }
  await written(host, null, writeTogether(prints));
  lap('write');
  const outputs = prints.map(({ path }) => path);
  return {
    outputs,
    slides,
    findings,
    lines: [`Open ${outputs.map((file) => host.display(file)).join(', ')} with any PDF reader.`, ...cutOff(findings)],
  };
}

/**
 * One kind of print, as a finished PDF; what is found is added to `findings`, and `onMade` is told how much of it is
 * printed, of 1. Throws `Stop` with all when there is an error.
 */
async function makePrint(
  context: Context,
  browser: Browser,
  request: PrintRequest,
  printable: PrintableTalk,
  kind: PrintKind,
  findings: Finding[],
  onMade: (share: number) => void,
): Promise<Uint8Array> {
  const { host, lap, version } = context;
  const page = renderKind(host, printable, request, kind);
  lap('render');
  await browser.ready();
  lap('browser');
  const options = { isForced: request.isForced, onMade };
  const parts = await checkedPrint(printParts(browser, partsOf(page.value), options), page, printable.view, findings);
  lap('print');
  // The browser ends while its last PDF is finished.
  const closing = kind === request.kinds.at(-1) ? browser.close() : null;
  const finished = finishPdf(parts, detailsOf(printable, version, kind, page.value));
  await closing;
  addNew(findings, finished.findings);
  lap('finish');
  return finished.value;
}

function detailsOf(
  { talk, view, theme }: PreparedTalk,
  version: string,
  kind: PrintKind,
  { parts, pageCounts }: Printable,
): PrintDetails {
  const words = slideWords(theme.words.slides);
  const slides = view.slides.map(({ slide }) => ({ id: slide.id, name: words.slide(slide.number, slide.title) }));
  return {
    title: talk.title,
    author: talk.speaker,
    subject: talk.description || talk.subtitle,
    lang: talk.lang,
    creator: `Rostrum ${version}`,
    date: talk.date === '' ? null : new Date(`${talk.date}T00:00:00Z`),
    slides,
    places: placesIn(parts.join(''), slides),
    slidePages:
      pageCounts && view.slides.map(({ slide }, index) => ({ number: slide.number, count: pageCounts[index] ?? 1 })),
    hasCover: kind === 'handout',
    bookmarks: slideBookmarks(view.slides),
  };
}
