import { describe, expect, test } from 'vitest';
import type { Slide, StepSpan } from '../../src/outline/types.ts';
import { PLAIN } from '../markdown/parse-text.ts';
import { blocksHtml, outlineOf, slideOf } from './outline-of.ts';

/** "1" from the first click on, "1-2" gone at the third, "-1" gone at the second. */
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
    ['an item', '## A\n\n- b {.step}\n- c', 'b:1'],
    ['items in their order', '## A\n\n- b {.step}\n- c {.step}', 'b:1 c:2'],
    ['a paragraph', '## A\n\nb {.step}\n\nc', 'b:1'],
    ['a division', '## A\n\n::: {.step}\nb\n:::', 'b:1'],
    ['a heading', '## A\n\n### b {.step}\n\nc', 'b:1'],
    ['an item in an item', '## A\n\n- b {.step}\n  - c {.step}\n- d {.step}', 'b:1 c:2 d:3'],
    ['in an order by number', '## A\n\n- b {step=2}\n- c {step=1}', 'b:2 c:1'],
    ['two at one click', '## A\n\n- b {step=1}\n- c {step=1}\n- d {step=2}', 'b:1 c:1 d:2'],
    ['by numbers with gaps, as if there were none', '## A\n\n- b {step=3}\n- c {step=70}', 'b:1 c:2'],
    ['by number and by order together', '## A\n\n- b {.step}\n- c {step=1}\n- d {.step}', 'b:1 c:1 d:2'],
    ['everything after a pause', '## A\n\nb\n\n. . .\n\nc\n\nd', 'c:1 d:1'],
    ['two pauses', '## A\n\nb\n\n. . .\n\nc\n\n. . .\n\nd', 'c:1 d:2'],
    ['a list after a pause, as a whole', '## A\n\n. . .\n\n- b\n- c', 'b:1'],
    ['steps after a pause come after it', '## A\n\n. . .\n\nb\n\nc {.step}', 'b:1 c:2'],
    ['after a pause that holds nothing back itself', '## A\n\n. . .\n\nb {.step}\n\n. . .\n\n. . .\n\nc', 'b:1 c:2'],
    [
      'a step within one that is given a number, after it',
      '## A\n\n- b {step=1}\n\n::: {step=2}\nc\n\nd {.step}\n:::',
      'b:1 c:2 d:3',
    ],
    [
      'what follows a pause in its box, and after the box',
      '## A\n\n::: {.box}\nb\n\n. . .\n\nc\n\n- d\n:::\n\ne',
      'c:1 d:1 e:1',
    ],
    ['what follows a pause in an item', '## A\n\n- b\n\n  . . .\n\n  c\n- d\n\ne', 'c:1 d:1 e:1'],
    ['a pause in a box that waits', '## A\n\n. . .\n\n::: {.box}\nb\n\n. . .\n\nc\n:::\n\nd', 'b:1 c:2 d:2'],
    ['a pause at the end shows nothing', '## A\n\nb\n\n. . .', ''],
    ['each item of a slide of steps', '## A {.steps}\n\n- b\n- c', 'b:1 c:2'],
    ['each item of all lists of a slide of steps', '## A {.steps}\n\n- b\n\nc\n\n1. d', 'b:1 d:2'],
    ['each block of a slide of steps without lists', '## A {.steps}\n\nb\n\nc', 'b:1 c:2'],
    ['outer items alone of a slide of steps', '## A {.steps}\n\n- b\n  - c\n- d', 'b:1 d:2'],
    ['a slide of steps by a line of its own', '---\n\n{.steps}\n\n- b\n- c', 'b:1 c:2'],
  ])('%s', (_, text, expected) => {
    expect(steps(slideOf(text))).toBe(expected);
  });

  test('show columns of a slide of steps one after the other', () => {
    const { content, steps: stepOf } = slideOf('## A {.steps}\n\n### B\n\n- c\n\n### D\n\n- e');
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([1, 2]);
    expect(stepOf.spans.size).toBe(2);
  });

  test('show columns that are divisions one after the other', () => {
    const { content, steps: stepOf } = slideOf(
      ':::: columns\n::: {.column}\na\n:::\n::: {.column .step}\nb\n:::\n::::',
    );
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([undefined, 1]);
  });

  test('show events of a timeline one after the other', () => {
    const { content, steps: stepOf } = slideOf('## A {.steps}\n\n- **1951** b\n- **1960** c\n- **2025** d');
    const events = content.kind === 'timeline' ? content.events : [];
    expect(events.map(({ item }) => stepOf.spans.get(item)?.first)).toEqual([1, 2, 3]);
  });

  test('show columns that are divisions one after the other on a slide of steps', () => {
    const text = '## A {.steps}\n\n:::: columns\n::: column\n- a\n:::\n::: column\n- b\n:::\n::::';
    const { content, steps: stepOf } = slideOf(text);
    const columns = content.kind === 'compare' ? content.columns : [];
    expect(columns.map(({ opener }) => stepOf.spans.get(opener)?.first)).toEqual([1, 2]);
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
    ['is as large as can be', '- a {step=9999}', ['1:6 step-gap']],
  ])('are an error where the number %s', (_, text, found) => {
    expect(outlineOf(text).found).toEqual(found);
  });
});

describe('steps of which one is missing', () => {
  test.each([
    [
      'the first',
      '- a {step=2}\n- b {step=3}',
      ['1:6 step-gap'],
      'the slide has no step 1, so step 2 comes at click 1',
    ],
    [
      'one between',
      '- a {step=4}\n- b {step=1}',
      ['1:6 step-gap'],
      'the slide has no step 2, so step 4 comes at click 2',
    ],
    [
      'the one at which something would go',
      '- a {step=0-1}',
      ['1:6 step-gap'],
      'the slide has no step 1, so step 2 comes at click 1',
    ],
    [
      'one before those of the text',
      '- a {.step}\n- b {step=3}',
      ['2:6 step-gap'],
      'the slide has no step 2, so step 3 comes at click 2',
    ],
  ])('are a warning at the first that comes sooner than it says: %s', (_, text, found, message) => {
    const outline = outlineOf(text);
    expect(outline.found).toEqual(found);
    expect(outline.findings.map((finding) => finding.message)).toEqual([message]);
  });

  test.each([
    ['what comes and goes', '- a {step=0-1}\n- b {step=1-2}\n- c {step=2}'],
    ['numbers and places in the text', '- a {.step}\n- b {step=2}\n- c {step=3}'],
    ['code and numbers', '```\na\n```\n\n- b {step=2}\n\n```ts {1|2}\na\nb\n```'],
  ])('are none where every click does something: %s', (_, text) => {
    expect(outlineOf(text).found).toEqual([]);
  });
});

describe('the lines of code that clicks light', () => {
  const CODE = '```ts {1|2}\na\nb\n```';
  /** How many steps there are, and the step of each group of each block. */
  function lines(text: string): readonly unknown[] {
    const { count, lines: groups } = slideOf(`## A\n\n${text}`).steps;
    return [count, ...groups.values()];
  }

  test.each<[string, string, readonly unknown[]]>([
    ['the first group is there from the start', '```ts {1|2|all}\na\nb\n```', [2, [null, 1, 2]]],
    ['those of one group need no click', '```ts {1}\na\nb\n```', [0]],
    ['two blocks one after the other', `${CODE}\n\n${CODE}`, [2, [null, 1], [null, 2]]],
    ['after a step before the code, and before one after it', `- a {.step}\n\n${CODE}\n\n- b {.step}`, [3, [null, 2]]],
    ['the first group by the step that shows the code', '```ts {1|2} {.step}\na\nb\n```', [2, [1, 2]]],
    [
      'after the step of the code that has a number',
      `- a {.step}\n\n\`\`\`ts {1|2|all} {step=2}\na\nb\n\`\`\``,
      [4, [2, 3, 4]],
    ],
    ['after a pause', `a\n\n. . .\n\n${CODE}`, [2, [1, 2]]],
    ['in a box that is a step', `::: {.step}\n${CODE}\n:::`, [2, [1, 2]]],
    ['in a box that has a number', `- a {.step}\n\n::: {step=2}\n${CODE}\n:::`, [3, [2, 3]]],
    ['in an item that is a step', `- a {.step}\n\n  ${CODE.replaceAll('\n', '\n  ')}`, [2, [1, 2]]],
    ['under a heading that is a step, and opens no column', `### B {.step}\n\n${CODE}`, [2, [null, 2]]],
    ['together with items of their numbers', `${CODE}\n\n- a {step=1}\n- b {step=2}`, [2, [null, 1]]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('come after the column that holds them', () => {
    const { steps: stepsOf } = slideOf(`## A\n\n### B {.step}\n\n${CODE}\n\n### C {.step}\n\n${CODE}`);
    expect([stepsOf.count, ...stepsOf.lines.values()]).toEqual([4, [1, 2], [3, 4]]);
    const numbered = slideOf(`## A\n\n### B {step=2}\n\n${CODE}\n\n### C {step=1}\n\n${CODE}`).steps;
    expect([numbered.count, ...numbered.lines.values()]).toEqual([4, [2, 3], [1, 4]]);
  });
});
