import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, PROGRAM, rostrum } from '../commands/program.ts';
import { type PrintChoices, printedTalk, printTalk } from './printed-talk.ts';
import { findingsOf } from './samples.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

describe('printing stops, and everything stays as it was, when', () => {
  test.each<[string, (talk: string) => void, Pick<PrintChoices, 'kinds' | 'output'>, string]>([
    [
      'a folder stands where the third of four files should be',
      (talk) => {
        rmSync(join(talk, 'dist', 'handout.pdf'));
        mkdirSync(join(talk, 'dist', 'handout.pdf', 'inside'), { recursive: true });
      },
      {},
      'dist/handout.pdf could not be written: a folder stands where the file should be',
    ],
    [
      'a file stands where their folder should be',
      (talk) => writeFileSync(join(talk, 'papers'), 'old'),
      { kinds: ['slides'], output: 'papers' },
      'papers/slides.pdf could not be written: a file stands where a folder should be',
    ],
  ])('%s', async (_, prepare, choices, message) => {
    const talk = printedTalk(folders);
    prepare(talk);
    const before = filesBelow(talk);
    const findings = await findingsOf(() => printTalk(talk, choices));
    expect(findings.map(({ rule, message: words }) => [rule, words])).toEqual([['cannot-write', message]]);
    expect(filesBelow(talk)).toEqual(before);
  });

  test('there is no room for the browser’s own files', async () => {
    const talk = printedTalk(folders);
    const before = filesBelow(talk);
    const { code, stdout, stderr } = await rostrum(['print', 'all'], talk, { TMPDIR: join(talk, 'gone') });
    expect([code, stdout]).toEqual([1, '']);
    expect(
      stderr,
    ).toBe(`error: the browser needs a folder for scratch files, and none can be made in ${talk}/gone (ENOENT) (browser-failed)
  hint: make room in it, or set TMPDIR to a folder that you may write to

1 error
`);
    expect(filesBelow(talk)).toEqual(before);
  });
});

/** Whether a file system can be mounted, for the eyes of one program only. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

/** Puts a small file system with old prints at a folder, prints to it, and lists what it has then. */
const ON_A_DISK = `
mount -t tmpfs -o size=$SIZE none papers
for kind in slides notes handout article; do echo old $kind > papers/$kind.pdf; done
mount -o remount,$MODE papers
"$NODE" "$PROGRAM" print $KINDS -o papers 2>&1
echo exit $?
ls -A papers
cat papers/*`;

describe.skipIf(!canMount)('a disk', () => {
  test.each([
    // Room for the old files, and for some of the new.
    ['is full', { SIZE: '48k', MODE: 'rw', KINDS: 'all' }, /papers\/\w+\.pdf could not be written: the disk is full/],
    [
      'cannot be written',
      { SIZE: '10m', MODE: 'ro', KINDS: 'slides' },
      /papers\/slides\.pdf could not be written: it is on a file system that cannot be written/,
    ],
  ])('that %s keeps its old files, and no other', async (_, environment, message) => {
    const talk = printedTalk(folders);
    mkdirSync(join(talk, 'papers'));
    const env = { ...process.env, ...environment, PROGRAM, NODE: process.execPath };
    const { stdout } = await promisify(execFile)('unshare', ['-rm', 'sh', '-c', ON_A_DISK], { cwd: talk, env });
    const [said = '', left] = stdout.split('exit ');
    expect(said).toMatch(message);
    expect(left).toBe(
      '1\narticle.pdf\nhandout.pdf\nnotes.pdf\nslides.pdf\nold article\nold handout\nold notes\nold slides\n',
    );
  });
});

test('two prints at once into one place are both done, and leave whole files and no other', async () => {
  const talk = printedTalk(folders);
  const runs = await Promise.all([1, 2].map(() => rostrum(['print', 'slides', 'notes'], talk)));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(readdirSync(join(talk, 'dist'))).toEqual(['article.pdf', 'handout.pdf', 'notes.pdf', 'slides.pdf']);
  for (const name of ['notes.pdf', 'slides.pdf']) {
    expect(filesBelow(join(talk, 'dist')).get(name)).toMatch(/^%PDF-[\s\S]*%%EOF\n?$/);
  }
});
