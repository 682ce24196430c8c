import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { basename } from 'node:path';
import type { Host } from '../text/host.ts';
import type { FoundBrowser } from './find-browser.ts';
import { cacheFolder } from './puppeteer-cache.ts';
import { within } from './within.ts';

/** How long a download may take, in milliseconds. */
export interface DownloadLimits {
  /** Without a single byte: a machine without a network, or one that swallows everything. */
  readonly stallMs: number;
  /** In all. */
  readonly downloadMs: number;
}

const BROWSER = 'chrome-headless-shell';

/** Puppeteer's own variable for the address of a mirror. */
const MIRROR = 'PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL';

/** A build of chrome-headless-shell that can be downloaded to Puppeteer's cache, and removed from there again. */
export interface Download {
  /** `chrome-headless-shell 148.0.7778.97`. */
  readonly name: string;
  /** Rejects with an `Error` whose message is the cause in one line. Nothing half-loaded stays. */
  start(limits: DownloadLimits): Promise<FoundBrowser>;
  remove(): Promise<void>;
}

type Progress = (received: number, total: number) => void;

/** The build that the installed Puppeteer was made for. Loads `@puppeteer/browsers`, which is slow: only to install. */
export async function prepareDownload(host: Host): Promise<Download> {
  const [browsers, { PUPPETEER_REVISIONS }] = await Promise.all([
    import('@puppeteer/browsers'),
    import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'),
  ]);
  const browser = browsers.Browser.CHROMEHEADLESSSHELL;
  const build = { browser, buildId: PUPPETEER_REVISIONS[BROWSER], cacheDir: cacheFolder(host) };
  const baseUrl = host.environment[MIRROR];
  const platform = browsers.detectBrowserPlatform();
  if (!platform) throw new Error(`there is no ${BROWSER} for this system`);
  const address = browsers.getDownloadUrl(browser, platform, build.buildId).pathname;
  const archive = host.resolve(build.cacheDir, browser, `${build.buildId}-${basename(address)}`);
  // A run that was killed or gave up leaves half an archive, or a folder without a program; the package would use both.
  const clean = async (): Promise<void> => {
    if (host.kindOf(browsers.computeExecutablePath(build)) === null) await browsers.uninstall(build);
    await rm(archive, { force: true });
  };
  const load = async (onProgress: Progress): Promise<FoundBrowser> => {
    await clean();
    const options = { ...build, downloadProgressCallback: onProgress, ...(baseUrl ? { baseUrl } : {}) };
    const { executablePath } = await browsers.install(options);
    return { path: executablePath, kind: 'shell', from: "Puppeteer's cache" };
  };
  return {
    name: `${BROWSER} ${build.buildId}`,
    start: (limits) =>
      bounded(limits, load).catch(async (error: unknown) => {
        await clean();
        throw error;
      }),
    remove: () => browsers.uninstall(build),
  };
}

/** `@puppeteer/browsers` waits for ever and cannot be stopped; so its connections are closed when the time is over. */
async function bounded<T>(limits: DownloadLimits, load: (onProgress: Progress) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  const keep = (message: unknown) => void sockets.add((message as { readonly socket: Socket }).socket);
  subscribe('net.client.socket', keep);
  let stalled: (reason: Error) => void = () => {};
  const stall = new Promise<never>((_, reject) => {
    stalled = reject;
  });
  const seconds = limits.stallMs / 1000;
  const timer = setTimeout(() => stalled(new Error(`nothing arrived for ${seconds} s`)), limits.stallMs);
  const onProgress: Progress = (received, total) => {
    // Unpacking comes after the last byte and may take its time.
    if (received >= total) clearTimeout(timer);
    else timer.refresh();
  };
  try {
    const work = Promise.race([stall, load(onProgress)]);
    return await within(limits.downloadMs, work, () => new Error(`it took more than ${limits.downloadMs / 1000} s`));
  } catch (error) {
    throw new Error(causeOf(error));
  } finally {
    clearTimeout(timer);
    unsubscribe('net.client.socket', keep);
    for (const socket of sockets) socket.destroy();
  }
}

/** The last line of the message, without the name of what downloads. */
function causeOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  return (lines.at(-1) ?? '').replace(/^\s*- DefaultProvider: /, '').trim();
}
