import type { Browser as Connection, Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js';
import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts';
import type { FoundBrowser } from './find-browser.ts';
import { browserFailed, browserNotStarted, printTimedOut } from './findings.ts';
import { createProfileFolder, removeProfileFolder } from './profile-folder.ts';
import { within } from './within.ts';

/** How long the browser may take for each step, in milliseconds. */
export interface Timeouts {
  /** From its start to its first answer. */
  readonly startMs: number;
  /** To load a page with its fonts and pictures. */
  readonly loadMs: number;
  /** To make the PDF of a loaded page. */
  readonly printMs: number;
}

/** Long enough for a long talk on a slow machine. */
export const DEFAULT_TIMEOUTS: Timeouts = { startMs: 30_000, loadMs: 60_000, printMs: 300_000 };

/** How long a whole browser may take to close, and a lost one to end. */
const CLOSE_MS = 1_000;
const END_MS = 500;

/**
 * Nothing gets out, whatever the page asks for: a proxy that is not there, for local addresses too, no name is looked
 * up, no UDP for WebRTC. Measured with a page of 20 kinds of request: without these, preconnect and STUN get out.
 */
const NETWORK_ARGUMENTS = [
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];

const PAGE_ARGUMENTS = [
  // A picture with loading=lazy, far down the page, would never be loaded; told to load at once, it takes two seconds.
  '--blink-settings=lazyLoadEnabled=false',
  // Paper has no pixels for letters to be fitted to.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // A picture of a page would be taken before a large picture in it is decoded.
  '--disable-checker-imaging',
];

const QUIET_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  // In most containers /dev/shm is too small for a page of large pictures.
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
  // Each start may draw other experiments, and the same page must print the same.
  '--disable-field-trial-config',
  '--disable-sync',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** The line to say before printing as root, where the browser's sandbox cannot work; `null` for everyone else. */
export function sandboxNotice(host: Host): string | null {
  return host.isRoot ? "running as root: the browser's sandbox is off (--no-sandbox)" : null;
}

/**
 * Starts a browser and returns at once, so that it starts while the talk is still being rendered. Whatever goes wrong
 * is thrown by who needs the browser; `close` it in any case. Throws a `Stop` (`browser-failed`) only where there is no
 * room for its files.
 */
export function launchBrowser(found: FoundBrowser, host: Host, timeouts: Timeouts = DEFAULT_TIMEOUTS): Browser {
  return new Browser(found, host, timeouts);
}

/** A browser that was started and has to be closed. */
export class Browser {
  readonly path: string;
  readonly timeouts: Timeouts;
  readonly #kind: FoundBrowser['kind'];
  readonly #profile: string;
  readonly #process: BrowserProcess;
  readonly #connection: Promise<Connection>;
  #firstPage: Promise<Page> | null;
  #answers = false;

  /** Starts it; see `launchBrowser`. */
  constructor(found: FoundBrowser, host: Host, timeouts: Timeouts) {
    this.path = found.path;
    this.timeouts = timeouts;
    this.#kind = found.kind;
    this.#profile = createProfileFolder();
    this.#process = startBrowserProcess(found.path, launchArguments(found, host, this.#profile), host.platform);
    this.#connection = this.#connect();
    this.#firstPage = this.#connection.then((connection) => connection.newPage());
    // Nobody may be waiting yet when the start fails; who needs the browser gets the error.
    this.#connection.catch(() => {});
    this.#firstPage.catch(() => {});
  }

  /** The id of its process, which is the id of its process group too; `undefined` when it could not be run. */
  get processId(): number | undefined {
    return this.#process.id;
  }

  /** Comes true when it answers; rejects with a `Stop` (`browser-failed`) when it does not. */
  async ready(): Promise<void> {
    await this.#connection;
  }

  /** An empty page. The first is opened with the browser, which is a tenth of a second earlier. */
  async openPage(): Promise<Page> {
    const connection = await this.#connection;
    const page = this.#firstPage ?? connection.newPage();
    this.#firstPage = null;
    return page;
  }

  /**
   * The result of a step of the browser's work, unless it fails, or the browser ends, or `timeoutMs` pass before: then
   * it throws a `Stop` and the browser is ended, for nothing more can be expected of it. `name` of the step goes into
   * the message. `crash` rejects, with a `Stop`, when something else makes the step impossible.
   */
  async during<T>(name: string, timeoutMs: number, work: Promise<T>, crash = NEVER): Promise<T> {
    const ended = Promise.race([this.#untilEnd(), crash]);
    ended.catch(() => {});
    const late = () => new Stop([printTimedOut(this.path, name, timeoutMs)]);
    try {
      return await within(timeoutMs, Promise.race([work, ended]), late);
    } catch (error) {
      throw await this.#explain(error, ended);
    }
  }

  /** Ends the browser, with all its processes, and removes its files. Can be called at any time, also twice. */
  async close(): Promise<void> {
    // A headless shell leaves nothing behind when it is killed; a whole browser has files in the temporary folder.
    if (this.#kind === 'full' && this.#answers) await this.#sayGoodbye();
    this.#process.kill();
    await this.#process.ended;
    await removeProfileFolder(this.#profile);
  }

  async #sayGoodbye(): Promise<void> {
    const goodbye = this.#connection.then((connection) => connection.close()).then(() => this.#process.ended);
    await within(CLOSE_MS, goodbye, () => new Error('it does not answer')).catch(() => {});
  }

  /** Rejects with a `Stop` when the process ends. */
  async #untilEnd(): Promise<never> {
    throw this.#endedBy(await this.#process.ended);
  }

  #endedBy(cause: string): Stop {
    const { path } = this;
    return new Stop([
      this.#answers ? browserFailed(path, cause) : browserNotStarted(path, cause, this.#process.words()),
    ]);
  }

  async #connect(): Promise<Connection> {
    const { startMs } = this.timeouts;
    const ended = this.#untilEnd();
    const late = () => this.#endedBy(`it did not answer within ${startMs / 1000} s`);
    try {
      const connection = await within(startMs, Promise.race([ended, connect(this.#process, ended)]), late);
      this.#answers = true;
      return connection;
    } catch (error) {
      this.#process.kill();
      throw error;
    }
  }

  /**
   * An error of the work as a finding. When the connection is lost in the middle of something, Puppeteer's errors are
   * of many kinds, and the process ends a moment later: so the end is waited for, and is the reason if it comes.
   */
  async #explain(error: unknown, ended: Promise<never>): Promise<unknown> {
    const words = error instanceof Error ? error.message : String(error);
    const cause = (words.split('\n')[0] ?? '').replace(/^Protocol error \([\w.]+\): /, '');
    const otherwise = () => new Stop([browserFailed(this.path, cause)]);
    const reason = error instanceof Stop ? error : await within(END_MS, ended, otherwise).catch(asIs);
    this.#process.kill();
    return reason;
  }
}

const NEVER = new Promise<never>(() => {});
const asIs = (error: unknown): unknown => error;

function launchArguments(found: FoundBrowser, host: Host, profile: string): readonly string[] {
  return [
    found.kind === 'shell' ? '--headless' : '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(host.isRoot ? ['--no-sandbox'] : []),
    ...PAGE_ARGUMENTS,
    ...QUIET_ARGUMENTS,
    ...NETWORK_ARGUMENTS,
    'about:blank',
  ];
}

/**
 * Puppeteer, connected to the process. Its error for a closed pipe gives way to the reason of the end. It has no limits of
 * time of its own, which would come before those of `during`, or not at all.
 */
async function connect(started: BrowserProcess, ended: Promise<never>): Promise<Connection> {
  // The half of Puppeteer that starts no browsers: it loads in half the time, while the browser starts.
  const { default: puppeteer } = await import('puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js');
  const connection = puppeteer.connect({ transport: started.transport, defaultViewport: null, protocolTimeout: 0 });
  return connection.catch(() => ended);
}
