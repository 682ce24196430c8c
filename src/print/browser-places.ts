import type { Host } from '../text/host.ts';

/**
 * `shell` is chrome-headless-shell, which starts three times as fast; `full` is a whole browser, which has a headless
 * mode of its own.
 */
export type BrowserKind = 'shell' | 'full';

/** A place where a browser may be. */
export interface BrowserPlace {
  readonly path: string;
  readonly kind: BrowserKind;
}

const SHELL_NAMES = ['chrome-headless-shell', 'chromium-headless-shell'];
const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const DARWIN_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Which of the two a program is, by the name of its file. */
export function kindOfProgram(path: string): BrowserKind {
  return /headless[-_]shell(\.exe)?$/i.test(path) ? 'shell' : 'full';
}

/** Where installed browsers are on this system, best first: every headless shell, then Chrome, Chromium, Edge. */
export function installedPlaces(host: Host): readonly BrowserPlace[] {
  const shells = onPath(host, SHELL_NAMES).map((path) => ({ path, kind: 'shell' as const }));
  const full = fullBrowserPaths(host).map((path) => ({ path, kind: 'full' as const }));
  return [...shells, ...full];
}

/** Whether a program can be at this path. A folder of PATH that may not be read holds none. */
export function isProgram(host: Host, path: string): boolean {
  try {
    return host.kindOf(path) === 'file';
  } catch {
    return false;
  }
}

/** The paths that a program of one of these names can have on PATH: name by name, each in the order of the folders. */
export function onPath(host: Host, names: readonly string[]): readonly string[] {
  if (host.platform === 'win32') return [];
  const folders = (host.environment.PATH ?? '').split(':').filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => host.resolve(folder, name)));
}

function fullBrowserPaths(host: Host): readonly string[] {
  if (host.platform === 'win32') {
    const roots = WINDOWS_ROOTS.map((name) => host.environment[name]).filter((root) => root !== undefined);
    return WINDOWS_PROGRAMS.flatMap((parts) => roots.map((root) => host.resolve(root, ...parts)));
  }
  if (host.platform === 'darwin') {
    return DARWIN_APPLICATIONS.flatMap((name) =>
      ['/Applications', host.resolve(host.home, 'Applications')].map((folder) =>
        host.resolve(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  return onPath(host, LINUX_NAMES);
}
