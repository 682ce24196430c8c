import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { Folders, filesBelow, PROGRAM } from '../commands/program.ts';
import { type Fault, writeFakeBrowser } from './fake-browser.ts';
import { printedTalk } from './printed-talk.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** `rostrum print slides notes` in a talk, with a folder of its own for temporary files. */
function startPrint(talk: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const scratch = folders.make();
  const env = { ...process.env, TMPDIR: scratch, ...environment };
  const program = spawn(process.execPath, [PROGRAM, 'print', 'slides', 'notes', ...args], { cwd: talk, env });
  return { scratch, program };
}

/** How a program ended, and what it said. */
async function endOf(program: ChildProcess) {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    program[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve));
  return { code, ...said };
}

describe.skipIf(process.platform !== 'linux').concurrent('a print that is interrupted', () => {
  test.for<[string, Fault, number, string]>([
    ['as its browser starts', { at: 'start', does: 'SIGINT' }, 130, 'Ctrl-C'],
    ['as it opens a page', { at: 'Target.createTarget', does: 'SIGINT' }, 130, 'Ctrl-C'],
    ['as it loads its first page', { at: 'Page.navigate', does: 'SIGTERM' }, 143, 'SIGTERM'],
    ['as it measures', { at: 'Runtime.callFunctionOn', time: 2, does: 'SIGINT' }, 130, 'Ctrl-C'],
    ['as it prints its second kind', { at: 'Page.printToPDF', time: 2, does: 'SIGINT' }, 130, 'Ctrl-C'],
    ['as it takes the last PDF', { at: 'IO.read', time: 2, does: 'SIGHUP' }, 129, 'SIGHUP'],
  ])('%s leaves all as it was', async ([, fault, exitCode, cause], { expect }) => {
    const talk = printedTalk(folders);
    const before = filesBelow(talk);
    const browser = writeFakeBrowser(folders.make(), fault);
    const { program, scratch } = startPrint(talk, { ROSTRUM_BROWSER: browser.path });
    const { code, stdout, stderr } = await endOf(program);
    expect(stderr).toMatch(
      new RegExp(`(^|\\n)error: the command was ended by ${cause} \\(interrupted\\)\\n  hint: .+\\n`),
    );
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(filesBelow(talk)).toEqual(before);
    expect(readdirSync(scratch)).toEqual([]);
    expect(browser.wasStarted()).toBe(true);
    // The processes are killed by then; a busy machine may take a moment to end them.
    await expect.poll(() => browser.isAlive(), { timeout: 5_000 }).toBe(false);
  });

  test('as it writes leaves all as it was, and says so in one object with --json', async ({ expect }) => {
    const talk = printedTalk(folders);
    const before = filesBelow(talk);
    // What is asked of the disk is handed on, but for the second file Ctrl-C comes first.
    const hook = join(folders.make(), 'hook.mjs');
    writeFileSync(
      hook,
      `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { fsync } = fs;
      let files = 0;
      fs.fsync = (...args) => {
        files += 1;
        if (files === 2) process.kill(process.pid, 'SIGINT');
        fsync(...args);
      };
      syncBuiltinESMExports();`,
    );
    const { program, scratch } = startPrint(talk, { NODE_OPTIONS: `--import=${hook}` }, '--json');
    const { code, stdout } = await endOf(program);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, outputs: [], findings: [{ rule: 'interrupted' }] });
    expect(code).toBe(130);
    expect(filesBelow(talk)).toEqual(before);
    expect(readdirSync(scratch)).toEqual([]);
  });
});
