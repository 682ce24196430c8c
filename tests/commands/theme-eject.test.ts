import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { contractOf } from '../../src/deck/slides.ts';
import { listNames } from '../../src/view/list-names.ts';
import { Folders, filesBelow, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** A folder with a new talk in it, as `talk`. */
async function folderWithTalk(): Promise<string> {
  const folder = folders.make();
  await rostrum(['new', 'talk'], folder);
  return folder;
}

describe('theme eject', () => {
  test('copies a template to be changed, and the deck stays the same to the byte until it is', async () => {
    const folder = await folderWithTalk();
    await rostrum(['build', 'talk'], folder);
    const before = filesBelow(join(folder, 'talk/dist'));
    const { code, stdout, stderr } = await rostrum(['theme', 'eject', 'timeline', '--talk', 'talk'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Made talk\/templates\/layouts\/timeline\.hbs, in \d+\.\d s\.\nIt stands before layouts\/timeline/,
    );
    expect(stdout).toMatch(
      /\nIts CSS stays in force: \S+base\/layouts\/timeline\.css\.\nRules of your own go into talk\/templates\/layouts\/timeline\.css\.\n$/,
    );
    const file = join(folder, 'talk/templates/layouts/timeline.hbs');
    const text = readFileSync(file, 'utf8');
    for (const { path } of listNames(contractOf('timeline'))) expect(text).toContain(`\n    ${path} `);
    expect((await rostrum(['build', 'talk'], folder)).code).toBe(0);
    expect(filesBelow(join(folder, 'talk/dist'))).toEqual(before);
    writeFileSync(file, text.replace('<ol class="events">', '<ol class="events other">'));
    await rostrum(['build', 'talk'], folder);
    expect(readFileSync(join(folder, 'talk/dist/deck/index.html'), 'utf8')).toContain('<ol class="events other">');
    rmSync(file);
    await rostrum(['build', 'talk'], folder);
    expect(filesBelow(join(folder, 'talk/dist'))).toEqual(before);
  });

  test.each([
    ['a partial', 'foot', 'partials/foot.hbs'],
    ['a print', 'notes', 'prints/notes.hbs'],
    ['one by its place', 'layouts/title', 'layouts/title.hbs'],
    ['one by the name of its file', 'quote.hbs', 'layouts/quote.hbs'],
  ])('copies %s', async (_, name, path) => {
    const folder = await folderWithTalk();
    const { code } = await rostrum(['theme', 'eject', name], join(folder, 'talk'));
    expect(code).toBe(0);
    expect([...filesBelow(join(folder, 'talk/templates')).keys()]).toEqual([path]);
  });

  test('copies with a layout the fields that it declares, and says what they are', async () => {
    const folder = await folderWithTalk();
    const theme = join(folder, 'talk/templates/own');
    mkdirSync(join(theme, 'layouts'), { recursive: true });
    writeFileSync(join(theme, 'theme.yaml'), 'name: own\n');
    const yaml = 'about: A person\nfields:\n  role: { type: text, about: What they do }\n';
    writeFileSync(join(theme, 'layouts/person.yaml'), yaml);
    writeFileSync(join(theme, 'layouts/person.hbs'), '<div class="slide">{{slide.role}}{{slide.body}}</div>\n');
    const file = join(folder, 'talk/slides/talk.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('horizon', 'own'));
    const { stdout } = await rostrum(['theme', 'eject', 'person'], join(folder, 'talk'));
    expect(stdout).toContain('templates/layouts/person.yaml');
    expect(readFileSync(join(folder, 'talk/templates/layouts/person.yaml'), 'utf8')).toBe(yaml);
    const text = readFileSync(join(folder, 'talk/templates/layouts/person.hbs'), 'utf8');
    expect(text).toContain('layouts/person.hbs: A person.');
    expect(text).toMatch(/\n {4}slide\.role +text +What they do\n/);
  });

  test('copies beside a talk in one file', async () => {
    const folder = folders.make();
    await rostrum(['new', 'tides.md'], folder);
    await rostrum(['theme', 'eject', 'title', '--talk', 'tides.md'], folder);
    expect(readFileSync(join(folder, 'templates/layouts/title.hbs'), 'utf8')).toContain('of the theme "horizon"');
  });

  test('says with --json what it copied', async () => {
    const folder = await folderWithTalk();
    const { stdout } = await rostrum(['theme', 'eject', 'title', '--talk', 'talk', '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      command: 'theme eject',
      outputs: ['talk/templates/layouts/title.hbs'],
      template: { kind: 'layouts', name: 'title', from: 'horizon' },
      findings: [],
    });
  });

  test('writes over nothing', async () => {
    const folder = await folderWithTalk();
    const file = join(folder, 'talk/templates/layouts/title.hbs');
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, 'mine');
    const { code, stdout, stderr } = await rostrum(['theme', 'eject', 'title', '--talk', 'talk'], folder);
    expect(stderr).toContain(
      'error: talk/templates/layouts/title.hbs is there already, and what you have changed is never written over (already-there)',
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test.each([
    ['a template that is not there', ['titel'], 'called "titel" (unknown-template)\n  hint: did you mean "title"?'],
    ['a path', ['../layouts/title'], '(unknown-template)'],
    ['a talk that is not there', ['title', '--talk', 'gone'], '(no-talk)'],
  ])('exits 1 for %s, and writes nothing', async (_, words, message) => {
    const folder = await folderWithTalk();
    const before = filesBelow(folder);
    const { code, stdout, stderr } = await rostrum(['theme', 'eject', ...words], join(folder, 'talk'));
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([1, '']);
    expect(filesBelow(folder)).toEqual(before);
  });
});
