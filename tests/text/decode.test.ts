import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/text/decode.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('UTF-8', () => {
  test.each([
    ['is read', bytesOf('安保 é 😀'), '安保 é 😀'],
    ['is read without its byte order mark', bytesOf([0xef, 0xbb, 0xbf], 'a'), 'a'],
    ['is read with its line ends made alike', bytesOf('a\r\nb'), 'a\nb'],
    ['is read when there is none of it', bytesOf(), ''],
    ['is read with NUL in it', bytesOf('a\0b'), 'a\0b'],
  ])('%s', (_, bytes, text) => {
    expect(decodeText('a.md', bytes)).toEqual({ kind: 'text', source: { path: 'a.md', text } });
  });
});

describe('what is not UTF-8', () => {
  test.each([
    ['is a letter of Latin-1', bytesOf('# Caf', [0xe9], ' au lait'), '# Caf', 0xe9],
    ['is a byte that continues nothing', bytesOf('ab', [0x80]), 'ab', 0x80],
    ['is a character cut at the end', bytesOf('ab', [0xe5, 0xae]), 'ab', 0xe5],
    ['is a character cut in the middle', bytesOf('é', [0xf0, 0x9f], 'x'), 'é', 0xf0],
    ['is a surrogate', bytesOf('a', [0xed, 0xa0, 0x80]), 'a', 0xed],
    ['is an overlong form', bytesOf('a', [0xc0, 0xaf]), 'a', 0xc0],
    ['is the first byte', bytesOf([0xff], 'a'), '', 0xff],
    ['is UTF-16', bytesOf([0xff, 0xfe, 0x41, 0x00]), '', 0xff],
    ['stands after a line of CRLF', bytesOf('a\r\nb', [0xe9]), 'a\nb', 0xe9],
  ])('%s', (_, bytes, before, byte) => {
    expect(decodeText('a.md', bytes)).toEqual({ kind: 'fault', source: { path: 'a.md', text: before }, byte });
  });

  test('is found at the first byte that no reader accepts, in any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 24 }).map((tail) => bytesOf('é😀', [...tail]));
    fc.assert(
      fc.property(bytes, (all) => {
        const decoded = decodeText('a.md', all);
        const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        if (decoded.kind === 'text') {
          expect(decoded.source.text).toBe(strict.decode(all).replace(/\r\n?/g, '\n'));
          return;
        }
        expect(() => strict.decode(all)).toThrow();
        // The valid part, in any of the forms its line ends may have had, ends right before the byte that is named.
        const ends = [...all.keys()].filter((end) => {
          try {
            return strict.decode(all.subarray(0, end)).replace(/\r\n?/g, '\n') === decoded.source.text;
          } catch {
            return false;
          }
        });
        const end = ends.at(-1) ?? -1;
        expect(all[end]).toBe(decoded.byte);
        const longer = [1, 2, 3, 4].map((more) => all.subarray(0, end + more)).filter(({ length }) => length > end);
        for (const bytes of longer) expect(() => strict.decode(bytes)).toThrow();
      }),
      { seed: 65 },
    );
  });
});
