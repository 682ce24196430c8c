import { describe, expect, test } from 'vitest';
import type { Outline } from '../../src/outline/types.ts';
import { contentHtml, outlineOf, slideOf } from './outline-of.ts';

const contentsHtml = ({ slides }: Outline): string => slides.map(({ content }) => contentHtml(content)).join();

const TABLE = '| a | b |\n|---|---|\n| c | d |';
const CODE = '```ts\na\n```';
const PICTURE = '![a](media/b.svg)';
const EVENTS = '- **1951** a\n- **1960** b\n- **2025** c';

describe('the first # of a talk', () => {
  test('is its title', () => {
    expect(slideOf('# A', true).layout).toEqual({ name: 'title', span: null });
  });

  test('is a section when something stands before it', () => {
    const names = outlineOf('## A\n\n# B', true).outline.slides.map(({ layout }) => layout.name);
    expect(names).toEqual(['statement', 'section']);
  });

  test('is a section in any other outline', () => {
    expect(slideOf('# A').layout.name).toBe('section');
  });
});

describe('the layout is inferred', () => {
  test.each([
    ['a heading with a list: points', '## A\n\n- b\n- c', 'points'],
    ['a paragraph alone: points', 'a', 'points'],
    ['a list alone: points', '- a', 'points'],
    ['a heading alone: statement', '## A', 'statement'],
    ['a heading with notes only: statement', '## A\n\nNote: b', 'statement'],
    ['a heading with text: not a statement', '## A\n\nb', 'points'],
    ['a quotation: quote', '> a', 'quote'],
    ['a quotation under a heading: quote', '## A\n\n> b', 'quote'],
    ['a quotation with text: not a quote', '> a\n\nb', 'points'],
    ['two quotations: not a quote', '> a\n\n<!-- -->\n\n> b', 'points'],
    ['a number and what it counts: number', '## 65\n\nyears', 'number'],
    ['a number in a sentence: not a number', '## 65 years on\n\na', 'points'],
    ['a number alone: not a number', '## 65', 'statement'],
    ['a number with a list: not a number', '## 65\n\n- a', 'points'],
    ['a number with two paragraphs: not a number', '## 65\n\na\n\nb', 'points'],
    ['two columns by headings: compare', '## A\n\n### B\n\nc\n\n### D\n\ne', 'compare'],
    ['one heading: not a comparison', '## A\n\n### B\n\nc', 'points'],
    ['two headings of the fourth level: not a comparison', '#### B\n\nc\n\n#### D\n\ne', 'points'],
    ['two columns by divisions: compare', ':::: columns\n::: column\na\n:::\n::: column\nb\n:::\n::::', 'compare'],
    ['one column: not a comparison', ':::: columns\n::: column\na\n:::\n::::', 'points'],
    ['columns without columns around them: not a comparison', '::: column\na\n:::\n::: column\nb\n:::', 'points'],
    ['a picture with points: split', `## A\n\n- b\n- c\n\n${PICTURE}`, 'split'],
    ['a picture with a long text: not a split', `## A\n\n${PICTURE}\n\n${'word '.repeat(70)}`, 'points'],
    ['a picture with seven points: not a split', `## A\n\n${PICTURE}\n\n${'- b\n'.repeat(7)}`, 'points'],
    ['two pictures: not a split', `## A\n\n${PICTURE}\n\n${PICTURE}\n\nb`, 'points'],
    ['a chart with points: split', '## A\n\n- b\n\n::: {.chart}\n| a | b |\n|---|--:|\n| c | 1 |\n:::', 'split'],
    ['a chart alone: split', '## A\n\n::: {.chart}\n| a | b |\n|---|--:|\n| c | 1 |\n:::', 'split'],
    ['a diagram alone: split', '## A\n\n```mermaid\npie\n```', 'split'],
    ['a diagram with points: split', '## A\n\n```mermaid\npie\n```\n\n- b', 'split'],
    ['a formula with a line: split', '## A\n\nb\n\n$$\nx\n$$', 'split'],
    ['a formula alone: not a split', '## A\n\n$$\nx\n$$', 'points'],
    ['a table with a line: split', `## A\n\nb\n\n${TABLE}`, 'split'],
    [
      'a table of four columns with a line: not a split',
      '## A\n\nb\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |',
      'points',
    ],
    ['code with a line: split', `## A\n\nb\n\n${CODE}`, 'split'],
    ['code of long lines with a line: not a split', `## A\n\nb\n\n\`\`\`\n${'x'.repeat(60)}\n\`\`\``, 'points'],
    [
      'two columns, one of them a picture: split',
      `:::: columns\n::: column\na\n:::\n::: column\n${PICTURE}\n:::\n::::`,
      'split',
    ],
    ['two columns by headings, one of them a picture: split', `## A\n\n### B\n\nc\n\n### D\n\n${PICTURE}`, 'split'],
    [
      'a column with a class of its own and a picture: compare',
      `:::: columns\n::: {.column .step}\na\n:::\n::: column\n${PICTURE}\n:::\n::::`,
      'compare',
    ],
    ['three columns, one of them a picture: compare', `### A\n\na\n\n### B\n\nb\n\n### C\n\n${PICTURE}`, 'compare'],
    ['a table: table', `## A\n\n${TABLE}`, 'table'],
    ['a table with text: not a table', `${TABLE}\n\na`, 'split'],
    ['code: code', CODE, 'code'],
    ['code with text: not code', `a\n\n${CODE}`, 'split'],
    ['a picture: figure', `## A\n\n${PICTURE}`, 'figure'],
    ['a picture with spaces after it: figure', `## A\n\n${PICTURE}   `, 'figure'],
    ['a picture in a line: not a figure', `a ${PICTURE}`, 'points'],
    ['two pictures: not a figure', `${PICTURE}\n\n${PICTURE}`, 'points'],
    ['three dates: timeline', EVENTS, 'timeline'],
    ['two dates: not a timeline', '- **1951** a\n- **1960** b', 'points'],
    ['a list where one item has no date: not a timeline', `${EVENTS}\n- d`, 'points'],
    ['a list of bold words: not a timeline', '- **a** b\n- **c** d\n- **e** f', 'points'],
    ['a list of amounts: not a timeline', '- **1,000** a\n- **20** b\n- **3** c', 'points'],
    [
      'a list where the date is not the first word: not a timeline',
      '- a **1951**\n- b **1960**\n- c **2025**',
      'points',
    ],
    ['three dates with text: not a timeline', `${EVENTS}\n\nd`, 'points'],
    ['a list of sources: not sources, which are only ever named', '## Sources\n\n- a', 'points'],
    ['a last slide: not a closing, which is only ever named', '## Thank you\n\na', 'points'],
  ])('%s', (_, text, layout) => {
    expect(slideOf(text).layout).toEqual({ name: layout, span: null });
  });

  test.each([
    '65',
    '1,000,000',
    '3.5',
    '3,5',
    '90 %',
    '90%',
    '$400M',
    '€ 20',
    '−12 °C',
    '~40',
    '> 5',
    '+7',
    '12 km',
    '5G',
    '100 ¥',
  ])('from the number %s', (figure) => {
    expect(slideOf(`## ${figure}\n\nwhat`)).toMatchObject({ layout: { name: 'number' }, content: { figure } });
  });

  test.each(['65 years', '1951: a', 'No. 5', 'A 5', 'four', '5 to 6', '12 kilometres'])(
    'not from the number in "%s"',
    (heading) => {
      expect(slideOf(`## ${heading}\n\nwhat`).layout.name).toBe('points');
    },
  );

  test.each(['**1951**', '**1950s**', '**1950–1953**', '**19 January 1960**', '**January 1960**', '**800**'])(
    'from a list of dates such as %s',
    (date) => {
      expect(slideOf(`- ${date} a\n- ${date} b\n- ${date} c`).layout.name).toBe('timeline');
    },
  );
});

describe('the layout is named', () => {
  test.each([
    ['by a class', '## A {.closing}', 'closing', '.closing'],
    ['by a key', '## A {layout=closing}', 'closing', 'layout=closing'],
    ['on a line of its own', '---\n\n{.closing}\n\na', 'closing', '.closing'],
    ['beside an id and flags', '## A {#b .steps .own .closing .hidden}', 'closing', '.closing'],
    ['by a name that no theme may have', '## A {.gallery}', 'gallery', '.gallery'],
    ['against what the content asks for', '## A {.points}\n\n> b', 'points', '.points'],
  ])('%s', (_, text, name, place) => {
    const { layout } = slideOf(text);
    expect(layout.name).toBe(name);
    expect(layout.span?.source.text.slice(layout.span.start, layout.span.end)).toBe(place);
  });

  test('once: a second name is an error at its place', () => {
    const { outline, found } = outlineOf('## A {.quote .points}\n\n> b');
    expect(found).toEqual(['1:14 two-layouts']);
    expect(outline.slides[0]?.layout.name).toBe('quote');
  });

  test('not by its flags', () => {
    expect(slideOf('## A {.steps .hidden .own}').layout).toEqual({ name: 'statement', span: null });
  });

  test('not by the class of a block on it', () => {
    expect(slideOf('## A\n\nb {.quote}').layout.name).toBe('points');
  });
});

describe('a named layout', () => {
  test.each([
    ['a quotation', 'quote', 'a'],
    ['a number and a paragraph', 'number', '- a'],
    ['columns', 'compare', '### a\n\nb'],
    ['three dates', 'timeline', '- **1951** a\n- **1960** b'],
    ['dates at all', 'timeline', 'a'],
    ['a picture of its own', 'figure', `a ${PICTURE}`],
    ['a table', 'table', 'a'],
    ['code', 'code', '`a`'],
    ['a list', 'sources', 'a'],
  ])('needs %s', (_, layout, body) => {
    const { outline, found } = outlineOf(`## A {.${layout}}\n\n${body}`);
    expect(found).toEqual(['1:7 layout-needs']);
    expect(contentsHtml(outline)).not.toBe('');
  });

  test.each([
    ['a quotation among text', 'quote', 'a\n\n> b\n\nc', '<p>a</p>|<p>b</p>|<p>c</p>'],
    ['a number that is no number', 'number', 'a\n\nb', 'A|a|<p>b</p>'],
    ['columns under text', 'compare', 'a\n\n### B\n\nc\n\n### D\n\ne', '<p>a</p>|B<p>c</p>|D<p>e</p>'],
    ['dates that are none', 'timeline', '- **a** b\n- **c** d\n- **e** f', 'a:b|c:d|e:f'],
    [
      'a picture with text',
      'figure',
      `a\n\n${PICTURE}`,
      '<p>a</p>|<figure class="picture" role="group"><img src="media/b.svg" alt="a"></figure>',
    ],
    ['code with text', 'code', `${CODE}\n\nb`, '<pre><code class="hljs language-ts">a</code></pre>|<p>b</p>'],
    ['a list with text', 'sources', 'a\n\n- b', '<p>a</p>|<ul><li>b</li></ul>'],
    ['nothing, where the layout needs nothing', 'closing', '', ''],
  ])('takes %s, and keeps the rest', (_, layout, body, html) => {
    const { outline, found } = outlineOf(`## A {.${layout}}\n\n${body}`);
    expect(found).toEqual([]);
    expect(contentsHtml(outline)).toBe(html);
  });
});

describe('a quotation', () => {
  test.each([
    ['has a speaker and a role', '> a\n> — B C, d e', '<p>a</p>|B C|d e'],
    ['has a speaker in a paragraph', '> a\n>\n> — B, d', '<p>a</p>|B|d'],
    ['has a speaker after a shorter dash', '> a\n> -- B', '<p>a</p>|B'],
    ['has a speaker after an en dash', '> a\n> – B', '<p>a</p>|B'],
    [
      'has marks in the role',
      '> a\n> — B ([安保]{lang=ja}), *d*',
      '<p>a</p>|B (<span lang="ja">安保</span>)|<em>d</em>',
    ],
    ['has marks in the words', '> a **b**\n> c\n> — D', '<p>a <strong>b</strong>\nc</p>|D'],
    ['has commas in the role', '> a\n> — B, c, d', '<p>a</p>|B|c, d'],
    ['has a role and no speaker', '> a\n> — , b', '<p>a</p>|b'],
    ['has no speaker', '> a', '<p>a</p>'],
    ['has a dash in its words', '> a — b, c', '<p>a — b, c</p>'],
    ['has a dash in a line that is not the last', '> a\n> — b\n> c', '<p>a\n— b\nc</p>'],
    ['is nothing but a dash and words', '> — a', '<p>— a</p>'],
    ['has two paragraphs', '> a\n>\n> b\n> — C', '<p>a</p><p>b</p>|C'],
  ])('%s', (_, text, html) => {
    expect(contentHtml(slideOf(text).content)).toBe(html);
  });
});

describe('a timeline', () => {
  test.each([
    ['has a date before a space', '- **1951** a\n- **1960** b\n- **2025** c', '1951:a|1960:b|2025:c'],
    ['has a date before a colon or a dash', '- **1951**: a\n- **1960** — b\n- **2025** – c', '1951:a|1960:b|2025:c'],
    ['points one of them out', '- **1951** a\n- **1960** b {.mark}\n- **2025** c', '1951:a|!1960:b|2025:c'],
    [
      'has marks in the text',
      '- **1951** a *b*\n- **1960** **c**\n- **2025**',
      '1951:a <em>b</em>|1960:<strong>c</strong>|2025:',
    ],
    [
      'has more under an event',
      '- **1951** a\n  - b\n- **1960** c\n- **2025** d',
      '1951:a<ul><li>b</li></ul>|1960:c|2025:d',
    ],
  ])('%s', (_, text, html) => {
    expect(contentHtml(slideOf(text).content)).toBe(html);
  });
});

describe('columns', () => {
  test.each([
    ['have headings', '### A\n\nb\n\n### C\n\nd', 'A<p>b</p>|C<p>d</p>'],
    ['are three', '### A\n\n### B\n\n### C', 'A|B|C'],
    ['hold smaller headings', '### A\n\n#### b\n\n### C', 'A<h4>b</h4>|C'],
    [
      'are divisions with headings',
      ':::: columns\n::: column\n### A\n\nb\n:::\n::: column\nc\n:::\n::::',
      'A<p>b</p>|<p>c</p>',
    ],
    [
      'keep what is between divisions',
      ':::: columns\n::: column\na\n:::\nb\n\n::: column\nc\n:::\n::::\n\nd',
      '<p>a</p>|<p>c</p>|<p>b</p><p>d</p>',
    ],
  ])('%s', (_, text, html) => {
    expect(contentHtml(slideOf(text).content)).toBe(html);
  });
});
