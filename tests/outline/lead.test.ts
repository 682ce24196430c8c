import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/markdown/tree.ts';
import { parseOutline } from '../../src/outline/outline.ts';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES } from '../markdown/parse-text.ts';

/** The kinds of the blocks before and after what the layout of the first slide takes, and the rules found. */
function around(markdown: string) {
  const source = createSource('a.md', markdown);
  const { value, findings } = parseOutline(source, {
    isFirst: false,
    fields: null,
    references: NO_REFERENCES,
    declared: NONE_DECLARED,
  });
  const kinds = (blocks: readonly Block[] = []): string => blocks.map(({ kind }) => kind).join(' ');
  const content = value.slides[0]?.content;
  return [content?.kind, kinds(content?.lead), kinds(content?.rest), findings.map(({ rule }) => rule).join(' ')];
}

describe('what stands around the part that a layout takes', () => {
  test.each([
    ['a quotation', '---\n\n{.quote}\n\na\n\n> b\n\n- c', ['quote', 'paragraph', 'list', '']],
    ['columns by headings', '## A\n\na\n\n### B\n\nb\n\n### C\n\nc', ['compare', 'paragraph', '', '']],
    [
      'columns by divisions',
      '## A\n\na\n\n:::: columns\n::: column\nb\n:::\n::: column\nc\n:::\n::::\n\n- d',
      ['compare', 'paragraph', 'list', ''],
    ],
    [
      'a timeline',
      '## A {.timeline}\n\na\n\n- **1** b\n- **2** c\n- **3** d\n\n> e',
      ['timeline', 'paragraph', 'quotation', ''],
    ],
    [
      'a timeline after another list',
      '## A {.timeline}\n\n* a\n\n- **1** b\n- **2** c\n- **3** d',
      ['timeline', 'list', '', ''],
    ],
    [
      'columns after a single one',
      '## A\n\n:::: columns\n::: column\na\n:::\n::::\n\n:::: columns\n::: column\nb\n:::\n::: column\nc\n:::\n::::',
      ['compare', 'division', '', ''],
    ],
    ['a number', '## 65 {.number}\n\n- a\n\nyears\n\n> b', ['number', 'list', 'quotation', '']],
    ['a table', '## A {.table}\n\na\n\n| b |\n|---|\n| c |\n\n- d', ['table', 'paragraph', 'list', '']],
    ['code', '## A {.code}\n\na\n\n```\nb\n```\n\n- c', ['code', 'paragraph', 'list', '']],
    ['sources', '## A {.sources}\n\na\n\n- b\n\n> c', ['sources', 'paragraph', 'quotation', '']],
  ])('keeps its place: %s', (_, markdown, expected) => {
    expect(around(markdown)).toEqual(expected);
  });
});

describe('a step that its layout shows at once', () => {
  test.each([
    ['the source of a list of sources', '## A {.sources}\n\n- a {.step}\n- b', 'steps-at-once'],
    ['a picture after a pause', '## A {.figure}\n\na\n\n. . .\n\n![b](c.svg)', 'steps-at-once'],
    ['what a number counts', '## 65 {.number}\n\nyears {.step}', 'steps-at-once'],
  ])('is a warning: %s', (_, markdown, rule) => {
    expect(around(markdown)[3]).toBe(rule);
  });

  test.each([
    ['what stands under a number', '## 65 {.number}\n\nyears\n\n- a {.step}'],
    ['an event', '## A\n\n- **1951** a {.step}\n- **1960** b\n- **1990** c'],
    ['columns one by one', '## A {.steps}\n\n:::: columns\n::: column\nb\n:::\n::: column\nc\n:::\n::::'],
  ])('is none: %s', (_, markdown) => {
    expect(around(markdown)[3]).toBe('');
  });

  test('counts columns by divisions one by one', () => {
    const source = createSource('a.md', '## A {.steps}\n\n:::: columns\n::: column\nb\n:::\n::: column\nc\n:::\n::::');
    const slide = parseOutline(source, {
      isFirst: false,
      fields: null,
      references: NO_REFERENCES,
      declared: NONE_DECLARED,
    }).value.slides[0];
    const columns = slide?.content.kind === 'compare' ? slide.content.columns : [];
    expect(columns.map(({ opener }) => slide?.steps.spans.get(opener)?.first)).toEqual([1, 2]);
  });
});
