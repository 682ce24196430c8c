import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Folders, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** A folder with files in it. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = folders.make();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const TALK = {
  'talk/slides/talk.yaml': 'title: Lights\ntheme: mine\n',
  'talk/slides/00.md': '# Lights\n',
  'talk/templates/mine/theme.yaml':
    'name: mine\nabout: My own\nextends: horizon\ntokens: {color: {paper: "#fffff0", sun: gold}}\n',
  'talk/templates/layouts/quote.hbs': '<div class="slide">{{slide.quote}}</div>\n',
};

describe('theme show', () => {
  test('shows the theme of the talk in aligned lines of 80 characters', async () => {
    const { code, stdout, stderr } = await rostrum(['theme', 'show', '--talk', 'talk'], folderWith(TALK));
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'mine, the theme of this talk',
      'My own',
      'Made for light slides; extends horizon',
      '',
      'Looked for in this order',
      '  the talk  talk/templates',
    ]);
    for (const line of [
      '  quote      the talk, instead of base',
      '  title      horizon, instead of base',
      '  points     base',
      '  art-title    horizon',
      '  notes    base',
      '  theme.css                  base, horizon',
      '  layouts/timeline.css       base',
      '  ja.yaml  base',
      '  mine      talk/templates/mine',
      'Tokens of color, light and dark, var(--color-NAME)',
      '  paper             #fffff0  derived              mine     what slides stand on',
      '  accent-text       #9a2415  #fb9280              horizon  the same in small',
      '  sun               gold     derived              mine',
      '  serif     Newsreader, var(--font-fallback), Georgia, serif',
      '              base  headings, quotations, large numbers',
    ]) {
      expect(lines).toContain(line);
    }
    expect(stdout).toMatch(/^ {2}JetBrains Mono +\w+ {2}@fontsource\/jetbrains-mono: 400$/m);
    // Paths may be as long as they are.
    const long = lines.filter((line) => line.length > 80 && !/^ {2}\S+ +\//.test(line));
    expect(long).toEqual([]);
  });

  test('shows a theme by its name, anywhere', async () => {
    const { code, stdout, stderr } = await rostrum(['theme', 'show', 'base'], folders.make());
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^base\nThe plain theme that every other one stands on/);
  });

  test('says whether the named theme is that of the talk', async () => {
    const folder = folderWith(TALK);
    const used = await rostrum(['theme', 'show', 'mine', '--talk', 'talk'], folder);
    expect(used.stdout).toMatch(/^mine, the theme of this talk\n/);
    const other = await rostrum(['theme', 'show', 'horizon', '--talk', 'talk'], folder);
    expect(other.stdout).toMatch(/^horizon\nIndigo/);
  });

  test('has the same as data with --json', async () => {
    const { code, stdout } = await rostrum(['theme', 'show', '--talk', 'talk', '--json'], folderWith(TALK));
    expect(code).toBe(0);
    const object = JSON.parse(stdout);
    expect(object).toMatchObject({ ok: true, command: 'theme show', outputs: [], findings: [] });
    expect(object.theme).toEqual({ name: 'mine', about: 'My own', extends: 'horizon', madeFor: 'light', isUsed: true });
    expect(object.folders.slice(0, 2)).toEqual([
      { from: 'templates/', path: 'talk/templates' },
      { from: 'mine', path: 'talk/templates/mine' },
    ]);
    expect(object.layouts.find(({ name }: { name: string }) => name === 'quote')).toEqual({
      name: 'quote',
      from: 'templates/',
      path: 'talk/templates/layouts/quote.hbs',
      insteadOf: ['base'],
    });
    expect(object.tokens[0]).toEqual({
      group: 'color',
      name: 'paper',
      light: '#fffff0',
      dark: null,
      from: 'mine',
      about: 'what slides stand on',
    });
    expect(object.fonts[0]).toMatchObject({ family: 'Newsreader', package: '@fontsource/newsreader', from: 'base' });
  });

  test.each([
    [
      'a name that no theme has',
      ['horizn'],
      TALK,
      'error: no theme is called "horizn" (unknown-theme)\n  hint: did you mean "horizon"?',
    ],
    [
      'a talk whose theme does not exist',
      ['--talk', 'talk'],
      { ...TALK, 'talk/slides/talk.yaml': 'theme: mien\n' },
      'talk/slides/talk.yaml:1:8: error: no theme is called "mien" (unknown-theme)',
    ],
    ['no name where no talk is', [], {}, '(no-talk)'],
    [
      'a theme that cannot be read',
      ['mine', '--talk', 'talk'],
      { ...TALK, 'talk/templates/mine/theme.yaml': 'name: "mine' },
      'talk/templates/mine/theme.yaml:1:11: error: this YAML cannot be read',
    ],
  ])('exits 1 for %s', async (_, words, files, message) => {
    const { code, stdout, stderr } = await rostrum(['theme', 'show', ...words], folderWith(files));
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([1, '']);
  });
});

describe('theme list', () => {
  test('says which one the talk uses', async () => {
    const folder = folderWith(TALK);
    const { stdout } = await rostrum(['theme', 'list', '--talk', 'talk'], folder);
    expect(stdout).toMatch(/\nmine +My own\n(?:\w+ .*\n(?: .*\n)*)*\nThe talk uses mine\.\n$/);
    const { used } = JSON.parse((await rostrum(['theme', 'list', '--talk', 'talk', '--json'], folder)).stdout);
    expect(used).toBe('mine');
  });
});
