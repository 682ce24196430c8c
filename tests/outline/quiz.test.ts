import { describe, expect, test } from 'vitest';
import { contentHtml, outlineOf, slideOf } from './outline-of.ts';

const quiz = (list: string): string => `## Which? {.quiz}\n\n${list}`;

describe('a quiz', () => {
  test.each([
    ['takes ticked options for right ones', '- [ ] a\n- [x] b', 'a:|!b:'],
    ['takes a list under an option for its feedback', '- [ ] a\n  - no\n- [x] b', 'a:no|!b:'],
    [
      'keeps a list of several items under an option',
      '- [x] a\n  - c\n  - d\n- [ ] b',
      '!a:<ul><li>c</li><li>d</li></ul>|b:',
    ],
    ['takes a paragraph under an option for its feedback', '- [ ] a\n\n  no\n- [x] b', '<p>a</p>:<p>no</p>|!<p>b</p>:'],
    ['keeps what stands around the list', 'c\n\n- [x] a\n- [ ] b\n\nd', '<p>c</p>|!a:|b:|<p>d</p>'],
    ['takes the first list that is one', '- c\n\n1. [x] a\n2. [ ] b', '<ul><li>c</li></ul>|!a:|b:'],
  ])('%s', (_, list, html) => {
    const slide = slideOf(quiz(list));
    expect(slide.layout.name).toBe('quiz');
    expect(contentHtml(slide.content)).toBe(html);
  });

  test.each([
    ['with one option', '- [x] a'],
    ['with no right option', '- [ ] a\n- [ ] b'],
    ['with an item that is no option', '- [x] a\n- b'],
    ['without a list', 'a'],
  ])('%s is none, and the class that names it is said to be wrong', (_, list) => {
    const { found, outline } = outlineOf(quiz(list));
    expect(found).toEqual(['1:12 layout-needs']);
    expect(outline.slides[0]?.content.kind).toBe('plain');
  });

  test('is never inferred: tasks are tasks', () => {
    expect(slideOf('## Before dusk\n\n- [x] a\n- [ ] b').layout.name).toBe('points');
  });

  test('lets its options come one by one', () => {
    const { steps } = slideOf('## Which? {.quiz .steps}\n\n- [x] a\n- [ ] b');
    expect(steps.count).toBe(2);
  });
});

describe('tabs', () => {
  test('do not make columns of the slide', () => {
    expect(slideOf('## a\n\n::: tabs\n### b\nc\n### d\ne\n:::').layout.name).toBe('points');
  });
});

describe('a flag', () => {
  test('to count up is not the name of a layout', () => {
    expect(slideOf('## 65 {.count-up}\n\nyears').layout).toEqual({ name: 'number', span: null });
  });
});
