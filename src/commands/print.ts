import { renderArticle } from '../deck/article-pages.ts';
import { type PrintablePage, type PrintableSlides, renderPrintable } from '../deck/deck.ts';
import { type HandoutRequest, renderHandout } from '../deck/handout-pages.ts';
import { renderNotes } from '../deck/notes-pages.ts';
import type { Paper } from '../deck/paper-size.ts';
import { frameSlides, type SheetParts } from '../deck/sheets.ts';
import type { StepPrint } from '../deck/step-print.ts';
import { writeWhole } from '../io/write.ts';
import { slideBookmarks } from '../print/bookmarks.ts';
import { type Browser, launchBrowser, sandboxNotice } from '../print/browser.ts';
import { needBrowser } from '../print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../print/finish-pdf.ts';
import { printPages } from '../print/print-pages.ts';
import { type Checked, type Finding, hasErrors, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { loadQrCodes } from '../typeset/qr-codes.ts';
import type { PublishedFile } from '../view/handout-print.ts';
import type { NoteKind } from '../view/note-kinds.ts';
import { slideWords } from '../view/words.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { type PrintKind, printFile } from './print-files.ts';
import { addNew, cutOff, withPlaces } from './print-findings.ts';
import { printPictures } from './print-pictures.ts';
import { written } from './writing.ts';

/** What a person asks of a print. */
export interface PrintRequest extends TalkRequest {
  /** The kinds to print, each once, in the order in which they are told of. */
  readonly kinds: readonly PrintKind[];
  /** What all but the slides is printed on. */
  readonly paper: Paper;
  readonly handout: HandoutRequest;
  /** Whether what does not fit is cut off, and a warning. */
  readonly isForced: boolean;
  /** Which notes stand under the slides. */
  readonly noteKinds: ReadonlySet<NoteKind>;
  /** How the steps of the slides are printed; `null` for all shown at once. */
  readonly steps: StepPrint | null;
  /** Whether the slides, and no other kind, are printed as pictures. */
  readonly asPictures: boolean;
}

/** A talk on its way to paper, with what several kinds of print show, and what the cover of the handout does. */
interface PrintableTalk extends PreparedTalk, SheetParts {
  readonly published: PublishedFile | null;
}

/** A PDF that is ready to be written. */
interface Print {
  readonly kind: PrintKind;
  readonly bytes: Uint8Array;
}

/** Prints a talk: all kinds with one browser, and none is written before all are made. */
export async function print(context: Context, request: PrintRequest): Promise<Outcome> {
  const { host } = context;
  // The browser starts while the talk is read and drawn.
  const browser = launchBrowser(needBrowser(host), host);
  const notice = sandboxNotice(host);
  if (notice !== null) context.say(notice);
  try {
    return await printWith(context, browser, request);
  } finally {
    await browser.close();
  }
}

async function printWith(context: Context, browser: Browser, request: PrintRequest): Promise<Outcome> {
  const { host, lap } = context;
  const speaker = request.kinds.some((kind) => kind === 'notes' || kind === 'article');
  const prepared = await prepareTalk(context, { ...request, speaker }, (work) => work(browser));
  if (request.asPictures) return printPictures(context, browser, request, prepared);
  const findings = [...prepared.findings];
  const frames = request.kinds.some((kind) => kind !== 'slides') ? frameSlides(prepared) : [];
  const published = request.kinds.includes('handout') ? await publishedAt(prepared.talk.address) : null;
  const printable: PrintableTalk = { ...prepared, frames, published };
  const prints: Print[] = [];
  for (const kind of request.kinds) {
    prints.push(await makePrint(context, browser, request, printable, kind, findings));
  }
  const outputs: string[] = [];
  for (const { kind, bytes } of prints) {
    const file = printFile(host, prepared.talk.paths, kind, request.output);
    await written(host, file, writeWhole(file, bytes));
    outputs.push(file);
  }
  lap('write');
  return {
    outputs,
    slides: prepared.view.slides.length,
    findings,
    lines: [`Open ${outputs.map((file) => host.display(file)).join(', ')} with any PDF reader.`, ...cutOff(findings)],
  };
}

/** One kind of print, as a finished PDF; what is found is added to `findings`. Throws `Stop` with all when there is an error. */
async function makePrint(
  context: Context,
  browser: Browser,
  request: PrintRequest,
  prepared: PrintableTalk,
  kind: PrintKind,
  findings: Finding[],
): Promise<Print> {
  const { host, lap, version } = context;
  const { view } = prepared;
  const page = renderKind(host, prepared, request, kind);
  lap('render');
  await browser.ready();
  lap('browser');
  const printed = await printPages(browser, page.value, request.isForced).catch((error) => {
    throw error instanceof Stop ? new Stop(withPlaces(error.findings, view)) : error;
  });
  lap('print');
  addNew(findings, [...page.findings, ...withPlaces(printed.findings, view)]);
  if (hasErrors(findings)) throw new Stop(findings);
  // The browser ends while its last PDF is finished.
  const closing = kind === request.kinds.at(-1) ? browser.close() : null;
  const pageCounts = 'pageCounts' in page.value ? page.value.pageCounts : undefined;
  const finished = finishPdf(printed.value, { ...detailsOf(prepared, version, kind), pageCounts });
  await closing;
  addNew(findings, finished.findings);
  lap('finish');
  return { kind, bytes: finished.value };
}

function renderKind(
  host: Host,
  prepared: PrintableTalk,
  { paper, noteKinds, handout, steps }: PrintRequest,
  kind: PrintKind,
): Checked<PrintablePage | PrintableSlides> {
  if (kind === 'slides') return renderPrintable(host, prepared, steps);
  if (kind === 'handout') return renderHandout(host, prepared, paper, handout, prepared.published);
  const { notes } = prepared;
  if (notes === null) throw new Error('the notes of the talk were not prepared');
  if (kind === 'article') return renderArticle(host, { ...prepared, notes }, paper);
  return renderNotes(host, { ...prepared, notes }, paper, noteKinds);
}

/** Where the deck is, for who has the paper; `null` when the talk does not say. */
async function publishedAt(address: string): Promise<PublishedFile | null> {
  if (address === '') return null;
  const drawQrCode = await loadQrCodes(true);
  return { address, qrCode: drawQrCode(address) };
}

function detailsOf({ talk, view, theme }: PreparedTalk, version: string, kind: PrintKind): PrintDetails {
  const words = slideWords(theme.words.slides);
  return {
    title: talk.title,
    author: talk.speaker,
    subject: talk.description || talk.subtitle,
    lang: talk.lang,
    creator: `Rostrum ${version}`,
    date: talk.date === '' ? null : new Date(`${talk.date}T00:00:00Z`),
    slides: view.slides.map(({ slide }) => ({ id: slide.id, name: words.slide(slide.number, slide.title) })),
    slidesAre: kind === 'slides' ? 'pages' : 'articles',
    bookmarks: slideBookmarks(view.slides),
  };
}
