import { renderArticle } from '../deck/article-pages.ts';
import { type Printable, renderPrintable } from '../deck/deck.ts';
import { type HandoutRequest, renderHandout } from '../deck/handout-pages.ts';
import { renderNotes } from '../deck/notes-pages.ts';
import type { Paper } from '../deck/paper-size.ts';
import { frameSlides, type SheetParts } from '../deck/sheets.ts';
import { type FileWrite, writeTogether } from '../io/write.ts';
import { slideBookmarks } from '../print/bookmarks.ts';
import { type Browser, DEFAULT_TIMEOUTS, launchBrowser, sandboxNotice, type Timeouts } from '../print/browser.ts';
import { needBrowser } from '../print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../print/finish-pdf.ts';
import { placesIn } from '../print/places.ts';
import { printParts } from '../print/print-parts.ts';
import { type Checked, type Finding, hasErrors, Stop, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { loadQrCodes } from '../typeset/qr-codes.ts';
import type { PublishedFile } from '../view/handout-print.ts';
import type { NoteKind } from '../view/note-kinds.ts';
import { selectSlides } from '../view/select-slides.ts';
import type { SlideChoice } from '../view/slide-choice.ts';
import type { View } from '../view/view.ts';
import { slideWords } from '../view/words.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { type PrintKind, printFile } from './print-files.ts';
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
  /** Which slides are printed; all when it is left out. */
  readonly slides?: readonly SlideChoice[] | undefined;
}

/** A talk on its way to paper, with what several kinds of print show, and what the cover of the handout does. */
interface PrintableTalk extends PreparedTalk, SheetParts {
  readonly published: PublishedFile | null;
}

/** Prints a talk: all kinds with one browser, and none is written before all are made. */
export async function print(
  context: Context,
  request: PrintRequest,
  timeouts: Timeouts = DEFAULT_TIMEOUTS,
): Promise<Outcome> {
  const { host } = context;
  // The browser starts while the talk is read and drawn.
  const browser = launchBrowser(needBrowser(host), host, timeouts);
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
  const whole = await prepareTalk(context, { ...request, speaker }, (work) => work(browser));
  const prepared = request.slides ? withSlides(whole, request.slides) : whole;
  const findings = [...prepared.findings];
  const frames = request.kinds.some((kind) => kind !== 'slides') ? frameSlides(prepared) : [];
  const published = request.kinds.includes('handout') ? await publishedAt(prepared.talk.address) : null;
  const printable: PrintableTalk = { ...prepared, frames, published };
  const slides = prepared.view.slides.length;
  const prints: FileWrite[] = [];
  for (const [index, kind] of request.kinds.entries()) {
    const done = index * slides;
    const total = request.kinds.length * slides;
    const onPrinted = (share: number): void =>
      context.progress({ done: done + Math.round(share * slides), total, what: kind });
    onPrinted(0);
    const bytes = await makePrint(context, browser, request, printable, kind, findings, onPrinted);
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

/** A talk with some of its slides alone. Throws `Stop` when one of them does not exist. */
function withSlides(whole: PreparedTalk, choices: readonly SlideChoice[]): PreparedTalk {
  const selected = selectSlides(whole, choices);
  const findings = [...whole.findings, ...selected.findings];
  stopOnErrors(findings);
  return { ...whole, ...selected.value, findings };
}

/** What is said last when something was printed that does not fit. */
function cutOff(findings: readonly Finding[]): readonly string[] {
  const count = findings.filter(({ rule }) => rule === 'does-not-fit').length;
  return count === 0 ? [] : [`Printed all the same, though it does not fit and is cut off: ${count} (see above).`];
}

/**
 * One kind of print, as a finished PDF; what is found is added to `findings`, and `onPrinted` is told how much of it is
 * printed, of 1. Throws `Stop` with all when there is an error.
 */
async function makePrint(
  context: Context,
  browser: Browser,
  request: PrintRequest,
  prepared: PrintableTalk,
  kind: PrintKind,
  findings: Finding[],
  onPrinted: (share: number) => void,
): Promise<Uint8Array> {
  const { host, lap, version } = context;
  const { view } = prepared;
  const page = renderKind(host, prepared, request, kind);
  lap('render');
  await browser.ready();
  lap('browser');
  const { parts, ...size } = page.value;
  const pages = parts.map((html) => ({ html, ...size }));
  const options = { isForced: request.isForced, onPrinted };
  const printed = await printParts(browser, pages, options).catch((error) => {
    throw error instanceof Stop ? new Stop(withPlaces(error.findings, view)) : error;
  });
  lap('print');
  addNew(findings, [...page.findings, ...withPlaces(printed.findings, view)]);
  if (hasErrors(findings)) throw new Stop(findings);
  // The browser ends while its last PDF is finished.
  const closing = kind === request.kinds.at(-1) ? browser.close() : null;
  const finished = finishPdf(printed.value, detailsOf(prepared, version, kind, parts.join('')));
  await closing;
  addNew(findings, finished.findings);
  lap('finish');
  return finished.value;
}

/** Adds what is found: what two kinds find on the same slide is told once. */
function addNew(findings: Finding[], found: readonly Finding[]): void {
  for (const finding of found) {
    const isTold = findings.some(({ message, slide }) => message === finding.message && slide === finding.slide);
    if (!isTold) findings.push(finding);
  }
}

function renderKind(
  host: Host,
  prepared: PrintableTalk,
  { paper, noteKinds, handout }: PrintRequest,
  kind: PrintKind,
): Checked<Printable> {
  if (kind === 'slides') return renderPrintable(host, prepared);
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

/** What is found on a printed slide is about the place in the outline that it comes from. */
function withPlaces(findings: readonly Finding[], view: View): readonly Finding[] {
  return findings.map((finding) => {
    const scene = view.slides.find(({ slide }) => slide.id === finding.slide);
    return scene && !finding.span ? { ...finding, span: scene.span } : finding;
  });
}

function detailsOf({ talk, view, theme }: PreparedTalk, version: string, kind: PrintKind, html: string): PrintDetails {
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
    places: placesIn(html, slides),
    slidesAre: kind === 'slides' ? 'pages' : 'articles',
    hasCover: kind === 'handout',
    bookmarks: slideBookmarks(view.slides),
    pageNumbers: kind === 'slides' ? view.slides.map(({ slide }) => slide.number) : [],
  };
}
