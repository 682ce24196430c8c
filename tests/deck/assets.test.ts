import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AssetBox, isOwnAsset } from '../../src/deck/assets.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nameOf = (path: string, text = 'a'): string => new AssetBox().add(path, bytes(text)).replace('assets/', '');

describe('the name of an asset', () => {
  test.each([
    ['is that of its file with the hash of its content', 'media/map.svg', /^map-[0-9a-f]{10}\.svg$/],
    ['keeps dots and dashes', 'a.b-c_d.png', /^a\.b-c_d-[0-9a-f]{10}\.png$/],
    ['has no letters that addresses escape', 'a b%20"c<安.png', /^a-b-20-c-[0-9a-f]{10}\.png$/],
    ['is "file" where nothing else is left', '安保.png', /^file-[0-9a-f]{10}\.png$/],
    ['has its ending in lower case', 'A.PNG', /^A-[0-9a-f]{10}\.png$/],
    ['leaves out folders, of Windows too', 'C:\\media\\a.png', /^a-[0-9a-f]{10}\.png$/],
  ])('%s', (_, path, name) => {
    expect(nameOf(path)).toMatch(name);
  });

  test('is the same for the same content, and another for another', () => {
    expect(nameOf('a.svg')).toBe(nameOf('b/a.svg'));
    expect(nameOf('a.svg', 'a')).not.toBe(nameOf('a.svg', 'b'));
  });

  test('is one for two files of one name and content, and two otherwise', () => {
    const box = new AssetBox();
    const addresses = [box.add('x/a.svg', bytes('1')), box.add('y/a.svg', bytes('1')), box.add('z/a.svg', bytes('2'))];
    expect(new Set(addresses).size).toBe(2);
    expect([...box.files.keys()]).toEqual([...new Set(addresses)]);
    expect(box.files.get(addresses[2] ?? '')).toEqual(bytes('2'));
  });

  test('needs no escaping in HTML or CSS, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (stem) => {
        const address = new AssetBox().add(`${stem}.svg`, bytes('a'));
        expect(address).toMatch(/^assets\/[\w.-]+-[0-9a-f]{10}\.svg$/);
        expect(new URL(address, 'http://e.org/').pathname).toBe(`/${address}`);
      }),
      { seed: 65 },
    );
  });
});

describe('an asset is Rostrum’s own', () => {
  test('when its name carries the hash of its content', () => {
    expect(isOwnAsset(nameOf('map.svg', 'x'), bytes('x'))).toBe(true);
  });

  test.each([
    ['was changed since', nameOf('map.svg', 'x'), 'y'],
    ['has another name', 'map.svg', 'x'],
    ['has a name that looks alike', 'map-0123456789.svg', 'x'],
    ['has no ending', nameOf('map.svg', 'x').replace('.svg', ''), 'x'],
    ['is a temporary file', `${nameOf('map.svg', 'x')}.0123456789ab.tmp`, 'x'],
  ])('not when it %s', (_, name, text) => {
    expect(isOwnAsset(name, bytes(text))).toBe(false);
  });
});
