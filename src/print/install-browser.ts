import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Apt, findApt } from './apt.ts';
import { DEFAULT_TIMEOUTS, type Timeouts } from './browser.ts';
import { isProgram, kindOfProgram, onPath } from './browser-places.ts';
import { checkBrowser } from './check-browser.ts';
import { type Download, type DownloadLimits, prepareDownload } from './download-browser.ts';
import type { FoundBrowser } from './find-browser.ts';
import { browserNotInstalled } from './findings.ts';
import { cacheFolder } from './puppeteer-cache.ts';

/** How long each part of an installation may take, in milliseconds. */
export interface InstallLimits extends DownloadLimits {
  /** One run of `apt-get`. */
  readonly aptMs: number;
  /** To see whether the new browser starts. */
  readonly timeouts: Timeouts;
}

const DEFAULT_LIMITS: InstallLimits = {
  stallMs: 20_000,
  downloadMs: 900_000,
  aptMs: 900_000,
  timeouts: DEFAULT_TIMEOUTS,
};

/** Debian's names. Ubuntu has no headless shell, and its `chromium` needs snap: there, the download is what works. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/** What an attempt needs, and where it says what came of it. */
interface Attempt {
  readonly host: Host;
  readonly limits: InstallLimits;
  readonly apt: Apt | null;
  /** Says what is being done, in one line. */
  readonly report: (line: string) => void;
  /** Notes and says what did not work. */
  readonly fail: (what: string, cause: string) => void;
}

/**
 * Gets a browser onto this machine and returns it, started once as a proof: chrome-headless-shell, downloaded to
 * Puppeteer's cache; else, as root on Debian or Ubuntu, a package. Each thing that it does, and each that fails, is
 * reported in one line. Throws a `Stop` (`no-browser`) with all that was tried when nothing works.
 */
export async function installBrowser(
  host: Host,
  report: (line: string) => void,
  limits: InstallLimits = DEFAULT_LIMITS,
): Promise<FoundBrowser> {
  const tried: string[] = [];
  const fail = (what: string, cause: string) => {
    tried.push(`${what} (${cause})`);
    report(`${what}: ${cause}`);
  };
  const attempt: Attempt = { host, limits, apt: findApt(host), report, fail };
  const browser = (await download(attempt)) ?? (await installPackage(attempt));
  if (!browser) throw new Stop([browserNotInstalled(tried)]);
  return browser;
}

async function download(attempt: Attempt): Promise<FoundBrowser | null> {
  const { host, limits, report, fail } = attempt;
  const build = await prepareDownload(host);
  report(`downloading ${build.name} to ${cacheFolder(host)}`);
  try {
    const browser = await build.start(limits);
    return await proveDownload(attempt, build, browser);
  } catch (error) {
    if (error instanceof Stop || !(error instanceof Error)) throw error;
    fail(`a download of ${build.name}`, error.message);
    return null;
  }
}

/** A download that does not start is removed again, else it would be found, and fail, before any other browser. */
async function proveDownload(attempt: Attempt, build: Download, browser: FoundBrowser): Promise<FoundBrowser | null> {
  if (await starts(attempt, browser, `the downloaded ${build.name}`)) return browser;
  const hasLibraries = await installLibraries(attempt, browser);
  if (hasLibraries && (await starts(attempt, browser, `${build.name} with its system libraries`))) return browser;
  await build.remove();
  return null;
}

/** The download names the system libraries it needs in `deb.deps`, in the form of a package's dependencies. */
async function installLibraries(attempt: Attempt, browser: FoundBrowser): Promise<boolean> {
  const { host, apt } = attempt;
  const list = host.readBytes(host.resolve(browser.path, '..', 'deb.deps'));
  if (!apt || !list) return false;
  const needed = new TextDecoder().decode(list).trim().split('\n').join(', ');
  await runApt(attempt, apt, ['update']);
  const command = ['satisfy', '-y', '--no-install-recommends'];
  return runApt(attempt, apt, [...command, needed], `${command.join(' ')} (the system libraries of the download)`);
}

async function installPackage(attempt: Attempt): Promise<FoundBrowser | null> {
  const { host, apt, fail } = attempt;
  if (!apt) {
    fail('apt-get', host.isRoot ? 'not there' : 'needs root on Debian or Ubuntu');
    return null;
  }
  // Without new lists, or with only some of them, the package may still be known.
  await runApt(attempt, apt, ['update']);
  for (const name of PACKAGES) {
    const isInstalled = await runApt(attempt, apt, ['install', '-y', '--no-install-recommends', name]);
    const path = onPath(host, [name]).find((place) => isProgram(host, place));
    if (!isInstalled || path === undefined) continue;
    const browser: FoundBrowser = { path, kind: kindOfProgram(path), from: 'installed' };
    if (await starts(attempt, browser, `the package ${name}`)) return browser;
  }
  return null;
}

/** `said` is what the command is called in reports. */
async function runApt(attempt: Attempt, apt: Apt, args: readonly string[], said = args.join(' ')): Promise<boolean> {
  const { limits, report, fail } = attempt;
  const command = `apt-get ${said}`;
  report(`running ${command}`);
  const cause = await apt.run(args, limits.aptMs);
  if (cause !== null) fail(command, cause);
  return cause === null;
}

async function starts({ host, limits, fail }: Attempt, browser: FoundBrowser, what: string): Promise<boolean> {
  const finding = await checkBrowser(browser, host, limits.timeouts);
  if (finding) fail(what, finding.message);
  return finding === null;
}
