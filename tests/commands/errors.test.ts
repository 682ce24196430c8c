import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FIXTURES, Folders, filesBelow, rostrum } from './program.ts';

const ERRORS = join(FIXTURES, 'errors');
const folders = new Folders();
afterAll(() => folders.removeAll());

/** A copy of a talk with something wrong in it, that was built before it went wrong. */
function talkWithDeck(name: string): string {
  const folder = folders.make(join(ERRORS, name));
  rmSync(join(folder, 'expected.txt'));
  mkdirSync(join(folder, 'dist', 'deck', 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'dist', 'deck', 'index.html'),
    '<meta name="generator" content="Rostrum 0"> <img src="assets/a.svg">',
  );
  writeFileSync(join(folder, 'dist', 'deck', 'assets', 'a.svg'), '<svg/>');
  return folder;
}

describe('each error is told in full, and the deck before it stays as it was', () => {
  test.each(readdirSync(ERRORS))('%s', async (name) => {
    const folder = talkWithDeck(name);
    const before = filesBelow(folder);
    const { code, stdout, stderr } = await rostrum(['build'], folder);
    await expect(stderr).toMatchFileSnapshot(join(ERRORS, name, 'expected.txt'));
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(filesBelow(folder)).toEqual(before);
  });
});

test('the fixtures have every error that a talk can have', () => {
  const told = readdirSync(ERRORS).map((name) => readFileSync(join(ERRORS, name, 'expected.txt'), 'utf8'));
  for (const rule of [
    'unknown-layout',
    'unknown-field',
    'invalid-field',
    'missing-picture',
    'yaml-syntax',
    'unknown-name',
    'template-syntax',
    'unsafe-place',
    'unsafe-address',
    'html-in-attribute',
    'empty-talk',
    'duplicate-id',
    'unreadable-file',
    'not-utf-8',
    'unknown-theme',
    'unknown-slide',
    'unclosed-division',
    'unclosed-code',
  ]) {
    expect(told.join('\n')).toContain(`(${rule})\n`);
  }
});

test('errors are one object with --json, and nothing is said beside it', async () => {
  const folder = talkWithDeck('several');
  const before = filesBelow(folder);
  const { code, stdout, stderr } = await rostrum(['build', '--json'], folder);
  const object = JSON.parse(stdout);
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(object).toMatchObject({ ok: false, command: 'build', outputs: [] });
  expect(object.findings).toContainEqual({
    rule: 'unknown-field',
    severity: 'error',
    file: 'slides/talk.yaml',
    line: 1,
    column: 1,
    message: 'no field is called "titel"',
    hint: 'did you mean "title"?',
  });
  expect(object.findings).toHaveLength(10);
  expect(filesBelow(folder)).toEqual(before);
});

test('places are shown from where the person stands', async () => {
  const folder = folders.make(join(ERRORS, 'unknown-layout'));
  const inside = await rostrum(['build', '..'], join(folder, 'slides'));
  expect(inside.stderr).toMatch(/^00-opening\.md:3:35: error/);
  const outside = await rostrum(['build', folder], FIXTURES);
  expect(outside.stderr).toContain(`${join(folder, 'slides', '00-opening.md')}:3:35: error`);
});
