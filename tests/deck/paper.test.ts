import { expect, test } from 'vitest';
import { forPaper } from '../../src/deck/paper.ts';
import type { DrawnSlide } from '../../src/deck/slides.ts';
import { drawnSlide } from './drawn.ts';

const slide = (html: string): DrawnSlide => drawnSlide({ html });

test.each([
  [
    'opens what opens',
    '<details class="details" data-details><summary>',
    '<details open class="details" data-details><summary>',
  ],
  ['leaves open what is', '<details open data-details><summary>', '<details open data-details><summary>'],
  ['leaves the answers of a quiz closed', '<details class="quiz-answers">', '<details class="quiz-answers">'],
  [
    'numbers the lines of code that steps through them',
    '<code class="hljs language-ts lines" data-lit-steps="1 2">',
    '<code class="hljs language-ts lines is-numbered" data-lit-steps="1 2">',
  ],
  [
    'numbers no line twice',
    '<code class="hljs lines is-numbered" data-lit-steps="1">',
    '<code class="hljs lines is-numbered" data-lit-steps="1">',
  ],
])('paper %s', (_, html, printed) => {
  expect(forPaper([slide(html)]).map((drawn) => drawn.html)).toEqual([printed]);
});
