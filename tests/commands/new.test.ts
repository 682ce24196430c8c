import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());
let folder = '';
beforeAll(() => {
  folder = folders.make();
});

describe('a new talk', () => {
  test('is a folder that can be built as it is, without a finding', async () => {
    const made = await rostrum(['new', 'my-first_talk'], folder);
    expect(made.stderr).toBe('');
    expect(made.stdout).toMatch(
      /^Made my-first_talk, in \d+\.\d s\.\nWrite your talk in my-first_talk\/slides\/, then run:\n {2}rostrum build my-first_talk\n {2}rostrum print slides --talk my-first_talk\n$/,
    );
    expect(made.code).toBe(0);
    expect([...filesBelow(join(folder, 'my-first_talk')).keys()]).toContain(join('slides', 'talk.yaml'));
    expect(readFileSync(join(folder, 'my-first_talk/slides/talk.yaml'), 'utf8')).toContain('title: "My first talk"\n');
    const built = await rostrum(['build', 'my-first_talk'], folder);
    expect([built.code, built.stderr]).toEqual([0, '']);
    expect(built.stdout).toMatch(/: (?:[5-9]|\d\d) slides/);
  });

  test('is one file that can be built as it is, without a finding', async () => {
    const made = await rostrum(['new', 'notes.md'], folder);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toContain('Write your talk in notes.md, then run:\n  rostrum build notes.md\n');
    const built = await rostrum(['build', 'notes.md'], folder);
    expect([built.code, built.stderr]).toEqual([0, '']);
    expect(built.stdout).toContain('Made notes-deck/index.html: ');
  });

  test('is written into an empty folder that is there', async () => {
    mkdirSync(join(folder, 'empty'));
    expect((await rostrum(['new', 'empty'], folder)).code).toBe(0);
  });

  test('says with --json what was made', async () => {
    const { code, stdout, stderr } = await rostrum(['new', 'with-json', '--json'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, command: 'new', outputs: ['with-json'], findings: [] });
  });

  test.each([
    ['a folder with something in it', 'taken', 'taken/a.txt'],
    ['a file', 'taken.md', 'taken.md'],
    ['a file where a folder should be', 'taken-2', 'taken-2'],
  ])('is not written over %s', async (_, name, path) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'mine');
    const { code, stdout, stderr } = await rostrum(['new', name], folder);
    expect(stderr).toContain(
      `error: ${name} is there already, and a new talk is only written where nothing is (already-there)`,
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
  });

  test('is not written below a file', async () => {
    writeFileSync(join(folder, 'a-file'), 'mine');
    const { code, stderr } = await rostrum(['new', 'a-file/talk'], folder);
    expect(stderr).toContain('(cannot-write)');
    expect(code).toBe(1);
  });
});
