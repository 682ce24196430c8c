import { renderPrintable } from '../deck/deck.ts';
import { writeWhole } from '../io/write.ts';
import { slideBookmarks } from '../print/bookmarks.ts';
import { type Browser, launchBrowser, sandboxNotice } from '../print/browser.ts';
import { needBrowser } from '../print/find-browser.ts';
import { finishPdf, type PrintDetails } from '../print/finish-pdf.ts';
import { printPages } from '../print/print-pages.ts';
import { type Finding, hasErrors, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { View } from '../view/view.ts';
import { slideWords } from '../view/words.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { written } from './writing.ts';

const WIDTH_PX = 1280;
const HEIGHT_PX = 720;

/** Prints the slides of a talk. Its output is a folder, or a name that ends in `.pdf`. */
export async function print(context: Context, request: TalkRequest): Promise<Outcome> {
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

async function printWith(context: Context, browser: Browser, request: TalkRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const prepared = await prepareTalk(context, request, (work) => work(browser));
  const { talk, view, findings } = prepared;
  const printable = renderPrintable(host, prepared);
  lap('render');
  await browser.ready();
  lap('browser');
  const { html, assets } = printable.value;
  const page = { html, assets, widthPx: WIDTH_PX, heightPx: HEIGHT_PX };
  const printed = await printPages(browser, page).catch((error) => {
    throw error instanceof Stop ? new Stop(withPlaces(error.findings, view)) : error;
  });
  lap('print');
  const all = [...findings, ...printable.findings, ...withPlaces(printed.findings, view)];
  if (hasErrors(all)) throw new Stop(all);
  // The browser ends while its PDF is finished.
  const closing = browser.close();
  const finished = finishPdf(printed.value, detailsOf(prepared, version));
  await closing;
  lap('finish');
  const file = outputFile(host, talk, request.output);
  await written(host, file, writeWhole(file, finished.value));
  lap('write');
  return {
    outputs: [file],
    slides: view.slides.length,
    findings: [...all, ...finished.findings],
    lines: [`Open ${host.display(file)} with any PDF reader.`],
  };
}

/** What is found on a printed slide is about the place in the outline that it comes from. */
function withPlaces(findings: readonly Finding[], view: View): readonly Finding[] {
  return findings.map((finding) => {
    const scene = view.slides.find(({ slide }) => slide.id === finding.slide);
    return scene && !finding.span ? { ...finding, span: scene.span } : finding;
  });
}

function outputFile(host: Host, talk: PreparedTalk['talk'], output: string | undefined): string {
  if (output === undefined) return talk.paths.pdf;
  return output.toLowerCase().endsWith('.pdf') ? host.resolve(output) : host.resolve(output, 'slides.pdf');
}

function detailsOf({ talk, view, theme }: PreparedTalk, version: string): PrintDetails {
  const words = slideWords(theme.words.slides);
  return {
    title: talk.title,
    author: talk.speaker,
    subject: talk.description || talk.subtitle,
    lang: talk.lang,
    creator: `Rostrum ${version}`,
    date: talk.date === '' ? null : new Date(`${talk.date}T00:00:00Z`),
    pageNames: view.slides.map(({ slide }) => words.slide(slide.number, slide.title)),
    bookmarks: slideBookmarks(view.slides),
  };
}
