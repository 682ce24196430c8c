import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_TIMEOUTS, launchBrowser, sandboxNotice } from '../../src/print/browser.ts';
import { createMemoryHost } from '../memory-host.ts';
import { findingsOf, isAlive } from './samples.ts';

const host = createMemoryHost({}, { platform: process.platform, isRoot: true });
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeProgram(name: string, text: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`rostrum-browser-${process.pid}-`));

describe.skipIf(process.platform !== 'linux')('a program that is no working browser', () => {
  test.each<[string, () => string, string, RegExp]>([
    [
      'ends at once and says why',
      () => writeProgram('fails', '#!/bin/sh\necho "[1:2:ERROR:x.cc(3)] no display" >&2\nexit 1\n'),
      'it ended with code 1, saying "no display"',
      /ROSTRUM_BROWSER/,
    ],
    ['ends at once without a word', () => '/bin/true', 'it ended with code 0', /ROSTRUM_BROWSER/],
    [
      'lacks a library',
      () =>
        writeProgram(
          'lacks',
          '#!/bin/sh\necho "x: error while loading shared libraries: libnss3.so: none" >&2\nexit 127\n',
        ),
      'it ended with code 127, saying "error while loading shared libraries: libnss3.so"',
      /apt-get install/,
    ],
    [
      'may not use its sandbox',
      () =>
        writeProgram(
          'boxed',
          '#!/bin/sh\necho "[1:2:FATAL:z.cc(1)] No usable sandbox! Update your kernel" >&2\nexit 1\n',
        ),
      'it ended with code 1, saying "No usable sandbox!"',
      /namespaces/,
    ],
    [
      'never answers',
      () => writeProgram('hangs', '#!/bin/sh\nsleep 60\n'),
      'it did not answer within 0.4 s',
      /ROSTRUM_BROWSER/,
    ],
    [
      'is killed',
      () => writeProgram('dies', '#!/bin/sh\nkill -KILL $$\n'),
      'it was ended by SIGKILL',
      /ROSTRUM_BROWSER/,
    ],
    ['may not be run', () => writeProgram('plain', 'text', 0o644), 'it may not be run (EACCES)', /ROSTRUM_BROWSER/],
    ['is not there any more', () => join(folder, 'gone'), 'is not there (ENOENT)', /ROSTRUM_BROWSER/],
    [
      'is a folder',
      () => {
        mkdirSync(join(folder, 'folder'));
        return join(folder, 'folder');
      },
      'it may not be run (EACCES)',
      /ROSTRUM_BROWSER/,
    ],
  ])('%s', async (_title, program, cause, hint) => {
    const path = program();
    const browser = launchBrowser({ path, kind: 'shell', from: 'test' }, host, { ...DEFAULT_TIMEOUTS, startMs: 400 });
    try {
      const findings = await findingsOf(() => browser.ready());
      expect(findings.map(({ rule }) => rule)).toEqual(['browser-failed']);
      expect(findings[0]?.message).toContain(`the browser ${path} did not start: `);
      expect(findings[0]?.message).toContain(cause);
      expect(findings[0]?.hint).toMatch(hint);
    } finally {
      await browser.close();
    }
    expect(isAlive(browser.processId)).toBe(false);
    expect(profiles()).toEqual([]);
  });

  test('can be closed before it was needed, and twice', async () => {
    const path = writeProgram('waits', '#!/bin/sh\nsleep 60\n');
    const browser = launchBrowser({ path, kind: 'full', from: 'test' }, host);
    await Promise.all([browser.close(), browser.close()]);
    expect(isAlive(browser.processId)).toBe(false);
    expect(profiles()).toEqual([]);
  });
});

test('removes the files of runs that were killed, and of no other', async () => {
  const stale = mkdtempSync(join(tmpdir(), 'rostrum-browser-999999999-'));
  const other = mkdtempSync(join(tmpdir(), `rostrum-browser-${process.ppid}-`));
  await launchBrowser({ path: join(folder, 'gone'), kind: 'shell', from: 'test' }, host).close();
  const names = readdirSync(tmpdir()).map((name) => join(tmpdir(), name));
  expect(names).not.toContain(stale);
  expect(names).toContain(other);
  rmSync(other, { recursive: true });
});

test.each([
  ['says so as root', true, "running as root: the browser's sandbox is off (--no-sandbox)"],
  ['says nothing to anyone else', false, null],
])('the notice about the sandbox %s', (_title, isRoot, notice) => {
  expect(sandboxNotice(createMemoryHost({}, { isRoot }))).toBe(notice);
});
