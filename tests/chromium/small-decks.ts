import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.ts';
import { createScratchFolder, rostrum } from './rostrum.ts';

/** Decks of talks that a test has written itself, and a browser to open them in. */
export interface SmallDecks {
  readonly browser: Browser;
  /** The address of a deck's page, as a file. */
  page(name: string): string;
  /** A place for what a test makes. */
  path(...parts: readonly string[]): string;
}

/** Builds decks of talks in one file, by name, before the tests of a file, and clears everything away after them. */
export function setUpDecks(talks: Readonly<Record<string, string>>): SmallDecks {
  const scratch = createScratchFolder();
  let browser: Browser | null = null;
  beforeAll(async () => {
    const builds = Object.entries(talks).map(([name, text]) => {
      const file = scratch.path(`${name}.md`);
      writeFileSync(file, text);
      return rostrum(['build', file, '-o', scratch.path(name)]);
    });
    browser = await startBrowser();
    await Promise.all(builds);
  });
  afterAll(async () => {
    await browser?.close();
    scratch.remove();
  });
  return {
    get browser() {
      if (browser === null) throw new Error('the browser is not ready: use it inside tests only');
      return browser;
    },
    page: (name) => pathToFileURL(scratch.path(name, 'index.html')).href,
    path: (...parts) => scratch.path(...parts),
  };
}
