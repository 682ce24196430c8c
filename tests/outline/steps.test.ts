import { describe, expect, test } from 'vitest';
import type { Slide, StepSpan } from '../../src/outline/types.ts';
import { PLAIN } from '../markdown/parse-text.ts';
import { blocksHtml, outlineOf, slideOf } from './outline-of.ts';

/** "1" from the second click on, "1-2" gone at the fourth, "-0" gone at the second. */
function spanText(span: StepSpan | undefined): string {
  return span ? `${span.first ?? ''}${span.last === null ? '' : `-${span.last}`}` : '';
}

/** The steps of a slide, by the first word of what each shows. */
function steps({ content, steps: stepOf }: Slide): string {
  const html = blocksHtml(content.rest, { ...PLAIN, stepOf: (node) => spanText(stepOf.spans.get(node)) });
  return [...html.matchAll(/ data-step="([\d-]+)">(?:<[^>]*>)*(\w*)/g)]
    .map(([, step, word]) => `${word}:${step}`)
    .join(' ');
}

describe('steps', () => {
  test.each([
    ['none where none are asked for', '## A\n\n- b\n- c', ''],
    ['an item', '## A\n\n- b {.step}\n- c', 'b:0'],
    ['items in their order', '## A\n\n- b {.step}\n- c {.step}', 'b:0 c:1'],
    ['a paragraph', '## A\n\nb {.step}\n\nc', 'b:0'],
    ['a division', '## A\n\n::: {.step}\nb\n:::', 'b:0'],
    ['a heading', '## A\n\n### b {.step}\n\nc', 'b:0'],
    ['an item in an item', '## A\n\n- b {.step}\n  - c {.step}\n- d {.step}', 'b:0 c:1 d:2'],
    ['in an order by number', '## A\n\n- b {step=2}\n- c {step=1}', 'b:1 c:0'],
    ['two at one click', '## A\n\n- b {step=1}\n- c {step=1}\n- d {step=2}', 'b:0 c:0 d:1'],
    ['by numbers with gaps, as if there were none', '## A\n\n- b {step=3}\n- c {step=70}', 'b:0 c:1'],
    ['by number and by order together', '## A\n\n- b {.step}\n- c {step=1}\n- d {.step}', 'b:0 c:0 d:1'],
    ['everything after a pause', '## A\n\nb\n\n. . .\n\nc\n\nd', 'c:0 d:0'],
    ['two pauses', '## A\n\nb\n\n. . .\n\nc\n\n. . .\n\nd', 'c:0 d:1'],
    ['a list after a pause, as a whole', '## A\n\n. . .\n\n- b\n- c', 'b:0'],
    ['steps after a pause come after it', '## A\n\n. . .\n\nb\n\nc {.step}', 'b:0 c:1'],
    ['a pause at the end shows nothing', '## A\n\nb\n\n. . .', ''],
    ['each item of a slide of steps', '## A {.steps}\n\n- b\n- c', 'b:0 c:1'],
    ['each item of all lists of a slide of steps', '## A {.steps}\n\n- b\n\nc\n\n1. d', 'b:0 d:1'],
    ['each block of a slide of steps without lists', '## A {.steps}\n\nb\n\nc', 'b:0 c:1'],
    ['outer items alone of a slide of steps', '## A {.steps}\n\n- b\n  - c\n- d', 'b:0 d:1'],
    ['a slide of steps by a line of its own', '---\n\n{.steps}\n\n- b\n- c', 'b:0 c:1'],
  ])('%s', (_, text, expected) => {
    expect(steps(slideOf(text))).toBe(expected);
  });

  test('show columns of a slide of steps one after the other', () => {
    const { content, steps: stepOf } = slideOf('## A {.steps}\n\n### B\n\n- c\n\n### D\n\n- e');
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([0, 1]);
    expect(stepOf.spans.size).toBe(2);
  });

  test('show columns that are divisions one after the other', () => {
    const { content, steps: stepOf } = slideOf(
      ':::: columns\n::: {.column}\na\n:::\n::: {.column .step}\nb\n:::\n::::',
    );
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([undefined, 0]);
  });

  test('show events of a timeline one after the other', () => {
    const { content, steps: stepOf } = slideOf('## A {.steps}\n\n- **1951** b\n- **1960** c\n- **2025** d');
    const events = content.kind === 'timeline' ? content.events : [];
    expect(events.map(({ item }) => stepOf.spans.get(item)?.first)).toEqual([0, 1, 2]);
  });

  test('show columns that are divisions one after the other on a slide of steps', () => {
    const text = '## A {.steps}\n\n:::: columns\n::: column\n- a\n:::\n::: column\n- b\n:::\n::::';
    const { content, steps: stepOf } = slideOf(text);
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([0, 1]);
  });

  test.each([
    ['in a quotation', '> a\n>\n> b {.step}', ['3:3 steps-at-once']],
    ['in a number', '## 65\n\nyears {.step}', ['3:1 steps-at-once']],
    ['in a list of sources', '## A {.sources}\n\n- b {.step}', ['3:1 steps-at-once']],
    ['in a picture', '![a](b.svg) {.step}', ['1:1 steps-at-once']],
    ['beside a quotation', '## A {.quote}\n\n> b\n\nc {.step}', []],
    ['in points', '- a {.step}', []],
    ['in a note beside a quotation', '> a\n\nNote:\n- b {.step}', []],
  ])('are a warning where their layout shows all at once: %s', (_, text, found) => {
    expect(outlineOf(text).found).toEqual(found);
  });

  test.each([
    ['is zero', '- a {step=0}', ['1:6 invalid-step']],
    ['is negative', '- a {step=-1}', ['1:6 invalid-step']],
    ['is a fraction', '- a {step=1.5}', ['1:6 invalid-step']],
    ['is a word', '- a {step=last}', ['1:6 invalid-step']],
    ['is beyond all clicks', '- a {step=10000}', ['1:6 invalid-step']],
    ['is one', '- a {step=1}', []],
    ['is large', '- a {step=9999}', []],
  ])('are an error where the number %s', (_, text, found) => {
    expect(outlineOf(text).found).toEqual(found);
  });
});
