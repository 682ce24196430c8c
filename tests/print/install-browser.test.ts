import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_TIMEOUTS } from '../../src/print/browser.ts';
import { findBrowser, needBrowser } from '../../src/print/find-browser.ts';
import { type InstallLimits, installBrowser } from '../../src/print/install-browser.ts';
import type { Host } from '../../src/text/host.ts';
import { findingsOf, thisMachine } from './samples.ts';
import { zipOf } from './zip.ts';

const REAL = needBrowser(thisMachine()).path;
const WORKING = `#!/bin/sh\nexec ${REAL} "$@"\n`;
const BROKEN = '#!/bin/sh\necho "x: error while loading shared libraries: libnss3.so: not found" >&2\nexit 127\n';
const LIMITS: InstallLimits = {
  stallMs: 500,
  downloadMs: 10_000,
  aptMs: 2_000,
  timeouts: { ...DEFAULT_TIMEOUTS, startMs: 10_000 },
};

let folder = '';
let server: Server | undefined;
let lines: string[] = [];
const report = (line: string) => void lines.push(line.replace(/(?<=shell )\d+(\.\d+){3}/g, 'BUILD'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  mkdirSync(join(folder, 'bin'));
  lines = [];
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** A machine with no program but those in `bin`, and with a mirror to download from. */
function machine(mirror: string, isRoot = true): Host {
  const host = thisMachine({
    PATH: join(folder, 'bin'),
    HOME: folder,
    PUPPETEER_CACHE_DIR: join(folder, 'cache'),
    PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: mirror,
    ROSTRUM_BROWSER: undefined,
    PUPPETEER_EXECUTABLE_PATH: undefined,
    HTTP_PROXY: undefined,
  });
  // The browser needs its own flag for root where the tests run as root.
  return { ...host, isRoot: isRoot || host.isRoot };
}

function writeProgram(name: string, text: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

/** An `apt-get` that knows some packages and notes what it is asked. */
function writeApt(packages: Readonly<Record<string, string>>): void {
  for (const [name, program] of Object.entries(packages)) writeFileSync(join(folder, `${name}.package`), program);
  writeProgram(
    'apt-get',
    `#!/bin/sh
PATH=/usr/bin:/bin
echo "$DEBIAN_FRONTEND $*" >> ${folder}/asked
for name; do :; done
[ "$1" = install ] || exit 0
if [ ! -f ${folder}/$name.package ]; then echo "E: Unable to locate package $name" >&2; exit 100; fi
cp ${folder}/$name.package ${folder}/bin/$name && chmod +x ${folder}/bin/$name
`,
  );
}

const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');

async function serve(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const serveZip = (files: Readonly<Record<string, string>>) =>
  serve((request, response) => {
    const name = (request.url ?? '').split('/').at(-1)?.replace('.zip', '') ?? '';
    const entries = Object.entries(files).map(([path, text]): [string, string] => [`${name}/${path}`, text]);
    response.end(zipOf(Object.fromEntries(entries)));
  });

/** Nobody listens on this port: a machine without a network. */
const NOWHERE = 'http://127.0.0.1:9';

describe.skipIf(process.platform !== 'linux')('installBrowser', () => {
  test('downloads a headless shell to where findBrowser finds it', async () => {
    const host = machine(await serveZip({ 'chrome-headless-shell': WORKING }));
    const browser = await installBrowser(host, report, LIMITS);
    expect(browser).toEqual({
      path: expect.stringContaining(join(folder, 'cache')),
      kind: 'shell',
      from: "Puppeteer's cache",
    });
    expect(findBrowser(host).browser).toEqual(browser);
    expect(lines).toEqual([`downloading chrome-headless-shell BUILD to ${join(folder, 'cache')}`]);
  });

  test('downloads again over what a killed run left behind', async () => {
    const host = machine(await serveZip({ 'chrome-headless-shell': WORKING }));
    const { path } = await installBrowser(host, report, LIMITS);
    rmSync(path);
    expect(await installBrowser(host, report, LIMITS)).toMatchObject({ path });
  });

  test('goes on to apt-get, for root, when nothing can be downloaded', async () => {
    writeApt({ 'chromium-headless-shell': WORKING });
    const browser = await installBrowser(machine(NOWHERE), report, LIMITS);
    expect(browser).toEqual({ path: join(folder, 'bin', 'chromium-headless-shell'), kind: 'shell', from: 'installed' });
    expect(asked()).toEqual([
      'noninteractive update',
      'noninteractive install -y --no-install-recommends chromium-headless-shell',
    ]);
    expect(lines).toEqual([
      `downloading chrome-headless-shell BUILD to ${join(folder, 'cache')}`,
      'a download of chrome-headless-shell BUILD: connect ECONNREFUSED 127.0.0.1:9',
      'running apt-get update',
      'running apt-get install -y --no-install-recommends chromium-headless-shell',
    ]);
  });

  test('takes chromium where there is no package of the headless shell', async () => {
    writeApt({ chromium: WORKING });
    const browser = await installBrowser(machine(NOWHERE), report, LIMITS);
    expect(browser).toMatchObject({ path: join(folder, 'bin', 'chromium'), kind: 'full' });
    expect(lines).toContainEqual(expect.stringMatching(/chromium-headless-shell: Unable to locate package/));
  });

  test('says that the download cannot start, removes it and goes on', async () => {
    writeApt({ 'chromium-headless-shell': WORKING });
    const host = machine(await serveZip({ 'chrome-headless-shell': BROKEN }));
    const browser = await installBrowser(host, report, LIMITS);
    expect(browser.from).toBe('installed');
    expect(lines).toContainEqual(expect.stringMatching(/^the downloaded chrome-headless-shell BUILD: .*libnss3\.so/));
    expect(findBrowser(host).browser).toEqual(browser);
  });

  test('installs the system libraries that the download names', async () => {
    writeApt({});
    const needsLibrary = `#!/bin/sh\n[ -f ${folder}/asked ] && exec ${REAL} "$@"\nexit 127\n`;
    const host = machine(
      await serveZip({ 'chrome-headless-shell': needsLibrary, 'deb.deps': 'libnss3 (>= 2)\nlibgbm1\n' }),
    );
    expect((await installBrowser(host, report, LIMITS)).from).toBe("Puppeteer's cache");
    expect(asked()).toEqual([
      'noninteractive update',
      'noninteractive satisfy -y --no-install-recommends libnss3 (>= 2), libgbm1',
    ]);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['nobody answers', async () => NOWHERE, 'connect ECONNREFUSED 127.0.0.1:9'],
    ['nothing arrives', () => serve(() => {}), 'nothing arrived for 0.5 s'],
    [
      'it stops in the middle',
      () => serve((_, response) => response.writeHead(200, { 'content-length': '1000' }).write('PK')),
      'nothing arrived for 0.5 s',
    ],
    ['there is no such build', () => serve((_, response) => response.writeHead(404).end()), 'server returned code 404'],
    ['it is no archive', () => serve((_, response) => response.end('<html>Log in</html>')), 'end of central directory'],
  ])('stops with one finding that says all that was tried: %s', async (_title, start, cause) => {
    writeApt({ chromium: BROKEN });
    const host = machine(await start());
    const findings = await findingsOf(() => installBrowser(host, report, LIMITS));
    expect(findings.map(({ rule }) => rule)).toEqual(['no-browser']);
    const message = findings[0]?.message ?? '';
    for (const part of [
      cause,
      'Unable to locate package chromium-headless-shell',
      'the package chromium (',
      'libnss3.so',
    ]) {
      expect(message).toContain(part);
    }
    expect(findings[0]?.hint).toContain('install Chrome, Chromium or Edge yourself');
    expect(readdirSync(join(folder, 'cache', 'chrome-headless-shell'))).toEqual([]);
  });

  test('does not wait for an apt-get that hangs', async () => {
    writeProgram('apt-get', '#!/bin/sh\nexec /bin/sleep 60\n');
    const findings = await findingsOf(() => installBrowser(machine(NOWHERE), report, { ...LIMITS, aptMs: 200 }));
    expect(findings[0]?.message).toContain('apt-get update (it took more than 0.2 s)');
  });

  test.each([
    ['is not root', false, true, 'apt-get (needs root on Debian or Ubuntu)'],
    ['has no apt-get', true, false, 'apt-get (not there)'],
  ])('does not try apt-get when one %s', async (_title, isRoot, hasApt, tried) => {
    if (hasApt) writeApt({ chromium: WORKING });
    const findings = await findingsOf(() => installBrowser({ ...machine(NOWHERE), isRoot }, report, LIMITS));
    expect(findings[0]?.message).toContain(tried);
    expect(existsSync(join(folder, 'asked'))).toBe(false);
  });
});
