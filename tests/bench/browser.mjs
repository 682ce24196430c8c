/** Which browser both printers get, so that they are measured with the same one. */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Browser, computeSystemExecutablePath, getInstalledBrowsers } from '@puppeteer/browsers';

const commands = ['chrome-headless-shell', 'chromium-headless-shell', 'google-chrome', 'chromium', 'chromium-browser'];

/** A browser that Puppeteer downloaded: a headless shell before a whole Chrome. */
async function cachedBrowser() {
  const cacheDir = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const installed = await getInstalledBrowsers({ cacheDir });
  const kinds = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME];
  return kinds.map((kind) => installed.find(({ browser }) => browser === kind)?.executablePath).find(Boolean);
}

function browserOnPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Chrome where its installer puts it; it is not on the path on macOS and Windows. */
function systemChrome() {
  try {
    return computeSystemExecutablePath({ browser: Browser.CHROME, channel: 'stable' });
  } catch {
    return undefined;
  }
}

/** The path of the browser to print with; `undefined` when there is none. Looks where Rostrum does, in that order. */
export async function findBrowser() {
  const named = process.env.ROSTRUM_BROWSER || process.env.PUPPETEER_EXECUTABLE_PATH;
  return named || (await cachedBrowser()) || browserOnPath() || systemChrome();
}
