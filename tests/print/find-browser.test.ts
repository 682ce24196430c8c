import { describe, expect, test } from 'vitest';
import { findBrowser, needBrowser } from '../../src/print/find-browser.ts';
import { Stop } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';
import { createMemoryHost } from '../memory-host.ts';

const CACHE = '/home/ada/.cache/puppeteer';
const PATH = '/usr/local/bin:/usr/bin';

function hostWith(paths: readonly string[], environment: Record<string, string> = {}, platform = 'linux'): Host {
  const files = Object.fromEntries(paths.map((path) => [path, '']));
  return createMemoryHost(files, { environment: { PATH, ...environment }, platform });
}

function shellBuild(build: string, root = CACHE): string {
  return `${root}/chrome-headless-shell/linux-${build}/chrome-headless-shell-linux64/chrome-headless-shell`;
}
const chromeBuild = (build: string) => `${CACHE}/chrome/linux-${build}/chrome-linux64/chrome`;

describe('findBrowser', () => {
  test.each<[string, readonly string[], Record<string, string>, string, 'shell' | 'full', string]>([
    [
      'takes what ROSTRUM_BROWSER names before all others',
      ['/opt/mine', '/opt/other', shellBuild('148.0.1.1'), '/usr/bin/chromium'],
      { ROSTRUM_BROWSER: '/opt/mine', PUPPETEER_EXECUTABLE_PATH: '/opt/other' },
      '/opt/mine',
      'full',
      'ROSTRUM_BROWSER',
    ],
    [
      'takes what PUPPETEER_EXECUTABLE_PATH names, from the folder one stands in',
      ['/desk/bin/chrome-headless-shell'],
      { PUPPETEER_EXECUTABLE_PATH: 'bin/chrome-headless-shell' },
      '/desk/bin/chrome-headless-shell',
      'shell',
      'PUPPETEER_EXECUTABLE_PATH',
    ],
    [
      'passes over a variable that is empty',
      ['/usr/bin/chromium'],
      { ROSTRUM_BROWSER: '' },
      '/usr/bin/chromium',
      'full',
      'installed',
    ],
    [
      'takes the newest headless shell of the cache, by number and not by letter',
      [shellBuild('99.0.1.1'), shellBuild('148.0.7.9'), shellBuild('148.0.7.10'), chromeBuild('150.0.1.1')],
      {},
      shellBuild('148.0.7.10'),
      'shell',
      "Puppeteer's cache",
    ],
    [
      'passes over a build in the cache that holds no program',
      [shellBuild('148.0.1.1'), `${CACHE}/chrome-headless-shell/linux-149.0.1.1/chrome-headless-shell-linux64/LICENSE`],
      {},
      shellBuild('148.0.1.1'),
      'shell',
      "Puppeteer's cache",
    ],
    [
      'takes Chrome of the cache where it has no headless shell',
      [chromeBuild('148.0.1.1'), '/usr/bin/chromium-headless-shell'],
      {},
      chromeBuild('148.0.1.1'),
      'full',
      "Puppeteer's cache",
    ],
    [
      'looks for the cache where PUPPETEER_CACHE_DIR says',
      [shellBuild('148.0.1.1', '/var/cache/p'), shellBuild('149.0.1.1')],
      { PUPPETEER_CACHE_DIR: '/var/cache/p' },
      shellBuild('148.0.1.1', '/var/cache/p'),
      'shell',
      "Puppeteer's cache",
    ],
    [
      'prefers an installed headless shell to a whole browser',
      ['/usr/local/bin/google-chrome', '/usr/bin/chromium-headless-shell'],
      {},
      '/usr/bin/chromium-headless-shell',
      'shell',
      'installed',
    ],
    [
      'takes Chrome before Chromium before Edge',
      ['/usr/bin/google-chrome', '/usr/local/bin/chromium', '/usr/bin/microsoft-edge'],
      {},
      '/usr/bin/google-chrome',
      'full',
      'installed',
    ],
    [
      'finds Edge when there is nothing else',
      ['/usr/bin/microsoft-edge'],
      {},
      '/usr/bin/microsoft-edge',
      'full',
      'installed',
    ],
  ])('%s', (_title, paths, environment, path, kind, from) => {
    expect(findBrowser(hostWith(paths, environment)).browser).toEqual({ path, kind, from });
  });

  test.each<[string, string, string, Record<string, string>]>([
    ['Chrome of macOS', 'darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    [
      'Edge of one person on macOS',
      'darwin',
      '/home/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      {},
    ],
    ['a shell on the PATH of macOS', 'darwin', '/usr/local/bin/chrome-headless-shell', {}],
    ['Chrome of Windows', 'win32', '/pf/Google/Chrome/Application/chrome.exe', { PROGRAMFILES: '/pf' }],
    ['Edge of Windows', 'win32', '/pf86/Microsoft/Edge/Application/msedge.exe', { 'PROGRAMFILES(X86)': '/pf86' }],
    [
      'Chrome of one person on Windows',
      'win32',
      '/local/Google/Chrome/Application/chrome.exe',
      { LOCALAPPDATA: '/local' },
    ],
    [
      "a shell in Puppeteer's cache on Windows",
      'win32',
      `${CACHE}/chrome-headless-shell/win64-148.0.1.1/chrome-headless-shell-win64/chrome-headless-shell.exe`,
      {},
    ],
    [
      "Chrome in Puppeteer's cache on macOS",
      'darwin',
      `${CACHE}/chrome/mac_arm-148.0.1.1/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
      {},
    ],
  ])('finds %s', (_title, platform, path, environment) => {
    expect(findBrowser(hostWith([path], environment, platform)).browser?.path).toBe(path);
  });

  test('takes nothing of another system from the cache', () => {
    expect(findBrowser(hostWith([shellBuild('148.0.1.1')], {}, 'darwin')).browser).toBeNull();
  });

  test('says what was tried before, in order', () => {
    expect(findBrowser(hostWith(['/usr/bin/chromium'])).tried).toEqual([
      'ROSTRUM_BROWSER and PUPPETEER_EXECUTABLE_PATH (not set)',
      `Puppeteer's cache (${CACHE}) (none there)`,
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'is not there',
      { ROSTRUM_BROWSER: '/opt/gone' },
      'the browser that ROSTRUM_BROWSER names is not there: /opt/gone',
    ],
    [
      'is a folder',
      { PUPPETEER_EXECUTABLE_PATH: '/usr/bin' },
      'the browser that PUPPETEER_EXECUTABLE_PATH names is a folder, not a program: /usr/bin',
    ],
  ])('stops, and looks no further, when the named browser %s', (_title, environment, message) => {
    const search = () => findBrowser(hostWith(['/usr/bin/chromium'], environment));
    expect(search).toThrow(Stop);
    expect(search).toThrow(message);
  });

  test('passes over a folder of PATH that may not be read', () => {
    const host = hostWith(['/usr/bin/chromium']);
    const kindOf = (path: string) => {
      if (path.startsWith('/usr/local')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return host.kindOf(path);
    };
    expect(findBrowser({ ...host, kindOf }).browser?.path).toBe('/usr/bin/chromium');
  });
});

describe('needBrowser', () => {
  test('stops with one finding that says what was tried and what to do', () => {
    try {
      needBrowser(hostWith([]));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Stop);
      const findings = (error as Stop).findings;
      expect(findings.map(({ rule }) => rule)).toEqual(['no-browser']);
      expect(findings[0]?.message).toContain('ROSTRUM_BROWSER and PUPPETEER_EXECUTABLE_PATH (not set)');
      expect(findings[0]?.message).toContain('an installed Chrome, Chromium or Edge (none there)');
      expect(findings[0]?.hint).toContain('rostrum browser --install');
    }
  });
});
