import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchFolder, HARBOUR_TALK, readFolder, rostrum, SHIPPED_TALK } from './rostrum.ts';

const scratch = createScratchFolder();
/** A machine on the other side of the world, in another language. */
const ELSEWHERE = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** The paths at which two folders differ. */
function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): readonly string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  return paths.filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)));
}

let first: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  await rostrum(['build', SHIPPED_TALK, '-o', scratch.path('first')]);
  first = readFolder(scratch.path('first'));
});
afterAll(() => scratch.remove());

test('building twice gives the same bytes of every file, wherever and in whatever language', async () => {
  await rostrum(['build', '.', '-o', scratch.path('second')], { folder: SHIPPED_TALK, environment: ELSEWHERE });
  expect(first.size).toBeGreaterThan(5);
  expect(differences(first, readFolder(scratch.path('second')))).toEqual([]);
});

test('building over an older deck gives the same as building into an empty folder', async () => {
  await rostrum(['build', HARBOUR_TALK, '-o', scratch.path('used')]);
  await rostrum(['build', SHIPPED_TALK, '-o', scratch.path('used')]);
  expect(differences(first, readFolder(scratch.path('used')))).toEqual([]);
});

test('printing twice gives the same bytes, wherever and in whatever language', async () => {
  await rostrum(['print', 'slides', '--talk', SHIPPED_TALK, '-o', scratch.path('one.pdf')]);
  await rostrum(['print', 'slides', '-o', scratch.path('two.pdf')], { folder: SHIPPED_TALK, environment: ELSEWHERE });
  expect(readFileSync(scratch.path('two.pdf')).equals(readFileSync(scratch.path('one.pdf')))).toBe(true);
});
