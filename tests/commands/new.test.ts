import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

describe('a new talk from a deck of another tool', () => {
  const DECK =
    '---\nmarp: true\n---\n\n# Lights\n\n---\n\n## Red\n\n* to port\n\n![A lamp](img/lamp.svg)\n\n<!-- Greet the room. -->\n';
  const writeDeck = (): void => {
    mkdirSync(join(folder, 'img'), { recursive: true });
    writeFileSync(join(folder, 'img/lamp.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'deck.md'), DECK);
  };

  test('is a folder that can be built as it is, with its pictures', async () => {
    writeDeck();
    const made = await rostrum(['new', 'from-marp', '--from', 'deck.md'], folder);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toMatch(
      /^Made from-marp: 2 slides, in \d+\.\d s\.\nRead as a deck for Marp, with 1 picture\.\nWrite your talk in /,
    );
    expect(filesBelow(join(folder, 'from-marp')).has(join('slides', 'media', 'img', 'lamp.svg'))).toBe(true);
    const built = await rostrum(['build', 'from-marp'], folder);
    expect([built.code, built.stderr]).toEqual([0, '']);
  });

  test('is one file with its pictures beside it', async () => {
    writeDeck();
    const made = await rostrum(['new', 'from-marp.md', '--from', 'deck.md', '--json'], folder);
    expect(JSON.parse(made.stdout)).toMatchObject({ ok: true, slides: 2, from: 'marp', outputs: ['from-marp.md'] });
    expect(readFileSync(join(folder, 'from-marp.md'), 'utf8')).toContain('![A lamp](from-marp-media/img/lamp.svg)');
    const built = await rostrum(['build', 'from-marp.md'], folder);
    expect([built.code, built.stderr]).toEqual([0, '']);
  });

  test.each([
    ['a deck that is not there', 'nowhere.md', '', '(unreadable-file)'],
    ['a deck without slides', 'empty.md', '\n', '(empty-deck)'],
    ['front matter that is none', 'broken.md', '---\nmarp: [\n---\n\n# A', '(yaml-syntax)'],
  ])('is nothing from %s', async (_, name, text, rule) => {
    if (text !== '') writeFileSync(join(folder, name), text);
    const { code, stderr } = await rostrum(['new', 'from-nothing', '--from', name], folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining(rule)]);
    expect(existsSync(join(folder, 'from-nothing'))).toBe(false);
  });

  test('reads nothing outside of the folder of the deck', async () => {
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'secret.png'), 'secret');
    writeFileSync(
      join(folder, 'inner/deck.md'),
      '---\nmarp: true\n---\n\n![A](../secret.png)\n\n![B](/../secret.png)\n',
    );
    const { code, stderr } = await rostrum(['new', 'from-inner', '--from', 'inner/deck.md'], folder);
    expect(code).toBe(0);
    expect(stderr).toContain('which is outside the folder of the deck');
    expect([...filesBelow(join(folder, 'from-inner')).keys()].filter((path) => path.endsWith('.png'))).toEqual([]);
  });

  test('is not written over anything', async () => {
    writeDeck();
    mkdirSync(join(folder, 'taken-3'));
    writeFileSync(join(folder, 'taken-3/a.txt'), 'mine');
    const { code, stderr } = await rostrum(['new', 'taken-3', '--from', 'deck.md'], folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('(already-there)')]);
  });
});
