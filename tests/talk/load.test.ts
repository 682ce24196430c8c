import { describe, expect, test } from 'vitest';
import { readTalk } from '../../src/talk/load.ts';
import { Stop } from '../../src/text/finding.ts';
import type { Host } from '../../src/text/host.ts';
import type { Span } from '../../src/text/source.ts';
import { type Files, hostOf, placed, SVG, talkOf } from './talk-of.ts';

const OPENING = { 'slides/00.md': '# A talk' };

/** Where the talk names its theme. */
function themePlace(files: Files): Span | undefined {
  return readTalk(hostOf(files), '.').value.fields.places.get('theme');
}

describe('a talk in a folder', () => {
  test('has the fields of talk.yaml', () => {
    const yaml = `title: A talk
subtitle: Of some length
speaker: Ada
event: Evening class
date: 2025-01-19
lang: de-AT
theme: base
time: 1h 30m
description: About
picture: media/a.svg
address: https://example.org/talk/
`;
    const files = { ...OPENING, 'slides/talk.yaml': yaml, 'slides/media/a.svg': SVG };
    const { talk, found } = talkOf(files);
    expect(found).toEqual([]);
    expect(talk).toMatchObject({
      title: 'A talk',
      subtitle: 'Of some length',
      speaker: 'Ada',
      event: 'Evening class',
      date: '2025-01-19',
      lang: 'de-AT',
      theme: 'base',
      timeSeconds: 5400,
      description: 'About',
      picture: 'media/a.svg',
      address: 'https://example.org/talk/',
    });
    expect(themePlace(files)?.start).toBe(yaml.indexOf('base'));
    expect([...talk.media.keys()]).toEqual(['media/a.svg']);
  });

  test('needs no talk.yaml', () => {
    const { talk, found } = talkOf(OPENING);
    expect(found).toEqual([]);
    expect(talk).toMatchObject({
      title: 'A talk',
      lang: 'en',
      theme: 'horizon',
      date: '',
      address: '',
    });
    expect(themePlace(OPENING)).toBeUndefined();
  });

  test('has its outlines in the order of their names', () => {
    const files = { 'slides/10.md': '# Ten', 'slides/02.md': '# Two', 'slides/1.md': '# One', 'slides/a.md': '# A' };
    expect(talkOf(files).talk.slides.map(({ title }) => title)).toEqual(['Two', 'One', 'Ten', 'A']);
  });

  test('takes no other file for an outline', () => {
    const others = {
      'slides/article.md': '# X',
      'slides/.hidden.md': '# X',
      'slides/notes.txt': 'X',
      'slides/media/x.md': '# X',
    };
    expect(talkOf({ ...OPENING, ...others, 'README.md': '# X' }).talk.slides).toHaveLength(1);
  });

  test.each(['source.md', './source.md', 'media/../source.md'])('takes its article "%s" for no outline', (article) => {
    const files = { ...OPENING, 'slides/talk.yaml': `article: ${article}`, 'slides/source.md': '# X' };
    expect(talkOf(files)).toMatchObject({ talk: { slides: [{ title: 'A talk' }] }, found: [] });
  });

  test('takes article.md for no outline when another file is its article', () => {
    const files = { 'slides/talk.yaml': 'article: b.txt', 'slides/b.txt': 'X', 'slides/article.md': '# X' };
    expect(talkOf({ ...OPENING, ...files }).talk.slides).toHaveLength(1);
  });

  test('stands where it is named', () => {
    const { talk } = talkOf({ 'my-talk/slides/00.md': '# A' }, 'my-talk');
    expect(talk.paths).toEqual({
      slides: '/desk/my-talk/slides',
      templates: '/desk/my-talk/templates',
      deck: '/desk/my-talk/dist/deck',
      speaker: '/desk/my-talk/dist/speaker',
      singleFile: '/desk/my-talk/dist/deck.html',
      pictures: '/desk/my-talk/dist/slides',
      gallery: '/desk/my-talk/dist/gallery',
      prints: {
        slides: '/desk/my-talk/dist/slides.pdf',
        notes: '/desk/my-talk/dist/notes.pdf',
        handout: '/desk/my-talk/dist/handout.pdf',
        article: '/desk/my-talk/dist/article.pdf',
      },
    });
  });
});

describe('a talk in one file', () => {
  const file = '---\ntitle: A talk\ntheme: base\nsection: Opening\ntime: 2m\n---\n\n# B\n\n## C\n\n# D\n\n## E';

  test('has its fields in its front matter', () => {
    const { talk, found } = talkOf({ 'notes.md': file }, 'notes.md');
    expect(found).toEqual([]);
    expect(talk).toMatchObject({ title: 'A talk', theme: 'base', timeSeconds: 120 });
    expect(talk.slides.map(({ title }) => title)).toEqual(['B', 'C', 'D', 'E']);
  });

  test('is built beside itself', () => {
    expect(talkOf({ 'a.b/notes.v2.md': file }, 'a.b/notes.v2.md').talk.paths).toEqual({
      slides: '/desk/a.b',
      templates: '/desk/a.b/templates',
      deck: '/desk/a.b/notes.v2-deck',
      speaker: '/desk/a.b/notes.v2-speaker',
      singleFile: '/desk/a.b/notes.v2.html',
      pictures: '/desk/a.b/notes.v2-slides',
      gallery: '/desk/a.b/notes.v2-gallery',
      prints: {
        slides: '/desk/a.b/notes.v2.pdf',
        notes: '/desk/a.b/notes.v2-notes.pdf',
        handout: '/desk/a.b/notes.v2-handout.pdf',
        article: '/desk/a.b/notes.v2-article.pdf',
      },
    });
  });

  test('finds its pictures beside itself', () => {
    const { found } = talkOf({ 'notes.md': '# A\n\n![b](media/c.svg)', 'media/c.svg': SVG }, 'notes.md');
    expect(found).toEqual([]);
  });

  test('says what is wrong in its front matter once', () => {
    expect(talkOf({ 'a.md': '---\ntitel: x\n---\n\n# A' }, 'a.md').found).toEqual(['a.md:2:1 unknown-field']);
    expect(talkOf({ 'a.md': '---\ntitle: x\n\n# A' }, 'a.md').found).toEqual(['a.md:1:1 unclosed-front-matter']);
  });

  test('needs no front matter', () => {
    expect(talkOf({ 'a.md': '# A' }, 'a.md')).toMatchObject({ talk: { title: 'A' }, found: [] });
  });
});

describe('a field of talk.yaml', () => {
  test.each([
    ['is unknown', 'titel: x', '1:1 unknown-field'],
    ['is one of an outline', 'section: x', '1:1 unknown-field'],
    ['is not a day', 'date: 19.1.2025', '1:7 invalid-field'],
    ['is a day that no year has', 'date: 2025-02-30', '1:7 invalid-field'],
    ['is not a language', 'lang: en_US', '1:7 invalid-field'],
    ['is not an address', 'address: my page', '1:10 invalid-field'],
    ['is an address of another kind', 'address: ftp://e.org', '1:10 invalid-field'],
    ['is a file that is not there', 'article: gone.md', '1:10 missing-article'],
    ['is a picture that is not there', 'picture: gone.png', '1:10 missing-picture'],
    ['is a picture from the web', 'picture: https://e.org/a.png', '1:10 remote-picture'],
    ['is not YAML', 'title: "x', '1:9 yaml-syntax'],
  ])('%s, which is an error at its place', (_, yaml, found) => {
    expect(talkOf({ ...OPENING, 'slides/talk.yaml': yaml }).found).toEqual([`slides/talk.yaml:${found}`]);
  });

  test('is a leap day', () => {
    expect(talkOf({ ...OPENING, 'slides/talk.yaml': 'date: 2024-02-29' }).found).toEqual([]);
  });
});

describe('where there is no talk', () => {
  test.each([
    ['no folder', { 'a.txt': 'x' }, 'gone', 'there is no talk at gone'],
    ['a folder without slides/', { 'a/b.md': '# x' }, 'a', 'there is no talk at a'],
    ['a file called slides', { slides: 'x' }, '.', 'there is no talk at .'],
  ])('the work stops: %s', (_, files: Record<string, string>, path, message) => {
    expect(() => readTalk(hostOf(files), path)).toThrow(Stop);
    expect(() => readTalk(hostOf(files), path)).toThrow(message);
  });
});

describe('a talk without slides', () => {
  test.each([
    ['has no outlines', { 'slides/talk.yaml': 'title: x' }, '.', 'slides holds'],
    ['has an empty outline', { 'slides/00.md': '' }, '.', 'slides holds'],
    [
      'has nothing but front matter, comments and rulers',
      { 'slides/00.md': '---\ntime: 1m\n---\n\n<!-- a -->\n\n---\n' },
      '.',
      'slides holds',
    ],
    ['has nothing but hidden slides', { 'slides/00.md': '# A {.hidden}' }, '.', 'slides holds'],
    ['is an empty file', { 'a.md': '' }, 'a.md', 'a.md holds'],
  ])('is an error: it %s', (_, files: Record<string, string>, path, message) => {
    const { findings } = talkOf(files, path);
    expect(findings.map(placed)).toEqual(['empty-talk']);
    expect(findings[0]?.message).toContain(message);
  });

  test('is not reported where an outline could not be read', () => {
    const { found } = talkOf({ 'slides/00.md': Buffer.from([0xe9]) });
    expect(found).toEqual(['slides/00.md:1:1 not-utf-8']);
  });
});

describe('a file that cannot be read', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  test('is an outline that is not UTF-8, named with the place of the byte', () => {
    const { findings, found, talk } = talkOf({ ...OPENING, 'slides/01.md': latin1('# One\n\nA caf\xe9\n\n# Two') });
    expect(found).toEqual(['slides/01.md:3:6 not-utf-8']);
    expect(findings[0]?.message).toContain('0xE9');
    expect(talk.slides.map(({ title }) => title)).toEqual(['A talk']);
  });

  test('is a talk.yaml that is not UTF-8', () => {
    expect(talkOf({ ...OPENING, 'slides/talk.yaml': latin1('title: caf\xe9') }).found).toEqual([
      'slides/talk.yaml:1:11 not-utf-8',
    ]);
  });

  test('is a folder that is called like an outline', () => {
    const { findings } = talkOf({ ...OPENING, 'slides/01.md/a': 'x' });
    expect(findings.map(placed)).toEqual(['unreadable-file']);
    expect(findings[0]?.message).toBe('slides/01.md cannot be read: it is a folder');
  });

  test('is one that the person has no right to', () => {
    const host = hostOf({ ...OPENING, 'slides/01.md': '# One' });
    const refuse = (path: string): Uint8Array | null => {
      if (path.endsWith('01.md')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      return host.readBytes(path);
    };
    const { findings, talk } = talkOf({ ...host, readBytes: refuse } satisfies Host);
    expect(findings.map(placed)).toEqual(['unreadable-file']);
    expect(findings[0]?.message).toBe('slides/01.md cannot be read: you may not read it');
    expect(talk.slides).toHaveLength(1);
  });

  test('is one that is gone when it is read', () => {
    const host = hostOf({ ...OPENING, 'slides/01.md': '# One' });
    const gone = (path: string) => (path.endsWith('01.md') ? null : host.readBytes(path));
    expect(talkOf({ ...host, readBytes: gone }).findings[0]?.message).toContain('it is not there');
  });
});

test('everything that is wrong is found at once, outline by outline', () => {
  const { found } = talkOf({
    'slides/talk.yaml': 'titel: x\nlang: en_US',
    'slides/00.md': '# A {a=b}\n\n::: box\nc',
    'slides/01.md': Buffer.from([0x23, 0xff]),
    'slides/02.md': '## D {.quote}\n\n[e](f.md)',
  });
  expect(found).toEqual([
    'slides/talk.yaml:1:1 unknown-field',
    'slides/talk.yaml:2:7 invalid-field',
    'slides/01.md:1:2 not-utf-8',
    'slides/00.md:3:1 unclosed-division',
    'slides/00.md:1:6 unknown-attribute',
    'slides/02.md:3:1 unsafe-link',
    'slides/02.md:1:7 layout-needs',
  ]);
});
