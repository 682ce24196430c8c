import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Progress } from '../../src/commands/context.ts';
import type { PrintKind } from '../../src/commands/print-files.ts';
import type { Timeouts } from '../../src/print/browser.ts';
import { Folders, filesBelow } from '../commands/program.ts';
import { type FakeBrowser, type Fault, writeFakeBrowser } from './fake-browser.ts';
import { printedTalk, printTalk } from './printed-talk.ts';
import { findingsOf } from './samples.ts';

/** The first is printed well, the second not. */
const TWO: readonly PrintKind[] = ['slides', 'notes'];
const folders = new Folders();
const { TMPDIR } = process.env;
let scratch = '';

beforeAll(() => {
  scratch = folders.make();
  process.env.TMPDIR = scratch;
});
afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  folders.removeAll();
});

/** No process of a browser, and no file of one. */
async function expectNothingLeft(browser: FakeBrowser): Promise<void> {
  expect(browser.wasStarted()).toBe(true);
  // The processes are killed by then; a busy machine may take a moment to end them.
  await expect.poll(() => browser.isAlive(), { timeout: 5_000 }).toBe(false);
  expect(readdirSync(scratch).filter((name) => name.startsWith('rostrum-browser-'))).toEqual([]);
}

describe.skipIf(process.platform !== 'linux')(
  'printing two kinds stops, and the old files stay, when the browser',
  () => {
    test.each<[string, Fault, Partial<Timeouts>, string, RegExp]>([
      [
        'ends at its start',
        { at: 'start', does: 'end' },
        {},
        'browser-failed',
        / did not start: it ended with code 7$/,
      ],
      [
        'never answers',
        { at: 'Target.setDiscoverTargets', does: 'hang' },
        { startMs: 1_500 },
        'browser-failed',
        / did not start: it did not answer within 1\.5 s$/,
      ],
      [
        'ends while it prints the second kind',
        { at: 'Page.printToPDF', time: 2, does: 'end' },
        {},
        'browser-failed',
        / failed at its work: it ended with code 7$/,
      ],
      [
        'ends while it hands over the last kind',
        { at: 'IO.read', time: 2, does: 'end' },
        {},
        'browser-failed',
        / failed at its work: it ended with code 7$/,
      ],
      [
        'hangs while it loads the second kind',
        { at: 'Page.navigate', time: 2, does: 'hang' },
        { loadMs: 1_500 },
        'print-timeout',
        / did not finish loading the page within 1\.5 s$/,
      ],
      [
        'hangs while it prints the second kind',
        { at: 'Page.printToPDF', time: 2, does: 'hang' },
        { printMs: 1_500 },
        'print-timeout',
        / did not finish printing within 1\.5 s$/,
      ],
      [
        'loses the process of the page of the second kind',
        { at: 'Page.printToPDF', time: 2, does: 'crash' },
        {},
        'browser-failed',
        / failed at its work: the page's process crashed$/,
      ],
    ])('%s', async (_, fault, timeouts, rule, message) => {
      const talk = printedTalk(folders);
      const before = filesBelow(talk);
      const browser = writeFakeBrowser(folders.make(), fault);
      const findings = await findingsOf(() => printTalk(talk, { kinds: TWO, browser: browser.path, timeouts }));
      expect(findings.map((finding) => finding.rule)).toEqual([rule]);
      expect(findings[0]?.message).toMatch(message);
      expect(findings[0]?.hint).toMatch(/ROSTRUM_BROWSER/);
      expect(filesBelow(talk)).toEqual(before);
      await expectNothingLeft(browser);
    });

    test('is not there', async () => {
      const talk = printedTalk(folders);
      const before = filesBelow(talk);
      const findings = await findingsOf(() => printTalk(talk, { browser: join(talk, 'chrome') }));
      expect(findings.map(({ rule }) => rule)).toEqual(['browser-not-there']);
      expect(filesBelow(talk)).toEqual(before);
    });
  },
);

test.skipIf(process.platform !== 'linux')('a dialog that a page opens keeps nothing from being printed', async () => {
  const talk = printedTalk(folders);
  const browser = writeFakeBrowser(folders.make(), { at: 'Page.printToPDF', time: 2, does: 'alert' });
  const told: Progress[] = [];
  const { outputs, findings } = await printTalk(talk, { browser: browser.path, told });
  expect(findings).toEqual([]);
  expect(outputs).toHaveLength(4);
  for (const bytes of filesBelow(join(talk, 'dist')).values()) expect(bytes).toMatch(/^%PDF-/);
  await expectNothingLeft(browser);
  expect(told.map(({ done, total, what }) => `${done}/${total} ${what}`)).toEqual([
    '0/8 slides',
    '2/8 slides',
    '2/8 notes',
    '4/8 notes',
    '4/8 handout',
    '6/8 handout',
    '6/8 article',
    '8/8 article',
  ]);
});
