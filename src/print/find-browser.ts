import { Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type BrowserPlace, installedPlaces, isProgram, kindOfProgram } from './browser-places.ts';
import { browserNotThere, noBrowser } from './findings.ts';
import { cachedPlaces, cacheFolder } from './puppeteer-cache.ts';

/** A browser, and who knew of it: the name of a variable, `Puppeteer's cache` or `installed`. */
export interface FoundBrowser extends BrowserPlace {
  readonly from: string;
}

/** What came of looking for a browser. */
export interface BrowserSearch {
  readonly browser: FoundBrowser | null;
  /** What was looked at without success before it, one clause each, in order. */
  readonly tried: readonly string[];
}

const VARIABLES = ['ROSTRUM_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'];

/**
 * The browser to print with: the one that ROSTRUM_BROWSER or PUPPETEER_EXECUTABLE_PATH names, else the newest of
 * Puppeteer's cache, else an installed one; in each group a headless shell before a whole browser. Only looks, starts
 * nothing. Throws a `Stop` (`browser-not-there`) when a variable names what is not there.
 */
export function findBrowser(host: Host): BrowserSearch {
  const named = namedBrowser(host);
  if (named) return { browser: named, tried: [] };
  const groups = [
    { from: "Puppeteer's cache", places: cachedPlaces(host), tried: `Puppeteer's cache (${cacheFolder(host)})` },
    { from: 'installed', places: installedPlaces(host), tried: 'an installed Chrome, Chromium or Edge' },
  ];
  const tried = [`${VARIABLES.join(' and ')} (not set)`];
  for (const group of groups) {
    const place = group.places.find(({ path }) => isProgram(host, path));
    if (place) return { browser: { ...place, from: group.from }, tried };
    tried.push(`${group.tried} (none there)`);
  }
  return { browser: null, tried };
}

/** As `findBrowser`, but throws a `Stop` (`no-browser`) when there is none. */
export function needBrowser(host: Host): FoundBrowser {
  const { browser, tried } = findBrowser(host);
  if (!browser) throw new Stop([noBrowser(tried)]);
  return browser;
}

function namedBrowser(host: Host): FoundBrowser | null {
  for (const variable of VARIABLES) {
    const value = host.environment[variable];
    if (!value) continue;
    const path = host.resolve(value);
    const kind = host.kindOf(path);
    if (kind !== 'file') throw new Stop([browserNotThere(variable, path, kind)]);
    return { path, kind: kindOfProgram(path), from: variable };
  }
  return null;
}
