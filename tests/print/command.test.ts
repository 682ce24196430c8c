import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROGRAM = resolve('dist/rostrum/cli.js');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-print-'));
  mkdirSync(join(folder, 'slides'));
  writeFileSync(join(folder, 'slides', '00.md'), '# One\n\n## Two\n\n- a\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `rostrum print` in the talk; `status` is null when it had to be ended. */
function print(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [PROGRAM, 'print', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
}

/** Whether there is a program that gives another one a terminal. */
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

describe('rostrum print --png', () => {
  const pictures = (name = 'dist/slides') => readdirSync(join(folder, name)).sort();

  test('makes a folder of pictures, each named after its slide', () => {
    const { status, stdout } = print(['--png']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Made dist\/slides: 2 slides, in \d+\.\d s\.\nIt has 2 pictures, named after their slides\.\n$/,
    );
    expect(pictures()).toEqual(['001-one.png', '002-two.png']);
  });

  test('makes the same bytes again, and removes what it has made before and nothing else', () => {
    const before = readFileSync(join(folder, 'dist', 'slides', '002-two.png'));
    writeFileSync(join(folder, 'dist', 'slides', 'mine.png'), 'mine');
    writeFileSync(join(folder, 'slides', '00.md'), '# One\n\n## Two\n\n- a {.step}\n');
    const stepped = print(['--png', '--steps', '--json']);
    expect(JSON.parse(stepped.stdout)).toMatchObject({ outputs: ['dist/slides'], slides: 2, findings: [] });
    expect(pictures()).toEqual(['001-one.png', '002-two.00.png', '002-two.01.png', 'mine.png']);
    expect(readFileSync(join(folder, 'dist', 'slides', '002-two.01.png')).equals(before)).toBe(true);
    writeFileSync(join(folder, 'slides', '00.md'), '# One\n\n## Two\n\n- a\n');
  });

  test('writes nothing over a picture that is not its own', () => {
    mkdirSync(join(folder, 'photos'));
    writeFileSync(join(folder, 'photos', '002-two.png'), 'a photo');
    const { status, stderr } = print(['--png', '-o', 'photos']);
    expect(status).toBe(1);
    expect(stderr).toContain('photos/002-two.png is there already and is not as Rostrum made it');
    expect(pictures('photos')).toEqual(['002-two.png']);
  });
});

describe('rostrum print', () => {
  test('makes dist/slides.pdf and says how to open it', () => {
    const { status, stdout } = print(['slides']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Made dist\/slides\.pdf: 2 slides, in \d+\.\d s\.\nOpen dist\/slides\.pdf /);
    expect(
      readFileSync(join(folder, 'dist', 'slides.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test.skipIf(process.platform !== 'linux')(
    'ends with the cause when the browser is none, and keeps the old file',
    () => {
      const before = readFileSync(join(folder, 'dist', 'slides.pdf'));
      const { status, stderr } = print(['slides'], { ROSTRUM_BROWSER: '/bin/true' });
      expect(status).toBe(1);
      expect(stderr).toContain('error: the browser /bin/true did not start: it ended with code 0 (browser-failed)');
      expect(readFileSync(join(folder, 'dist', 'slides.pdf'))).toEqual(before);
    },
  );

  test('says what is wrong with the talk before it prints', () => {
    writeFileSync(join(folder, 'broken.md'), '# One\n\n## Two {.timelime}\n');
    const { status, stderr } = print(['slides', '--talk', 'broken.md']);
    expect(status).toBe(1);
    expect(stderr).toContain('broken.md:3:9: error: no layout is called "timelime" (unknown-layout)');
    expect(existsSync(join(folder, 'broken.pdf'))).toBe(false);
  });

  test.each([
    ['a folder', 'out', 'out/slides.pdf'],
    ['a name that ends in .pdf', 'out/talk.pdf', 'out/talk.pdf'],
  ])('writes to %s', (_, output, file) => {
    const { status, stdout } = print(['slides', '-o', output, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, command: 'print', outputs: [file], slides: 2, findings: [] });
    expect(existsSync(join(folder, file))).toBe(true);
  });

  test('prints several kinds with one browser, and tells of each file', () => {
    const { status, stdout } = print(['notes', 'slides', '-o', 'papers', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outputs: ['papers/slides.pdf', 'papers/notes.pdf'], slides: 2 });
    expect(existsSync(join(folder, 'papers', 'notes.pdf'))).toBe(true);
  });

  test.skipIf(!hasTerminal)('draws a bar on a terminal, and takes it away', () => {
    const env = { ...process.env, TERM: 'xterm', NO_COLOR: undefined, CI: undefined };
    const command = `'${process.execPath}' '${PROGRAM}' print slides notes -o papers`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, env, encoding: 'utf8' });
    for (const done of ['[--------------------]  0/4  slides', '[##########----------]  2/4  notes']) {
      expect(stdout).toContain(`print  ${done}`);
    }
    const [last = '', ...results] = stdout.split('\r\n').slice(-4);
    expect(last.split('\r\x1b[2K').at(-1)).toMatch(/^Made papers\/slides\.pdf: 2 slides, in \d+\.\d s\.$/);
    expect(results[0]).toMatch(/^Made papers\/notes\.pdf/);
  });

  test('prints some of the slides, and says of those that are not there what is', () => {
    writeFileSync(join(folder, 'linked.md'), '# One\n\n## Two\n\n- See [three](#three)\n\n## Three\n\n- a\n');
    const some = ['slides', '--talk', 'linked.md', '--slides', '-1,two', '-o', 'some.pdf', '--json'];
    const { status, stdout } = print(some);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outputs: ['some.pdf'], slides: 2, findings: [] });
    const missing = print(['slides', '--slides', 'twoo,3', '-o', 'none.pdf']);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('error: no slide and no section has the id "twoo", by which slides are chosen');
    expect(missing.stderr).toContain('hint: did you mean "two"?');
    expect(missing.stderr).toContain('error: there is no slide 3, by which slides are chosen (no-such-slide)');
    expect(existsSync(join(folder, 'none.pdf'))).toBe(false);
  });

  test.each([
    ['a kind that is none', ['slides', 'handuots'], 'there is no print called "handuots"'],
    ['one file for two kinds', ['all', '-o', 'all.pdf'], '"all.pdf" is one file for 4 kinds of print'],
    [
      'steps in a way that is none',
      ['slides', '--steps=strip'],
      'Steps are not printed as "strip"; expected: pages, film.',
    ],
    ['a kind behind --steps', ['--steps', 'slides'], 'Name "slides" before --steps.'],
    ['steps without slides', ['notes', '--steps'], '--steps is about slides'],
    ['pictures of another kind', ['notes', '--png'], '--png makes pictures of slides'],
    ['pictures of several kinds', ['all', '--png'], '--png makes pictures of slides'],
    ['one file for pictures', ['--png', '-o', 'a.pdf'], '"a.pdf" is one file for pictures of all slides'],
    ['paper that is none', ['notes', '--paper', 'A9'], "argument 'A9' is invalid"],
    ['notes that are none', ['notes', '--kinds', 'speaker,secret'], 'There are no notes called "secret"'],
    ['a range that runs backwards', ['--slides', '2-1'], '"2-1" ends before it begins; expected: 1-2.'],
    ['a range of nothing', ['--slides', 'two,-'], '"-" is no range; expected: 3-9, 5- or -3.'],
  ])('does not take %s', (_, args, message) => {
    const { status, stderr } = print(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
