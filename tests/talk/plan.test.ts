import { expect, test } from 'vitest';
import { talkOf } from './talk-of.ts';

const plan = (files: Record<string, string>) =>
  talkOf(files).talk.plan.map(({ title, slideCount, timeSeconds }) => [title, slideCount, timeSeconds]);

test('an outline shares its time among its sections by their slides', () => {
  const outline = '---\ntime: 3m\n---\n\n# A\n\n## B\n\n# C\n';
  expect(plan({ 'slides/00.md': outline })).toEqual([
    ['A', 2, 120],
    ['C', 1, 60],
  ]);
});

test('outlines without a time share what is left of the talk', () => {
  const files = {
    'slides/talk.yaml': 'time: 5m',
    'slides/00.md': '---\ntime: 1m\n---\n\n# A\n',
    'slides/01.md': '# B\n\n## C',
    'slides/02.md': '# D\n\n## E',
  };
  expect(plan(files)).toEqual([
    ['A', 1, 60],
    ['B', 2, 120],
    ['D', 2, 120],
  ]);
});

test('no time is planned where nobody says one, and none below nothing', () => {
  expect(plan({ 'slides/00.md': '# A\n' })).toEqual([['A', 1, 0]]);
  const over = { 'slides/talk.yaml': 'time: 1m', 'slides/00.md': '---\ntime: 2m\n---\n\n# A\n', 'slides/01.md': '# B' };
  expect(plan(over)).toEqual([
    ['A', 1, 120],
    ['B', 1, 0],
  ]);
});

test('hidden slides take no time', () => {
  expect(plan({ 'slides/00.md': '---\ntime: 2m\n---\n\n# A\n\n## B {.hidden}\n\n# C' })).toEqual([
    ['A', 1, 60],
    ['C', 1, 60],
  ]);
});
