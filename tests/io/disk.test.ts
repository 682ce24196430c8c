import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiskHost } from '../../src/io/disk.ts';
import type { Host } from '../../src/text/host.ts';

let folder = '';
let host: Host;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rostrum-disk-'));
  mkdirSync(join(folder, 'here', 'sub'), { recursive: true });
  mkdirSync(join(folder, 'node_modules', '@a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'here', 'b.txt'), 'b');
  writeFileSync(join(folder, 'here', 'B.txt'), 'B');
  writeFileSync(join(folder, 'here', 'a.txt'), 'é');
  symlinkSync('a.txt', join(folder, 'here', 'link.txt'));
  symlinkSync('gone.txt', join(folder, 'here', 'broken.txt'));
  const machine = { environment: {}, platform: 'linux', isRoot: false, home: '/home/ada' };
  host = createDiskHost({ folder: join(folder, 'here'), ...machine });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a host on disk', () => {
  test('reads bytes, and null where nothing is', () => {
    expect(host.readBytes(host.resolve('a.txt'))).toEqual(Buffer.from('é'));
    expect(host.readBytes(host.resolve('link.txt'))).toEqual(Buffer.from('é'));
    expect(host.readBytes(host.resolve('gone.txt'))).toBeNull();
    expect(host.readBytes(host.resolve('broken.txt'))).toBeNull();
    expect(host.readBytes(host.resolve('a.txt', 'below'))).toBeNull();
  });

  test('throws what Node says where a folder is read as a file', () => {
    expect(() => host.readBytes(host.resolve('sub'))).toThrow('EISDIR');
  });

  test('tells files from folders, links followed', () => {
    const kinds = ['a.txt', 'sub', 'link.txt', 'broken.txt', 'gone'].map((name) => host.kindOf(host.resolve(name)));
    expect(kinds).toEqual(['file', 'folder', 'file', null, null]);
  });

  test('lists names by code unit, and none where no folder is', () => {
    expect(host.list(host.resolve('.'))).toEqual(['B.txt', 'a.txt', 'b.txt', 'broken.txt', 'link.txt', 'sub']);
    expect(host.list(host.resolve('gone'))).toEqual([]);
    expect(host.list(host.resolve('a.txt'))).toEqual([]);
  });

  test('follows links to the end, and says null where nothing is', () => {
    expect(host.realPath(host.resolve('link.txt'))).toBe(host.realPath(host.resolve('a.txt')));
    expect(host.realPath(host.resolve('broken.txt'))).toBeNull();
  });

  test('resolves paths from where the person stands', () => {
    expect(host.resolve('a', '../b')).toBe(join(folder, 'here', 'b'));
    expect(host.resolve('/a')).toBe('/a');
  });

  test('shows paths as the person knows them', () => {
    const shown = ['sub/x', '.', '..', '../other'].map((path) => host.display(host.resolve(path)));
    expect(shown).toEqual([join('sub', 'x'), '.', folder, join(folder, 'other')]);
  });

  test('ends work that takes too long, wherever it is', () => {
    const endless = (): never => {
      for (;;) {
        try {
          JSON.parse('[1');
        } catch {}
      }
    };
    expect(host.within(50, endless)).toBeNull();
    expect(host.within(50_000, () => 'done')).toBe('done');
  });

  test('gives on what work throws', () => {
    const fail = (): never => {
      throw new RangeError('too far');
    };
    expect(() => host.within(50_000, fail)).toThrow(new RangeError('too far'));
  });

  test('knows the size of a file', () => {
    expect(host.sizeOf(host.resolve('a.txt'))).toBe(host.readBytes(host.resolve('a.txt'))?.length);
    expect(host.sizeOf(host.resolve('gone.txt'))).toBeNull();
  });

  test('finds a package in the folders above, as Node does', () => {
    expect(host.packageFolder('@a/b', host.resolve('sub'))).toBe(join(folder, 'node_modules', '@a', 'b'));
    expect(host.packageFolder('@a/gone', host.resolve('sub'))).toBeNull();
  });
});
