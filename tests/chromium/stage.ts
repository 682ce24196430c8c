import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.ts';
import { createScratchFolder, HARBOUR_TALK, rostrum, SHIPPED_TALK } from './rostrum.ts';
import { type Site, serveFolder } from './site.ts';

const TALKS = { shipped: SHIPPED_TALK, harbour: HARBOUR_TALK } as const;

export type TalkName = keyof typeof TALKS;
export const talkNames = Object.keys(TALKS) as readonly TalkName[];

/** How a deck is opened: from a web server, or by a double click. */
export type Scheme = 'http' | 'file';
export const schemes = ['http', 'file'] as const;

/** Decks that the built program made, ready to be opened, and a browser to open them in. */
export interface Stage {
  readonly browser: Browser;
  /** The talk's own folder. */
  talk(name: TalkName): string;
  /** The folder of its deck. */
  deck(name: TalkName): string;
  /** The address of the deck's folder, with a slash at the end. */
  folder(name: TalkName, scheme: Scheme): string;
  /** The address of its page, as people open it: the folder of a site, the file on a disk. */
  page(name: TalkName, scheme: Scheme): string;
  site(name: TalkName): Site;
}

/** Builds the decks of these talks before the tests of a file, and clears everything away after them. */
export function setUpStage(names: readonly TalkName[]): Stage {
  const scratch = createScratchFolder();
  const sites = new Map<TalkName, Site>();
  const browsers: Browser[] = [];
  beforeAll(async () => {
    const builds = names.map((name) => rostrum(['build', TALKS[name], '-o', scratch.path(name)]));
    const starting = startBrowser().then((browser) => browsers.push(browser));
    await Promise.all([...builds, starting]);
    for (const name of names) sites.set(name, await serveFolder(scratch.path(name)));
  });
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await Promise.all([...sites.values()].map((site) => site.close()));
    scratch.remove();
  });
  const folderAddress = (name: TalkName, scheme: Scheme) =>
    scheme === 'http' ? siteOf(name).address : `${pathToFileURL(scratch.path(name)).href}/`;
  const siteOf = (name: TalkName) => need(sites.get(name), `the deck of ${name}`);
  return {
    get browser() {
      return need(browsers[0], 'the browser');
    },
    talk: (name) => TALKS[name],
    deck: (name) => scratch.path(name),
    folder: folderAddress,
    page: (name, scheme) => folderAddress(name, scheme) + (scheme === 'http' ? '' : 'index.html'),
    site: siteOf,
  };
}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not ready: use the stage inside tests only`);
  return value;
}
