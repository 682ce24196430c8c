import { describe, expect, test } from 'vitest';
import { hoistStyles } from '../../src/deck/styles.ts';
import { drawnSlide } from './drawn.ts';

function hoist(...texts: readonly string[]) {
  const drawn = texts.map((html) => drawnSlide({ html }));
  const { slides, css } = hoistStyles(drawn);
  return [slides.map(({ html }) => html).join('|'), css];
}

describe('style attributes', () => {
  test.each([
    ['become a class', '<p style="width: 60%">a</p>', '<p class="style-1">a</p>', '.style-1:not(#_){width: 60%}\n'],
    ['join a class', '<p class="b" style="top: 0">a</p>', '<p class="b style-1">a</p>', '.style-1:not(#_){top: 0}\n'],
    ['that say nothing go', '<p style="">a</p>', '<p>a</p>', ''],
    ['in text stay', '<p>a style="b"</p>', '<p>a style="b"</p>', ''],
    ['hold quotation marks', '<p style="--a: &quot;b&quot;">', '<p class="style-1">', '.style-1:not(#_){--a: "b"}\n'],
  ])('%s', (_, html, expected, css) => {
    expect(hoist(html)).toEqual([expected, css]);
  });

  test('that are the same are one class', () => {
    const [html, css] = hoist('<p style="top: 0">a</p>', '<p style="top: 1px">b</p><p style="top: 0">c</p>');
    expect(html).toBe('<p class="style-1">a</p>|<p class="style-2">b</p><p class="style-1">c</p>');
    expect(css).toBe('.style-1:not(#_){top: 0}\n.style-2:not(#_){top: 1px}\n');
  });

  test.each([
    'a: b} body {display: none',
    'a: &quot;b',
    'a: url(b',
    'a: b) c',
    'a: b /* c',
    'a: \\7d',
    '@import "c"',
    "a: 'b",
    'a: [b',
  ])('that would reach over their end stay where they have no effect: %s', (style) => {
    const html = `<p style="${style}">a</p>`;
    expect(hoist(html)).toEqual([html, '']);
  });
});
