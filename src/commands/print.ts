import { type Browser, DEFAULT_TIMEOUTS, launchBrowser, sandboxNotice, type Timeouts } from '../print/browser.ts';
import { needBrowser } from '../print/find-browser.ts';
import { stopOnErrors } from '../text/finding.ts';
import { selectSlides } from '../view/select-slides.ts';
import type { SlideChoice } from '../view/slide-choice.ts';
import type { Context, Outcome } from './context.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { printPdfs } from './print-pdfs.ts';
import { printPictures } from './print-pictures.ts';
import type { PrintRequest } from './print-request.ts';

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
  const speaker = request.kinds.some((kind) => kind === 'notes' || kind === 'article');
  const whole = await prepareTalk(context, { ...request, speaker }, (work) => work(browser));
  const prepared = request.slides ? withSlides(whole, request.slides) : whole;
  return request.asPictures
    ? printPictures(context, browser, request, prepared)
    : printPdfs(context, browser, request, prepared);
}

/** A talk with some of its slides alone. Throws `Stop` when one of them does not exist. */
function withSlides(whole: PreparedTalk, choices: readonly SlideChoice[]): PreparedTalk {
  const selected = selectSlides(whole, choices);
  const findings = [...whole.findings, ...selected.findings];
  stopOnErrors(findings);
  return { ...whole, ...selected.value, findings };
}
