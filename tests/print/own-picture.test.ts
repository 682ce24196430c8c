import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { isOwnPicture, signPicture } from '../../src/print/own-picture.ts';

const square = (shade: number): Uint8Array => {
  const png = new PNG({ width: 2, height: 2 });
  png.data.fill(shade);
  return PNG.sync.write(png);
};

describe('a picture of Rostrum’s own', () => {
  const own = signPicture(square(7));

  test('is a picture as before, for a reader that checks its checksums', () => {
    expect(PNG.sync.read(Buffer.from(own), { checkCRC: true }).data).toEqual(
      PNG.sync.read(Buffer.from(square(7))).data,
    );
    expect(Buffer.from(own).toString('latin1')).toMatch(/tEXtSoftware\0Rostrum [0-9a-f]{10}/);
  });

  test('is known as long as nobody changes it', () => {
    const changed = Buffer.from(own);
    changed.writeUInt8(changed.readUInt8(changed.length - 20) ^ 1, changed.length - 20);
    expect([own, changed, square(7), new Uint8Array()].map((bytes) => isOwnPicture('a.png', bytes))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(isOwnPicture('a.txt', own)).toBe(false);
  });
});
