import { describe, expect, test } from 'vitest';
import { createSource } from '../../src/text/source.ts';
import { viewTalk } from '../../src/view/view.ts';
import { plainSurroundings } from '../view/surroundings.ts';
import { placed, SVG, talkOf } from './talk-of.ts';

function ids(outline: string): readonly string[] {
  return talkOf({ 'slides/00.md': outline }).talk.slides.map(({ id }) => id);
}

describe('the id of a slide', () => {
  test.each([
    ['is the one it is given', '## A b {#c}', ['c']],
    ['is given on a line of its own', '---\n\n{#c}\n\na', ['c']],
    ['is its heading in lower case with dashes', '## The revision: met, at *home*!', ['the-revision-met-at-home']],
    ['joins a word with an apostrophe', '## Japan’s part, and its "way"', ['japans-part-and-its-way']],
    ['keeps other scripts', '## 安保 und Ärger', ['安保-und-ärger']],
    ['composes letters', '## Cafe\u0301', ['café']],
    ['is its number where there is no heading', 'a\n\n---\n\nb', ['slide-1', 'slide-2']],
    ['is its number where the heading has no letters', '## ???', ['slide-1']],
    ['is not a bare number, which means a place to reveal.js', '## 65\n\nyears', ['slide-65']],
    ['is not taken twice', '## A\n\n## A\n\n## A', ['a', 'a-2', 'a-3']],
    ['makes way for one that is given later', '## A\n\n## B {#a}', ['a-2', 'a']],
    ['makes way for one that is given on a slide', '## A\n\nb\n\n## B\n\nc {#a}', ['a-2', 'b']],
    ['makes way for one with a number', '## A\n\n## A-2\n\n## A', ['a', 'a-2', 'a-3']],
  ])('%s', (_, outline, expected) => {
    expect(ids(outline)).toEqual(expected);
  });

  test.each([
    ['a bare number', '## A {#7}', 'slides/00.md:1:7 invalid-id'],
    ['a path', '## A {#a/b}', 'slides/00.md:1:7 invalid-id'],
  ])('may not be given as %s', (_, outline, found) => {
    expect(talkOf({ 'slides/00.md': outline }).found).toEqual([found]);
  });
});

describe('an id that is given twice', () => {
  test.each([
    ['to two slides of an outline', '## A {#x}\n\n## B {#x}', ['slides/00.md:3:7 duplicate-id']],
    ['to a slide and a paragraph', '## A {#x}\n\nb {#x}', ['slides/00.md:3:4 duplicate-id']],
    ['to a slide and an item', '## A {#x}\n\n- b {#x}', ['slides/00.md:3:6 duplicate-id']],
    ['to a slide and a passage', '## A {#x}\n\n[b]{#x} c', ['slides/00.md:3:5 duplicate-id']],
    ['to a slide and a division', '## A {#x}\n\n::: {#x .y}\nb\n:::', ['slides/00.md:3:6 duplicate-id']],
    [
      'three times',
      '## A {#x}\n\n## B {#x}\n\n## C {#x}',
      ['slides/00.md:3:7 duplicate-id', 'slides/00.md:5:7 duplicate-id'],
    ],
    ['once to a hidden slide', '## A {#x}\n\n## B {#x .hidden}', []],
    ['once in a note', '## A {#x}\n\nNote: b {#x}', []],
  ])('%s', (_, outline, found) => {
    expect(talkOf({ 'slides/00.md': outline }).found).toEqual(found);
  });

  test('is an error at the second place that also shows the first, in another outline', () => {
    const { findings } = talkOf({ 'slides/00.md': '# A {#x}', 'slides/01.md': '# B\n\n## C {#x}' });
    expect(findings.map(placed)).toEqual(['slides/01.md:3:7 duplicate-id']);
    expect(findings[0]?.related?.span).toEqual({ source: createSource('slides/00.md', '# A {#x}'), start: 5, end: 7 });
  });
});

describe('a link to a slide', () => {
  test.each([
    ['leads to an id that is given', '[b](#c)\n\n## C {#c}', []],
    ['leads to an id that is made', '[b](#the-end)\n\n## The end', []],
    ['leads back', '## A\n\n[b](#a)', []],
    ['leads to a paragraph', '[b](#c)\n\nd {#c}', []],
    ['leads to a picture', '[b](#c)\n\n![d](e.svg) {#c}', []],
    ['leads to code', '[b](#c)\n\n```js {#c}\nd\n```', []],
    ['leads nowhere', 'a [b](#gone)\n\n## Go on {#go-on}', ['slides/00.md:1:3 unknown-slide']],
    ['leads nowhere from a heading', '## [a](#gone)', ['slides/00.md:1:4 unknown-slide']],
    ['leads nowhere from a cell', '| [a](#gone) |\n|---|', ['slides/00.md:1:3 unknown-slide']],
    [
      'leads nowhere from a quotation',
      '> [a](#gone)\n> — [b](#gone)',
      ['slides/00.md:1:3 unknown-slide', 'slides/00.md:2:5 unknown-slide'],
    ],
    ['leads nowhere from a column', '### [a](#gone)\n\n### b', ['slides/00.md:1:5 unknown-slide']],
    ['leads to a hidden slide', '[a](#b)\n\n## B {.hidden}', ['slides/00.md:1:1 unknown-slide']],
    ['leads into a note', '[a](#b)\n\nNote: c {#b}', ['slides/00.md:1:1 unknown-slide']],
    ['is in a note, and is not looked at', 'a\n\nNote: [b](#gone)', []],
    ['leads to the web', '[a](https://e.org/#gone)', []],
  ])('%s', (_, outline, found) => {
    expect(talkOf({ 'slides/00.md': outline, 'slides/e.svg': SVG }).found).toEqual(found);
  });

  test('that leads nowhere names the nearest id', () => {
    expect(talkOf({ 'slides/00.md': '[a](#opposition)\n\n## B {#oposition}' }).findings[0]?.hint).toBe(
      'did you mean "oposition"?',
    );
  });

  test('that leads somewhere finds what it leads to in the HTML of the slides', () => {
    const outline = [
      '## Points\n\np {#p}\n\n- i {#i}\n\n> q {#q}\n\n### h {#h}\n\n```js {#c}\nx\n```\n\n![f](e.svg) {#f}\n\n[s]{#s}\n\n::: {#d}\nx\n:::',
      '## Columns\n\n### a {#column}\n\nb {#inside}\n\n### c',
      '## Sources {.sources}\n\n- a {#source}\n- [b]{#word}',
      '## Dates\n\n- **1951** a {#event}\n- **1960** [b]{#dated}\n- **2025** c',
      '## Picture\n\n![a](e.svg) {#picture}',
      '## Code\n\n```js {#code}\nx\n```',
      '> [a]{#quoted} {#quotation}\n> — [b]{#speaker}, c',
      '## 65 {.number}\n\n[years]{#years} on {#number}',
    ].join('\n\n---\n\n');
    const { talk } = talkOf({ 'slides/00.md': outline, 'slides/e.svg': SVG });
    const { slides } = viewTalk(talk, plainSurroundings());
    const html = JSON.stringify(slides, (_, value) =>
      value !== null && typeof value.toHTML === 'function' ? value.toHTML() : value,
    );
    const linkable = talk.slides.flatMap(({ contents }) => contents.ids.map(({ name }) => name));
    expect(linkable).toEqual([
      'p',
      'i',
      'q',
      'h',
      'c',
      'f',
      's',
      'd',
      'column',
      'inside',
      'word',
      'dated',
      'picture',
      'code',
      'quoted',
      'speaker',
      'years',
    ]);
    // In HTML that Rostrum made, or for a template to write.
    for (const id of linkable) expect(html).toMatch(new RegExp(` id=\\\\"${id}\\\\"|"id":"${id}"`));
  });
});
