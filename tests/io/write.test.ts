import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AssetBox, isOwnAsset } from '../../src/deck/assets.ts';
import { writeFolder, writeSet, writeTogether, writeWhole } from '../../src/io/write.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const isRoot = process.getuid?.() === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-write-'));
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

const at = (...path: readonly string[]): string => join(folder, ...path);
const read = (...path: readonly string[]): string => readFileSync(at(...path), 'utf8');

describe('a file', () => {
  test('is written, with the folders above it', async () => {
    await writeWhole(at('a', 'b', 'c.txt'), bytes('new'));
    expect(read('a', 'b', 'c.txt')).toBe('new');
    expect(readdirSync(at('a', 'b'))).toEqual(['c.txt']);
  });

  test('goes over an old one, which is another file then: who reads that one reads it to its end', async () => {
    writeFileSync(at('a.txt'), 'old');
    const { ino } = statSync(at('a.txt'));
    await writeWhole(at('a.txt'), bytes('new'));
    expect(read('a.txt')).toBe('new');
    expect(statSync(at('a.txt')).ino).not.toBe(ino);
  });

  test('may be empty', async () => {
    await writeWhole(at('a.txt'), bytes(''));
    expect(read('a.txt')).toBe('');
  });

  test('is not written where a folder stands, and nothing is left behind', async () => {
    mkdirSync(at('a.txt'));
    writeFileSync(at('a.txt', 'inside'), 'old');
    await expect(writeWhole(at('a.txt'), bytes('new'))).rejects.toMatchObject({
      code: /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
    });
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(read('a.txt', 'inside')).toBe('old');
  });

  test('is not written below a file', async () => {
    writeFileSync(at('a'), 'old');
    await expect(writeWhole(at('a', 'b.txt'), bytes('new'))).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ });
    expect(read('a')).toBe('old');
  });

  test.skipIf(isRoot || process.platform === 'win32')('is not written where the person may not write', async () => {
    writeFileSync(at('a.txt'), 'old');
    chmodSync(folder, 0o555);
    await expect(writeWhole(at('a.txt'), bytes('new'))).rejects.toMatchObject({ code: 'EACCES' });
    expect(read('a.txt')).toBe('old');
  });

  test('takes the place of a link, not of what it leads to', async () => {
    writeFileSync(at('target.txt'), 'old');
    symlinkSync('target.txt', at('link.txt'));
    await writeWhole(at('link.txt'), bytes('new'));
    expect(read('link.txt')).toBe('new');
    expect(read('target.txt')).toBe('old');
  });

  test('is one or the other, whole, when it is written twice at once', async () => {
    const texts = ['a', 'b', 'c'].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(at('a.txt'), bytes(text))));
    expect(texts).toContain(read('a.txt'));
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('several files', () => {
  const names = ['one', 'two', 'three', 'four'];
  const writeAll = (): Promise<void> =>
    writeTogether(names.map((name) => ({ path: at(name), bytes: bytes(`new ${name}`) })));

  test('are written, over old ones or where nothing is', async () => {
    writeFileSync(at('two'), 'old');
    await writeAll();
    expect(names.map((name) => read(name))).toEqual(names.map((name) => `new ${name}`));
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
  });

  test('are none of them written when one cannot take its place, and old ones are the files that they were', async () => {
    writeFileSync(at('one'), 'old one');
    const { ino } = statSync(at('one'));
    mkdirSync(at('three'));
    writeFileSync(at('four'), 'old four');
    await expect(writeAll()).rejects.toMatchObject({ path: at('three'), code: 'EISDIR' });
    expect(readdirSync(folder).sort()).toEqual(['four', 'one', 'three']);
    expect([read('one'), read('four'), statSync(at('one')).ino]).toEqual(['old one', 'old four', ino]);
  });

  test('are none of them written when one cannot be made', async () => {
    writeFileSync(at('one'), 'old one');
    const files = [
      { path: at('one'), bytes: bytes('new one') },
      { path: at('one', 'two'), bytes: bytes('new two') },
    ];
    await expect(writeTogether(files)).rejects.toMatchObject({ path: at('one', 'two'), code: /ENOTDIR|EEXIST/ });
    expect(read('one')).toBe('old one');
    expect(readdirSync(folder)).toEqual(['one']);
  });
});

/** A deck whose page names one asset. */
function deck(words: string): { readonly files: ReadonlyMap<string, Uint8Array>; readonly asset: string } {
  const box = new AssetBox();
  const asset = box.add('map.svg', bytes(words));
  return { files: new Map([['index.html', bytes(`<img src="${asset}">`)], ...box.files]), asset };
}

const write = (files: ReadonlyMap<string, Uint8Array>, to = folder): Promise<void> =>
  writeFolder({ folder: to, files, entries: ['index.html'], isOwn: isOwnAsset });

/** The assets that the page in a folder names. */
function named(): readonly string[] {
  return [...read('index.html').matchAll(/assets\/[\w.-]+/g)].map(([path]) => path);
}

describe('a folder', () => {
  test('is written with all its files', async () => {
    const { files, asset } = deck('one');
    await write(files);
    expect(readdirSync(folder).sort()).toEqual(['assets', 'index.html']);
    expect(read(asset)).toBe('one');
  });

  test('loses the assets that nothing names any more', async () => {
    const [one, two] = [deck('one'), deck('two')];
    await write(one.files);
    await write(two.files);
    expect(named()).toEqual([two.asset]);
    expect(readdirSync(at('assets'))).toEqual([two.asset.replace('assets/', '')]);
  });

  test('keeps files that are not Rostrum’s, and those that were changed since', async () => {
    const one = deck('one');
    await write(one.files);
    writeFileSync(at('CNAME'), 'e.org');
    writeFileSync(at('assets', 'own.svg'), 'own');
    writeFileSync(at(one.asset), 'changed by hand');
    mkdirSync(at('assets', 'folder'));
    await write(deck('two').files);
    expect(read('CNAME')).toBe('e.org');
    expect(read('assets', 'own.svg')).toBe('own');
    expect(read(one.asset)).toBe('changed by hand');
    expect(existsSync(at('assets', 'folder'))).toBe(true);
  });

  test('mends an asset of its own that was changed', async () => {
    const { files, asset } = deck('one');
    await write(files);
    writeFileSync(at(asset), 'broken');
    await write(files);
    expect(read(asset)).toBe('one');
  });

  test('leaves a file alone that is as it should be', async () => {
    const { files, asset } = deck('one');
    await write(files);
    const { ino } = statSync(at(asset));
    await write(files);
    expect(statSync(at(asset)).ino).toBe(ino);
  });

  test.each([
    ['a folder stands where its page should', (two: string) => void two, 'index.html'],
    ['a folder stands where an asset should', (two: string) => mkdirSync(at(two)), ''],
  ])('is left as it was when %s', async (_, spoil, page) => {
    const [one, two] = [deck('one'), deck('two')];
    await write(one.files);
    spoil(two.asset);
    if (page !== '') {
      rmSync(at(page));
      mkdirSync(at(page, 'inside'), { recursive: true });
    }
    await expect(write(two.files)).rejects.toThrow();
    if (page === '') expect(named()).toEqual([one.asset]);
    expect(read(one.asset)).toBe('one');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(at('assets')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is not written where a file stands', async () => {
    writeFileSync(at('deck'), 'old');
    await expect(write(deck('one').files, at('deck'))).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ });
    expect(read('deck')).toBe('old');
  });

  test('removes what a run was killed over long ago, and nothing that a run may still be writing', async () => {
    const { files } = deck('one');
    await write(files);
    const places = ['index.html.0123456789ab.tmp', 'assets/a.png.0123456789ab.tmp'];
    const kept = ['index.html.ab0123456789.tmp', 'notes.tmp'];
    for (const name of [...places, ...kept]) writeFileSync(at(name), 'half');
    const longAgo = new Date(Date.now() - 7_200_000);
    for (const name of [...places, 'notes.tmp']) utimesSync(at(name), longAgo, longAgo);
    await write(files);
    expect(places.filter((name) => existsSync(at(name)))).toEqual([]);
    expect(kept.filter((name) => existsSync(at(name)))).toEqual(kept);
  });

  test('takes no notice of what an interrupted run left', async () => {
    const [one, two] = [deck('one'), deck('two')];
    await write(one.files);
    writeFileSync(at('index.html.0123456789ab.tmp'), '<img src="assets/');
    writeFileSync(at(`${two.asset}.0123456789ab.tmp`), 'tw');
    expect(named()).toEqual([one.asset]);
    await write(two.files);
    expect(named()).toEqual([two.asset]);
    expect(read(two.asset)).toBe('two');
  });
});

describe('files that belong together', () => {
  const isOwn = (name: string, content: Uint8Array) => name.endsWith('.png') && content[0] === 0x4f;
  const writeThem = (texts: Readonly<Record<string, string>>, to = folder): Promise<void> =>
    writeSet({
      folder: to,
      files: new Map(Object.entries(texts).map(([name, text]) => [name, bytes(text)])),
      isOwn,
    });

  test('are written, with the folder, over old ones', async () => {
    await writeThem({ '1.png': 'Own 1', '2.png': 'Own 2' }, at('a', 'b'));
    await writeThem({ '1.png': 'Own one', '2.png': 'Own two' }, at('a', 'b'));
    expect(readdirSync(at('a', 'b')).map((name) => read('a', 'b', name))).toEqual(['Own one', 'Own two']);
  });

  test('leave none of their own behind that are not among them, and all that are not', async () => {
    await writeThem({ '1.png': 'Own 1', '2.png': 'Own 2', '3.png': 'Own 3' });
    writeFileSync(at('3.png'), 'Changed');
    writeFileSync(at('notes.txt'), 'Of a person');
    mkdirSync(at('4.png'));
    await writeThem({ '1.png': 'Own one' });
    expect(readdirSync(folder).sort()).toEqual(['1.png', '3.png', '4.png', 'notes.txt']);
  });

  test('are left as they were, all of them, when one cannot be written', async () => {
    await writeThem({ '1.png': 'Own 1', '2.png': 'Own 2' });
    await expect(writeThem({ '1.png': 'Own one', '2.png/a.png': 'Own two' })).rejects.toMatchObject({
      code: /ENOTDIR|EEXIST/,
    });
    expect(readdirSync(folder).map((name) => read(name))).toEqual(['Own 1', 'Own 2']);
  });

  test('are not written where a file stands', async () => {
    writeFileSync(at('slides'), 'old');
    await expect(writeThem({ '1.png': 'Own' }, at('slides'))).rejects.toMatchObject({ code: /ENOTDIR|EEXIST/ });
    expect(read('slides')).toBe('old');
  });
});
