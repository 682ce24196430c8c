import { expect, test } from 'vitest';
import { findLostNames } from '../../src/check/lost-words.ts';
import { Html } from '../../src/text/html.ts';
import { flag, html, list, maybe, record, text } from '../../src/view/shape.ts';

const SHAPE = record('A slide', {
  heading: html('The heading'),
  kicker: text('The kicker'),
  body: html('The rest'),
  isAlone: flag('Whether'),
  columns: list('The columns', record('A column', { body: html('What it says') })),
  picture: maybe('The picture', record('A picture', { src: text('Its address') })),
});
const SLIDE = {
  heading: new Html('A <em>heading</em>'),
  kicker: 'Left out',
  body: new Html('<p>One &amp; two</p>\n<p>Three</p>'),
  isAlone: false,
  columns: [{ body: new Html('<p>Left</p>') }, { body: new Html('<p>Right</p>') }],
  picture: { src: 'assets/sea.svg' },
};

test.each([
  [
    'nothing, however it is wrapped',
    '<h2>A <em>heading</em></h2><div><p>One &amp; two</p> <p>Three</p></div><p>Left</p><p>Right</p><img src="assets/sea.svg">',
    [],
  ],
  [
    'the body',
    '<h2>A <em>heading</em></h2><p>Left</p><p>Right</p><img src="assets/sea.svg">',
    ['slide.body: One & two Three'],
  ],
  [
    'the second of several',
    '<h2>A heading</h2><p>One &amp; two</p><p>Three</p><p>Left</p><img src="assets/sea.svg">',
    ['slide.columns[].body: Right'],
  ],
  [
    'a picture',
    '<h2>A heading</h2><p>One &amp; two</p><p>Three</p><p>Left</p><p>Right</p>',
    ['slide.picture.src: assets/sea.svg'],
  ],
])('a layout loses %s', (_, drawn, expected) => {
  expect(findLostNames(SLIDE, SHAPE, [], drawn).map(({ name, words }) => `${name}: ${words}`)).toEqual(expected);
});

test('what a slide has nothing of cannot be lost', () => {
  const empty = { heading: '', kicker: '', body: '', isAlone: true, columns: [], picture: null };
  expect(findLostNames(empty, SHAPE, [], '')).toEqual([]);
});
