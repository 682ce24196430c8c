import type { HTTPRequest, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { type Finding, Stop } from '../text/finding.ts';
import type { Browser } from './browser.ts';
import { browserFailed } from './findings.ts';
import { answerRequest, type PrintPage } from './page-files.ts';

/** Rejects when the page's process ends, which leaves the browser alive and every question unanswered. */
export function crashOf(page: Page, browser: Browser): Promise<never> {
  const crashed = new Promise<never>((_, reject) => {
    page.once('error', () => reject(new Stop([browserFailed(browser.path, "the page's process crashed")])));
  });
  crashed.catch(() => {});
  return crashed;
}

/**
 * Lets a page get what it asks for from memory, and nothing from elsewhere. The findings of its requests come into the
 * list that it returns while the page loads.
 */
export async function serveFromMemory(page: Page, content: PrintPage): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  page.on('request', (request) => answer(request, content, findings));
  await Promise.all([
    page.setRequestInterception(true),
    page.setViewport({ width: content.widthPx, height: content.heightPx }),
  ]);
  return findings;
}

function answer(request: HTTPRequest, content: PrintPage, findings: Finding[]): void {
  const { response, finding } = answerRequest(request.url(), content);
  if (finding && !findings.some(({ message }) => message === finding.message)) findings.push(finding);
  const done = response ? request.respond(response) : request.abort('aborted');
  // "aborted" also keeps the page where it is when it was about to leave for another. It may fail when the browser has
  // ended; the step that is running tells.
  done.catch(() => {});
}
