import { describe, expect, test } from 'vitest';
import { PLAIN_LANGUAGE } from '../../src/talk/language.ts';
import { parseTalk, readTalk } from '../../src/talk/load.ts';
import type { Host } from '../../src/text/host.ts';
import { type Files, hostOf, SVG, talkOf } from './talk-of.ts';

const OPENING = { 'slides/00.md': '# A talk' };

/** A host on which one file is of a size. */
function hostWith(files: Files, name: string, bytes: number): Host {
  const host = hostOf(files);
  return { ...host, sizeOf: (path) => (path.endsWith(name) ? bytes : host.sizeOf(path)) };
}

describe('what is too large is not read', () => {
  test.each<[string, Files, string, number, readonly string[]]>([
    ['an outline', { 'slides/00.md': '# A' }, '00.md', 10_000_000, ['too-large']],
    ['talk.yaml', { ...OPENING, 'slides/talk.yaml': 'title: A' }, 'talk.yaml', 10_000_000, ['too-large']],
    [
      'a file that is included',
      { 'slides/00.md': '# A\n\n::: {.include src=_b.md}\n:::', 'slides/_b.md': 'b' },
      '_b.md',
      10_000_000,
      ['slides/00.md:3:15 too-large'],
    ],
    [
      'a picture',
      { 'slides/00.md': '# A\n\n![b](b.svg)', 'slides/b.svg': SVG },
      'b.svg',
      200_000_000,
      ['slides/00.md:3:1 too-large'],
    ],
    [
      'a video behind a slide',
      { 'slides/00.md': '# A {background=b.mp4}', 'slides/b.mp4': '' },
      'b.mp4',
      2_000_000_000,
      ['slides/00.md:1:6 too-large'],
    ],
  ])('%s', (_, files, name, bytes, expected) => {
    expect(talkOf(hostWith(files, name, bytes)).found).toEqual(expected);
  });

  test('nor are outlines that are so together', () => {
    const names = ['10.md', '20.md', '30.md', '40.md'];
    const host = hostOf(Object.fromEntries(names.map((name) => [`slides/${name}`, '# A'])));
    const { found } = talkOf({ ...host, sizeOf: (path) => (path.endsWith('.md') ? 1_900_000 : host.sizeOf(path)) });
    expect(found).toEqual(['too-large']);
  });

  test('a picture of a few megabytes is', () => {
    const host = hostWith({ 'slides/00.md': '# A\n\n![b](b.svg)', 'slides/b.svg': SVG }, 'b.svg', 20_000_000);
    expect(talkOf(host).found).toEqual([]);
  });
});

test('an outline includes up to 2 MB', () => {
  const include = '::: {.include src=_b.md}\n:::\n\n';
  const files = { 'slides/00.md': `# A\n\n${include.repeat(4)}`, 'slides/_b.md': `<!-- ${'b'.repeat(900_000)} -->` };
  expect(talkOf(files).found).toEqual(['slides/00.md:9:15 too-large']);
});

describe('any number of them can be handled', () => {
  const many = 130_000;

  test('findings', () => {
    const host = hostOf({ 'slides/00.md': `# A\n\n${'---\n\n'.repeat(many)}## B` });
    const { findings } = parseTalk(host, readTalk(host, '.').value, PLAIN_LANGUAGE);
    // The last ruler and the heading are the same break.
    expect(findings.length).toBe(many - 1);
  });

  test('private blocks', () => {
    const { talk } = talkOf({ 'slides/00.md': `# A\n\n::: private\n${'. . .\n\n'.repeat(many)}:::` });
    expect(talk.slides[0]?.notes.private.length).toBe(many);
  });
});

test('a talk has up to 10,000 slides', () => {
  const { talk, found } = talkOf({ 'slides/00.md': '## A\n\n'.repeat(10_002) });
  expect(found).toEqual(['slides/00.md:20001:1 too-many-slides']);
  expect(talk.slides.length).toBe(10_000);
  expect(talk.slides.at(-1)?.id).toBe('a-10000');
});
