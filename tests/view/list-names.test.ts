import { expect, test } from 'vitest';
import { listNames } from '../../src/view/list-names.ts';
import { flag, html, list, maybe, number, record, text } from '../../src/view/shape.ts';

test.each([
  ['a text', { a: text('A') }, ['a: text']],
  ['other values', { a: html('A'), b: number('B'), c: flag('C') }, ['a: HTML', 'b: number', 'c: yes or no']],
  ['a group, and what is in it', { a: record('A', { b: text('B') }) }, ['a: group', 'a.b: text']],
  ['a list of values', { a: list('A', html('B')) }, ['a: list', 'a[]: HTML']],
  ['a list of groups', { a: list('A', record('B', { c: text('C') })) }, ['a: list', 'a[].c: text']],
  ['what may be null', { a: maybe('A', record('B', { c: text('C') })) }, ['a: group or null', 'a.c: text']],
  [
    'lists in lists',
    { a: list('A', record('B', { c: list('C', record('D', { e: text('E') })) })) },
    ['a: list', 'a[].c: list', 'a[].c[].e: text'],
  ],
])('the names of %s, each with its type', (_, contract, names) => {
  expect(listNames(contract).map(({ path, type }) => `${path}: ${type}`)).toEqual(names);
});

test('a name has the meaning of its own, not of what is in it', () => {
  const contract = { a: maybe('What it is here', record('What it is anywhere', { b: text('B') })) };
  expect(listNames(contract).map(({ about }) => about)).toEqual(['What it is here', 'B']);
});
