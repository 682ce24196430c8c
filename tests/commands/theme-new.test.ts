import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Folders, filesBelow, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** The folder of a new talk. */
async function newTalk(): Promise<string> {
  const folder = folders.make();
  await rostrum(['new', 'talk'], folder);
  return join(folder, 'talk');
}

function useTheme(talk: string, name: string): void {
  const file = join(talk, 'slides/talk.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^theme: .*$/m, `theme: ${name}`));
}

describe('theme new', () => {
  test('starts a theme that is listed, and says what to do next', async () => {
    const talk = await newTalk();
    const { code, stdout, stderr } = await rostrum(['theme', 'new', 'mine'], talk);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replaceAll(/in \d+\.\d s/g, 'in 0.1 s')).toBe(`Made templates/mine/theme.yaml, in 0.1 s.
Made templates/mine/theme.css, in 0.1 s.
To use it, write in slides/talk.yaml:
  theme: mine
Then change its tokens, and look at what they do:
  rostrum build
`);
    const { stdout: list } = await rostrum(['theme', 'list'], talk);
    expect(list).toMatch(/\nmine +Like base, with changes of its own\n/);
    expect(list).toContain('\nThe talk uses horizon.\n');
  });

  test.each(['base', 'horizon'])('starts one that builds at once, and looks like %s', async (extended) => {
    const talk = await newTalk();
    useTheme(talk, extended);
    await rostrum(['build', '-o', 'before'], talk);
    expect((await rostrum(['theme', 'new', 'mine', '--extends', extended], talk)).code).toBe(0);
    useTheme(talk, 'mine');
    const built = await rostrum(['build', '-o', 'after'], talk);
    expect([built.code, built.stderr]).toEqual([0, '']);
    const withoutComment = (folder: string) =>
      readFileSync(join(talk, folder, 'index.html'), 'utf8').replace(/\/\* mine: .*?\*\/\n|'sha256-[^']+'/gs, '');
    expect(withoutComment('after')).toBe(withoutComment('before'));
    expect(readFileSync(join(talk, 'after/index.html'), 'utf8')).toContain('/* mine: ');
  });

  test('names the talk in what to do next, and the file of a talk in one file', async () => {
    const folder = folders.make();
    await rostrum(['new', 'tides.md'], folder);
    const { stdout } = await rostrum(['theme', 'new', 'mine', '--talk', 'tides.md'], folder);
    expect(stdout).toContain('write in tides.md:\n  theme: mine\n');
    expect(stdout).toContain('\n  rostrum build tides.md\n');
  });

  test('says with --json what was made', async () => {
    const { stdout } = await rostrum(['theme', 'new', 'mine', '--json'], await newTalk());
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      command: 'theme new',
      outputs: ['templates/mine/theme.yaml', 'templates/mine/theme.css'],
      theme: { name: 'mine', extends: 'base', path: 'templates/mine' },
      findings: [],
    });
  });

  test.each([
    ['the name of a theme of Rostrum', ['horizon'], 'there is a theme called "horizon" already'],
    ['the name of a theme of the talk', ['taken'], 'there is a theme called "taken" already: templates/taken'],
    ['the name of a folder with something in it', ['folder'], 'templates/folder is there already, and a new theme'],
    ['a name that no theme can have', ['my theme'], 'a theme cannot be called "my theme" (invalid-theme-name)'],
    ['a path', ['../mine'], '(invalid-theme-name)'],
    ['a folder that templates/ has for itself', ['layouts'], '(invalid-theme-name)'],
    [
      'a theme to extend that is not there',
      ['mine', '--extends', 'horizn'],
      'no theme is called "horizn" (unknown-theme)\n  hint: did you mean "horizon"?',
    ],
    ['a talk that is not there', ['mine', '--talk', 'gone'], '(no-talk)'],
  ])('exits 1 for %s, and writes nothing', async (_, words, message) => {
    const talk = await newTalk();
    for (const [path, text] of [
      ['taken/theme.yaml', 'name: taken'],
      ['folder/a.txt', 'mine'],
    ] as const) {
      mkdirSync(join(talk, 'templates', path, '..'), { recursive: true });
      writeFileSync(join(talk, 'templates', path), text);
    }
    const before = filesBelow(talk);
    const { code, stdout, stderr } = await rostrum(['theme', 'new', ...words], talk);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([1, '']);
    expect(filesBelow(talk)).toEqual(before);
  });

  test('leaves nothing behind where it may not write', async () => {
    const talk = await newTalk();
    // What stands where the folder should be keeps it from being made, for root too.
    writeFileSync(join(talk, 'templates'), 'mine');
    const { code, stderr } = await rostrum(['theme', 'new', 'mine'], talk);
    expect(stderr).toContain('(cannot-write)');
    expect(code).toBe(1);
    expect(readFileSync(join(talk, 'templates'), 'utf8')).toBe('mine');
  });
});
