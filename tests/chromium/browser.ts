import { homedir } from 'node:os';
import puppeteer, { type Browser } from 'puppeteer';
import { createDiskHost } from '../../src/io/disk.ts';
import { needBrowser } from '../../src/print/find-browser.ts';

/** Starts the browser that Rostrum would print with, with more arguments. Throws, saying what was tried, when there is none. */
export function startBrowser(...more: readonly string[]): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const machine = { folder: process.cwd(), environment: process.env, platform: process.platform, home: homedir() };
  const { path, kind } = needBrowser(createDiskHost({ ...machine, isRoot }));
  return puppeteer.launch({
    executablePath: path,
    headless: kind === 'shell' ? 'shell' : true,
    args: ['--disable-dev-shm-usage', '--force-color-profile=srgb', ...(isRoot ? ['--no-sandbox'] : []), ...more],
    defaultViewport: { width: 1280, height: 720 },
  });
}
