import { describe, expect, test } from 'vitest';
import { printFile, printKinds } from '../../src/commands/print-files.ts';
import { readTalk } from '../../src/talk/load.ts';
import { createMemoryHost } from '../memory-host.ts';

const host = createMemoryHost({ '/desk/slides/00.md': '# A\n' });
const { paths } = readTalk(host, '.').value;

describe('the kinds to print', () => {
  test.each([
    [[], ['slides']],
    [['notes'], ['notes']],
    [
      ['notes', 'slides', 'notes'],
      ['slides', 'notes'],
    ],
    [['all'], ['slides', 'notes', 'handout', 'article']],
    [
      ['all', 'notes'],
      ['slides', 'notes', 'handout', 'article'],
    ],
    [['slides', 'handuot'], null],
  ])('of %j are %j', (names, kinds) => {
    expect(printKinds(names)).toEqual(kinds);
  });
});

describe('the file of a print', () => {
  test.each([
    ['slides', undefined, paths.prints.slides],
    ['notes', undefined, paths.prints.notes],
    ['notes', 'papers', host.resolve('papers/notes.pdf')],
    ['notes', 'papers/to-say.PDF', host.resolve('papers/to-say.PDF')],
  ] as const)('of %s with -o %s is %s', (kind, output, file) => {
    expect(printFile(host, paths, kind, output)).toBe(file);
  });
});
