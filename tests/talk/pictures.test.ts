import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/text/host.ts';
import { hostOf, placed, SVG, talkOf } from './talk-of.ts';

const withPicture = (src: string, alt = 'a') => ({ 'slides/00.md': `# A\n\n![${alt}](${src})` });

describe('a picture', () => {
  test('is read once, by the path as it is written', () => {
    const outline = '# A\n\n![b](media/c.svg)\n\n## D\n\n![e](media/c.svg) and ![f](./media/c.svg)';
    const { talk, found } = talkOf({ 'slides/00.md': outline, 'slides/media/c.svg': SVG });
    expect(found).toEqual([]);
    expect([...talk.media]).toEqual([
      ['media/c.svg', new TextEncoder().encode(SVG)],
      ['./media/c.svg', new TextEncoder().encode(SVG)],
    ]);
  });

  test.each(['a.svg', 'a.png', 'a.jpg', 'a.jpeg', 'a.webp', 'a.gif', 'a.avif', 'a.PNG', 'a.b.svg', 'deep/er/a.svg'])(
    'may be %s',
    (src) => {
      expect(talkOf({ ...withPicture(src), [`slides/${src}`]: SVG }).found).toEqual([]);
    },
  );

  test('may have a name with spaces', () => {
    expect(talkOf({ ...withPicture('<a b.svg>'), 'slides/a b.svg': SVG }).found).toEqual([]);
  });

  test.each([
    ['is not there', 'media/gone.svg', 'missing-picture'],
    ['is a folder', 'folder.svg', 'missing-picture'],
    ['is outside the talk', '../secret.svg', 'outside-picture'],
    ['is outside by a way around', 'media/../../secret.svg', 'outside-picture'],
    ['is absolute', '/etc/secret.svg', 'outside-picture'],
    ['stands beside a folder whose name begins alike', '../slides-2/a.svg', 'outside-picture'],
    ['is on the web', 'https://e.org/a.svg', 'remote-picture'],
    ['is on the web without a scheme', '//e.org/a.svg', 'remote-picture'],
    ['is data', 'data:image/svg+xml,x.svg', 'remote-picture'],
    ['is a file by its address', 'file:///etc/secret.svg', 'remote-picture'],
    ['is on a drive', 'C:/a.svg', 'remote-picture'],
    ['is a document', 'media/a.pdf', 'unknown-picture-type'],
    ['is a page', 'media/a.html', 'unknown-picture-type'],
    ['has no ending', 'media/a', 'unknown-picture-type'],
    ['is nothing', '', 'unknown-picture-type'],
  ])('that %s is an error at its place', (_, src, rule) => {
    const files = {
      ...withPicture(src),
      'slides/folder.svg/a': 'x',
      'slides/media/a.pdf': 'x',
      'secret.svg': SVG,
      'slides-2/a.svg': SVG,
    };
    const host = hostOf(files);
    // There is such a file outside of the folder where the person stands, too.
    const realPath = (path: string) => (path === '/etc/secret.svg' ? path : host.realPath(path));
    const kindOf = (path: string) => (path === '/etc/secret.svg' ? 'file' : host.kindOf(path));
    const { talk, found } = talkOf({ ...host, realPath, kindOf });
    expect(found).toEqual([`slides/00.md:3:1 ${rule}`]);
    expect(talk.media.size).toBe(0);
  });

  test('that is a link to a file outside the talk is an error', () => {
    const host = hostOf({ ...withPicture('media/a.svg'), 'slides/media/a.svg': SVG, 'secret.svg': SVG });
    const realPath = (path: string) => (path.endsWith('media/a.svg') ? '/desk/secret.svg' : host.realPath(path));
    const { talk, found } = talkOf({ ...host, realPath } satisfies Host);
    expect(found).toEqual(['slides/00.md:3:1 outside-picture']);
    expect(talk.media.size).toBe(0);
  });

  test('may be a link to another file of the talk, also where the talk itself is a link', () => {
    const host = hostOf({ ...withPicture('media/a.svg'), 'slides/media/a.svg': SVG, 'slides/media/b.svg': SVG });
    const realPath = (path: string) =>
      path.endsWith('media/a.svg') ? '/else/slides/media/b.svg' : path.replace('/desk/', '/else/');
    const real = { ...hostOf({}), ...host, realPath };
    const kindOf = (path: string) => host.kindOf(path.replace('/else/', '/desk/'));
    const readBytes = (path: string) => host.readBytes(path.replace('/else/', '/desk/'));
    expect(talkOf({ ...real, kindOf, readBytes }).found).toEqual([]);
  });

  test('that cannot be read is an error at its place', () => {
    const host = hostOf({ ...withPicture('a.svg'), 'slides/a.svg': SVG });
    const readBytes = (path: string) => {
      if (path.endsWith('.svg')) throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
      return host.readBytes(path);
    };
    const { findings } = talkOf({ ...host, readBytes });
    expect(findings.map(placed)).toEqual(['slides/00.md:3:1 unreadable-file']);
    expect(findings[0]?.message).toBe('the picture "a.svg" cannot be read: you may not read it');
  });

  test('whose path the system refuses is an error at its place', () => {
    const host = hostOf(withPicture('a.svg'));
    const realPath = (path: string) => {
      if (path.endsWith('.svg')) throw Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG' });
      return host.realPath(path);
    };
    expect(talkOf({ ...host, realPath }).found).toEqual(['slides/00.md:3:1 unreadable-file']);
  });

  test('that is not there is named with the nearest one that is', () => {
    const { findings } = talkOf({
      ...withPicture('media/mpa.svg'),
      'slides/media/map.svg': SVG,
      'slides/media/ape.txt': 'x',
    });
    expect(findings[0]).toMatchObject({
      message: 'there is no picture at media/mpa.svg',
      hint: 'did you mean "media/map.svg"?',
    });
  });

  test('that is not there is named with all, when none is near', () => {
    const { findings } = talkOf({
      ...withPicture('media/x.svg'),
      'slides/media/harbour-by-night.svg': SVG,
      'slides/media/the-old-treaty.png': 'x',
    });
    expect(findings[0]?.hint).toBe('known are: media/harbour-by-night.svg, media/the-old-treaty.png');
  });

  test('without a description is a warning', () => {
    const { findings } = talkOf({ ...withPicture('a.svg', ''), 'slides/a.svg': SVG });
    expect(findings.map(placed)).toEqual(['slides/00.md:3:1 missing-alt']);
    expect(findings[0]?.severity).toBe('warning');
  });

  test('for sharing needs no description', () => {
    const files = { 'slides/00.md': '# A', 'slides/talk.yaml': 'picture: a.svg', 'slides/a.svg': SVG };
    expect(talkOf(files).found).toEqual([]);
  });

  test.each([
    ['on a hidden slide', '## B {.hidden}\n\n![c](gone.svg)'],
    ['in a note', '## B\n\nNote: ![c](gone.svg)'],
    ['in what is private', '## B\n\n::: private\n![c](secret.svg)\n:::'],
  ])('%s is not read at all', (_, outline) => {
    const { talk, found } = talkOf({ 'slides/00.md': `# A\n\n${outline}`, 'slides/secret.svg': SVG });
    expect(found).toEqual([]);
    expect(talk.media.size).toBe(0);
  });
});
