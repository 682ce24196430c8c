import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Folders, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Newsreader">a</text></svg>';
const YAML = 'title: Lights\nspeaker: Ada\npicture: media/a.svg\naddress: https://example.org/\n';
const OUTLINE = '# Lights\n\n## The address is assets/a-0123456789.svg\n\n![What it shows](media/a.svg)\n';

/** The folder of a talk, with these files besides its outline. */
function writeTalk(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = folders.make();
  mkdirSync(join(folder, 'slides', 'media'), { recursive: true });
  const all = { 'slides/talk.yaml': YAML, 'slides/00.md': OUTLINE, 'slides/media/a.svg': PICTURE, ...files };
  for (const [path, content] of Object.entries(all)) writeFileSync(join(folder, path), content);
  return folder;
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'latin1');

describe('build --single-file', () => {
  test('makes dist/deck.html and nothing else', async () => {
    const talk = writeTalk();
    const { code, stdout, stderr } = await rostrum(['build', '--single-file'], talk);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Made dist\/deck\.html: 2 slides, in \d+\.\d s\.\nOpen dist\/deck\.html by a double click, or send it: everything is in it\.\n$/,
    );
    expect(readdirSync(join(talk, 'dist'))).toEqual(['deck.html']);
  });

  test('puts every picture and font into the page, and allows nothing else', async () => {
    const talk = writeTalk();
    await rostrum(['build', '--single-file'], talk);
    const page = read(talk, 'dist', 'deck.html');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain('img-src data:; font-src data:; media-src data:;');
    expect(policy).not.toContain("'self'");
    const written = page.replace(/<script>[\s\S]*?<\/script>/g, '');
    expect(written).not.toMatch(/(?:src|href)="(?!data:|#)|url\((?!data:)/);
    expect(page).not.toContain('og:image');
    expect(page).not.toContain('embedded-file:');
    const pictures = [...page.matchAll(/<img loading="lazy" src="data:image\/svg\+xml;base64,([^"]*)"/g)];
    expect(pictures).toHaveLength(1);
    expect(Buffer.from(pictures[0]?.[1] ?? '', 'base64').toString()).toContain(
      '<text font-family="Newsreader">a</text>',
    );
  });

  test('leaves a text that looks like an address of a picture as it is', async () => {
    const talk = writeTalk();
    await rostrum(['build', '--single-file'], talk);
    expect(read(talk, 'dist', 'deck.html')).toContain('The address is assets/a-0123456789.svg</h2>');
  });

  test('gives the same bytes for the same talk', async () => {
    const talk = writeTalk();
    await rostrum(['build', '--single-file'], talk);
    const first = read(talk, 'dist', 'deck.html');
    await rostrum(['build', '--single-file', '-o', 'other/name.html'], talk);
    expect(read(talk, 'other', 'name.html')).toBe(first);
  });

  test.each([
    ['a name that ends in .html is the file', ['build', '--single-file', '-o', 'sent/talk.html'], 'sent/talk.html'],
    ['any other name is a folder', ['build', '--single-file', '-o', 'sent'], 'sent/deck.html'],
    ['a talk in one file goes beside it', ['build', 'tides.md', '--single-file'], 'tides.html'],
    ['and under its name into a folder', ['build', 'tides.md', '--single-file', '-o', 'sent'], 'sent/tides.html'],
  ])('%s', async (_, args, file) => {
    const talk = writeTalk({ 'tides.md': '# Tides\n\n## They come\n' });
    const { stdout } = await rostrum([...args, '--json'], talk);
    const { ok, outputs, findings } = JSON.parse(stdout);
    expect({ ok, outputs, findings }).toEqual({ ok: true, outputs: [file], findings: [] });
    expect(read(talk, file)).toContain('name="generator" content="Rostrum');
  });

  test('never overwrites a page that something else made', async () => {
    const talk = writeTalk({ 'own.html': '<p>Mine' });
    const { code, stderr } = await rostrum(['build', '--single-file', '-o', 'own.html'], talk);
    expect(code).toBe(1);
    expect(stderr).toContain('own.html is there already and was not made by Rostrum (foreign-page)');
    expect(read(talk, 'own.html')).toBe('<p>Mine');
  });

  test('leaves the old file as it was when the talk has an error', async () => {
    const talk = writeTalk();
    await rostrum(['build', '--single-file'], talk);
    const old = read(talk, 'dist', 'deck.html');
    writeFileSync(join(talk, 'slides', '01.md'), '## A {.timelime}\n');
    expect((await rostrum(['build', '--single-file'], talk)).code).toBe(1);
    expect(read(talk, 'dist', 'deck.html')).toBe(old);
    expect(readdirSync(join(talk, 'dist'))).toEqual(['deck.html']);
  });

  test('warns, with its size, of a file that mail servers refuse', async () => {
    const film = randomBytes(16_000_000);
    const talk = writeTalk({ 'slides/01.md': '## Waves {background=media/a.mp4}\n', 'slides/media/a.mp4': film });
    const { code, stderr } = await rostrum(['build', '--single-file'], talk);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^warning: dist\/deck\.html has 2\d(?:\.\d)? MB, and many mail servers refuse more than 20 MB \(large-file\)\n/,
    );
    expect(read(talk, 'dist', 'deck.html')).toContain(
      `src="data:video/mp4;base64,${film.toString('base64').slice(0, 100)}`,
    );
  });
});
