import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FIXTURES, Folders, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());
const COMMANDS = ['new', 'build', 'print', 'browser', 'theme list', 'theme show', 'theme eject', 'theme new'];

describe('help', () => {
  test('of the program names every command', async () => {
    const { code, stdout } = await rostrum(['--help'], FIXTURES);
    expect(code).toBe(0);
    const named = [...stdout.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, name]) => name);
    expect(named).toEqual([...new Set(COMMANDS.map((command) => command.split(' ')[0])), 'help']);
  });

  test.each(COMMANDS)('of "%s" shows examples that begin with it', async (command) => {
    const { code, stdout, stderr } = await rostrum([...command.split(' '), '--help'], FIXTURES);
    expect([code, stderr]).toEqual([0, '']);
    const [, examples = ''] = stdout.split('\nExamples:\n');
    const lines = examples.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(new RegExp(`^ {2}\\$ rostrum ${command}( |$)`));
  });
});

test('--version says the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(FIXTURES, '../../package.json'), 'utf8'));
  expect(await rostrum(['--version'], FIXTURES)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('wrong usage exits 2 and says what is wrong', () => {
  test.each([
    ['an unknown command', ['biuld'], "error: unknown command 'biuld'\n(Did you mean build?)"],
    ['an unknown option', ['build', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
    ['a word too many', ['build', 'a', 'b'], 'error: too many arguments'],
    ['a word too few', ['new'], "error: missing required argument 'talk'"],
    ['an option without its value', ['build', '-o'], 'argument missing'],
    [
      'a print that is not there',
      ['print', 'handouts'],
      'error: there is no print called "handouts"; expected: slides',
    ],
    ['a theme without its name', ['theme', 'new'], "error: missing required argument 'name'"],
    ['a group without a command', ['theme'], 'Usage: rostrum theme'],
    ['nothing', [], 'Usage: rostrum'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await rostrum(args, FIXTURES);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('where there is no talk', () => {
  test('exits 1 and says what was expected', async () => {
    const { code, stdout, stderr } = await rostrum(['build', 'gone'], folders.make());
    expect(
      stderr,
    ).toBe(`error: there is no talk at gone: expected a folder that holds slides/, or a Markdown file (no-talk)
  hint: name the folder of your talk, or start one with "rostrum new my-talk"

1 error
`);
    expect([code, stdout]).toEqual([1, '']);
  });
});

describe('theme list', () => {
  test('shows the themes of Rostrum anywhere', async () => {
    const { code, stdout, stderr } = await rostrum(['theme', 'list'], folders.make());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^base +\S.*\n +\S.*\n/);
    expect(stdout).toMatch(/\nhorizon +\S.*\n +\S/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('shows those of a talk too, and with --json where they are', async () => {
    const folder = folders.make();
    mkdirSync(join(folder, 'talk/templates/mine'), { recursive: true });
    writeFileSync(join(folder, 'talk/templates/mine/theme.yaml'), 'name: mine\nabout: My own\nextends: base');
    const { code, stdout } = await rostrum(['theme', 'list', '--talk', 'talk', '--json'], folder);
    expect(code).toBe(0);
    const object = JSON.parse(stdout);
    expect(object).toMatchObject({ ok: true, command: 'theme list', outputs: [], findings: [] });
    const names: readonly string[] = object.themes.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort());
    for (const name of ['base', 'horizon', 'mine']) expect(names).toContain(name);
    expect(object.themes[names.indexOf('mine')]).toEqual({
      name: 'mine',
      about: 'My own',
      extends: 'base',
      path: 'talk/templates/mine',
      trust: '',
    });
  });

  test('exits 1 where a theme cannot be read', async () => {
    const folder = folders.make();
    mkdirSync(join(folder, 'templates/mine'), { recursive: true });
    writeFileSync(join(folder, 'templates/mine/theme.yaml'), 'name: "mine');
    const { code, stdout, stderr } = await rostrum(['theme', 'list'], folder);
    expect(stderr).toContain('templates/mine/theme.yaml:1:11: error: this YAML cannot be read');
    expect([code, stdout]).toEqual([1, '']);
  });
});
