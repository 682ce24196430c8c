import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { loadQrCodes } from '../../src/typeset/qr-codes.ts';

/** The modules that the lines of a drawn code make dark, as `x,y`. */
function darkIn(svg: string): ReadonlySet<string> {
  const [, path = ''] = /stroke="#000" d="([^"]*)"/.exec(svg) ?? [];
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, command, first = '', second = ''] of path.matchAll(/([Mmh])(\d+)(?: (\d+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Number(second)];
    else if (command === 'm') x += Number(first);
    else for (const end = x + Number(first); x < end; x += 1) dark.add(`${x},${y}`);
  }
  return dark;
}

test('a QR code has a line for each run of dark modules, and a quiet zone of four', async () => {
  const address = 'https://example.com/lights/assets/film-0123456789.webm';
  const draw = await loadQrCodes(true);
  const { data } = encode(address, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect([...darkIn(draw(address))].sort()).toEqual(dark.sort());
  expect(data.slice(0, 4).flat()).not.toContain(true);
  expect(draw(address)).toBe(draw(address));
});

test('a talk that needs no QR code loads nothing to draw one', async () => {
  expect((await loadQrCodes(false))('https://example.com')).toBe('');
});
