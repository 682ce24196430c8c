import type { Host } from '../text/host.ts';
import type { BrowserKind, BrowserPlace } from './browser-places.ts';

/** Puppeteer's names for this system, as its cache's folders begin with them: `linux-148.0.7778.97`. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  linux: ['linux', 'linux_arm'],
  darwin: ['mac', 'mac_arm'],
  win32: ['win32', 'win64'],
};

/** Where Puppeteer keeps downloaded browsers: PUPPETEER_CACHE_DIR, else `.cache/puppeteer` in the home folder. */
export function cacheFolder(host: Host): string {
  const named = host.environment.PUPPETEER_CACHE_DIR;
  return named ? host.resolve(named) : host.resolve(host.home, '.cache', 'puppeteer');
}

/**
 * The browsers in Puppeteer's cache, best first: headless shells by build, newest first, then whole browsers. The
 * layout is `BROWSER/SYSTEM-BUILD/BROWSER-SYSTEM/program` (@puppeteer/browsers 2), read here because loading that
 * package to look costs more than a tenth of a second.
 */
export function cachedPlaces(host: Host): readonly BrowserPlace[] {
  return [...cachedBuilds(host, 'chrome-headless-shell', 'shell'), ...cachedBuilds(host, 'chrome', 'full')];
}

function cachedBuilds(host: Host, browser: string, kind: BrowserKind): readonly BrowserPlace[] {
  const folder = host.resolve(cacheFolder(host), browser);
  const builds = host.list(folder).filter((name) => (SYSTEMS[host.platform] ?? []).includes(name.split('-')[0] ?? ''));
  return [...builds].sort(newestFirst).flatMap((build) =>
    host
      .list(host.resolve(folder, build))
      .filter((name) => name.startsWith(`${browser}-`))
      .map((name) => ({ kind, path: host.resolve(folder, build, name, ...programIn(host.platform, browser)) })),
  );
}

function programIn(platform: string, browser: string): readonly string[] {
  if (platform === 'win32') return [`${browser}.exe`];
  if (platform !== 'darwin' || browser !== 'chrome') return [browser];
  const name = 'Google Chrome for Testing';
  return [`${name}.app`, 'Contents', 'MacOS', name];
}

/** Orders names such as `linux-148.0.7778.97` by the numbers of the build, the highest first. */
function newestFirst(a: string, b: string): number {
  const [left, right] = [a, b].map((name) =>
    name
      .slice(name.indexOf('-') + 1)
      .split('.')
      .map(Number),
  );
  for (let index = 0; index < 4; index += 1) {
    const difference = (right?.[index] || 0) - (left?.[index] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
