import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needBrowser } from '../../src/print/find-browser.ts';
import { isAlive, thisMachine } from './samples.ts';

const PROGRAM = fileURLToPath(new URL('fake-browser-program.mjs', import.meta.url));

/** What a fake browser does in the place of a real one. */
export interface Fault {
  /** When: as it is started, or as it is asked for something by the protocol's method, such as `Page.printToPDF`. */
  readonly at: string;
  /** Which time, from 1. */
  readonly time?: number;
  /**
   * `end`: ends itself and the browser behind it; `hang`: never answers that; `crash` the page's process;
   * `alert`: opens a dialog, and does what it was asked for; else the name of a signal that it sends to Rostrum, and goes on.
   */
  readonly does: 'end' | 'hang' | 'crash' | 'alert' | NodeJS.Signals;
}

/** A browser that fails as it was told to, and is a real one up to then. */
export interface FakeBrowser {
  readonly path: string;
  /** Whether it was started. */
  wasStarted(): boolean;
  /** Whether it, or any process of the browser behind it, still runs. */
  isAlive(): boolean;
}

/** Writes a fake browser into a folder. It hands on what Rostrum and a real browser say to each other, but for its fault. */
export function writeFakeBrowser(folder: string, fault: Fault): FakeBrowser {
  const path = join(folder, 'fake-headless-shell');
  const note = join(folder, 'fake-headless-shell.pid');
  const { path: browser } = needBrowser(thisMachine());
  const facts = JSON.stringify({ browser, note, time: 1, ...fault });
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' '${facts}' "$@"\n`);
  chmodSync(path, 0o755);
  const wasStarted = (): boolean => existsSync(note);
  return { path, wasStarted, isAlive: () => wasStarted() && isAlive(Number(readFileSync(note, 'utf8'))) };
}
