import { describe, expect, test } from 'vitest';
import { migrateText } from './migrate-text.ts';

const migrate = (text: string, fields = 'slide-level: 2') => migrateText(`---\n${fields}\n---\n\n${text}`);
const quarto = (text: string, options = '') =>
  migrateText(`---\nformat:\n  revealjs:\n    slide-level: 2\n${options}---\n\n${text}`);

describe('slides are cut', () => {
  test.each([
    [
      'at headings of the slide level and above',
      'slide-level: 2',
      '# A\n\n## B\n\nc\n\n### D',
      '# A\n\n## B\n\nc\n\n### D\n',
    ],
    ['at the level that is told', 'slide-level: 1', '# A\n\nb\n\n## C', '## A\n\nb\n\n### C\n'],
    [
      'at the highest level with something under it',
      'incremental: false',
      '# A\n\n## B\n\n- c',
      '# A\n\n## B\n\n- c\n',
    ],
    ['at rulers', 'slide-level: 2', 'a\n\n---\n\nb', 'a\n\n---\n\nb\n'],
    ['at a ruler and a heading once', 'slide-level: 2', 'a\n\n---\n\n## B', 'a\n\n## B\n'],
  ])('%s', (_, fields, deck, expected) => {
    expect(migrate(deck, fields).text).toBe(expected);
  });

  test('after a title slide that is made of the fields', () => {
    const { text, talk } = migrate(
      '## A',
      'title: Lights\nsubtitle: At sea\nauthor: [Ada, Ben]\ninstitute: The mole\ndate: Spring',
    );
    expect(text).toBe('# Lights\n\nThe mole\n\nSpring\n\n## A\n');
    expect(Object.fromEntries(talk?.fields ?? [])).toEqual({
      title: 'Lights',
      subtitle: 'At sea',
      speaker: 'Ada, Ben',
    });
  });

  test('after a title block of three lines', () => {
    const { text, talk } = migrateText('% Lights\n  at sea\n% Ada\n% March 19, 2026\n\n# A\n\nb');
    expect(text).toBe('# Lights at sea\n\n## A\n\nb\n');
    expect(Object.fromEntries(talk?.fields ?? [])).toEqual({
      title: 'Lights at sea',
      speaker: 'Ada',
      date: '2026-03-19',
    });
  });
});

describe('steps', () => {
  test.each([
    ['after a pause', 'a\n\n. . .\n\nb', 'a\n\n. . .\n\nb\n'],
    ['of a list in a division', '::: incremental\n- a\n- b\n:::', '- a {.step}\n- b {.step}\n'],
    ['of no list in a division', '::: nonincremental\n- a\n:::', '- a\n'],
    ['of a list in a quotation', '> - a\n> - b', '- a {.step}\n- b {.step}\n'],
    ['of a division', '::: fragment\na\n:::', '::: {.step}\na\n:::\n'],
    ['of a paragraph by its words', '[a]{.fragment}', 'a {.step}\n'],
    ['of a picture', '![a](img/a.png){.fragment}', '![a](media/img/a.png "a"){.step}\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  test('of all lists, where the fields say so, but for those in a quotation', () => {
    expect(migrate('- a\n\n> - b', 'incremental: true').text).toBe('- a {.step}\n\n- b\n');
  });
});

describe('what a slide says in braces', () => {
  test.each([
    ['id and background', '## A {#b background-color="red"}', '## A {#b background=red}\n'],
    ['a picture behind it', '## A {background-image=img/a.png}', '## A {background=media/img/a.png}\n'],
    ['no number', '## A {.unnumbered}\n\n## B {-}', '## A\n\n## B\n'],
    ['nothing but a background', '## {background-color=red}', '{background=red}\n'],
    [
      'columns',
      '::: {.columns}\n::: {.column width="30%"}\na\n:::\n::: column\nb\n:::\n:::',
      '::: {.columns}\n::: {.column width="30%"}\na\n:::\n::: column\nb\n:::\n:::\n',
    ],
    ['a class of its own', '::: warm\na\n:::', '::: warm\na\n:::\n'],
    ['a language', '[Hafen]{lang=de}', '[Hafen]{lang=de}\n'],
  ])('%s', (_, deck, expected) => {
    const { text, found } = migrate(deck);
    expect([text.replace(/^# .*\n\n/, ''), found]).toEqual([expected, []]);
  });

  test.each([
    ['a transition', '## A {transition=zoom}', '## A\n', 'transition="zoom"'],
    ['a class of a slide', '## A {.warm}', '## A\n', 'the class "warm" of a slide'],
    ['a style', '[a]{style="color: red"}', 'a\n', 'style="color: red"'],
    ['a height', '![a](img/a.png){height=3in}', '![a](media/img/a.png "a")\n', 'height="3in"'],
    ['a step of a few words', 'a [b]{.fragment}', 'a b\n', 'a step of a few words'],
  ])('%s is said to be lost', (_, deck, expected, said) => {
    expect(migrate(deck)).toMatchObject({
      text: expected,
      found: [`5: not-carried: ${said} has no counterpart in a talk, and is left out`],
    });
  });
});

describe('text', () => {
  test.each([
    ['a subscript and a superscript', 'H~2~O and 2^10^', 'H<sub>2</sub>O and 2<sup>10</sup>\n'],
    ['dashes and dots', 'a -- b --- c...', 'a – b — c…\n'],
    ['none of them in code', '`a -- b`', '`a -- b`\n'],
    ['what is struck out', '~~a~~', '~~a~~\n'],
    ['braces that are text', 'a {.b}', 'a \\{.b}\n'],
    ['a line "Note:"', 'Note: a', 'Note\\: a\n'],
    ['a line block', '| a\n| b', 'a\\\nb\n'],
    ['an example and its number', '(@x) a\n\nSee (@x).', '1.   a\n\nSee (1).\n'],
    ['numbers of their own', '#. a\n#. b', '1. a\n1. b\n'],
    ['letters', 'a) b\nb) c', '1. b\n1. c\n'],
    ['an initial is no letter of a list', 'A. Keeper', 'A. Keeper\n'],
    ['raw HTML', '`<br>`{=html}', '<br>\n'],
    ['a caption', '![A tower](img/a.png)', '![A tower](media/img/a.png "A tower")\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });
});

describe('code', () => {
  test.each([
    ['in a language', '```{.js}\na\n```', '```js\na\n```\n'],
    ['with numbers', '~~~ {.js .numberLines startFrom="5"}\na\n~~~', '~~~js {.numbers start=5}\na\n~~~\n'],
    ['with lines to point out', '```{.js code-line-numbers="1|2-3"}\na\n```', '```js {1|2-3 .numbers}\na\n```\n'],
    ['of a file by its name', '```{.js filename="a.js"}\nb\n```', '`a.js`\n\n```js\nb\n```\n'],
    ['that is raw HTML', '```{=html}\n<b>a</b>\n```', '<b>a</b>\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });
});

describe('tables', () => {
  test.each([
    ['simple', '   A  B\n----  ----\n   1  2\n', '| A | B |\n| ---: | :--- |\n| 1 | 2 |\n'],
    [
      'simple, without a header',
      '----  ----\n   1  2\n   3  4\n----  ----\n',
      '| 1 | 2 |\n| ---: | :--- |\n| 3 | 4 |\n',
    ],
    [
      'with several lines in a cell',
      '-----------\nA     B\n----- -----\n1     b\n      c\n\n2     d\n-----------\n',
      '| A | B |\n| :--- | :--- |\n| 1 | b c |\n| 2 | d |\n',
    ],
    [
      'in boxes',
      '+---+---+\n| A | B |\n+==:+:=:+\n| 1 | c |\n|   | d |\n+---+---+\n',
      '| A | B |\n| ---: | :---: |\n| 1 | c d |\n',
    ],
    ['with bars', '| A |\n| - |\n| b |', '| A |\n| - |\n| b |\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });
});

describe('Quarto', () => {
  test.each([
    ['a callout', '::: {.callout-tip title="T"}\na\n\nb\n:::', '> [!TIP] T\n> a\n>\n> b\n'],
    ['a callout with a heading', '::: {.callout-note}\n## T\n\na\n:::', '> [!NOTE] T\n> a\n'],
    [
      'what is for other formats',
      '::: {.content-visible when-format="pdf"}\na\n:::\n\nb',
      '::: {.hidden}\na\n:::\n\nb\n',
    ],
    ['what is for this one', '::: {.content-visible when-format="revealjs"}\na\n:::', 'a\n'],
    ['a diagram', '```{mermaid}\n%%| fig-width: 6\nflowchart LR\n```', '```mermaid\nflowchart LR\n```\n'],
    ['a description', '![a](img/a.png){fig-alt="b"}', '![b](media/img/a.png "a")\n'],
    ['a field', '{{< meta title >}}', '{{title}}\n'],
  ])('%s', (_, deck, expected) => {
    expect(quarto(deck)).toMatchObject({ text: expected, found: [] });
  });

  test.each([
    ['a cell', '```{python}\n#| echo: true\na\n```', '```python\na\n```\n', 'this python code is shown and not run'],
    [
      'a cell that is not shown',
      '```{r}\n#| echo: false\n#| fig-cap: b\na\n```\n\nc',
      '::: notes\n```r\na\n```\n:::\n\nb\n\nc\n',
      'what this r code makes is not in the talk',
    ],
    [
      'tabs',
      '## T\n\n::: panel-tabset\n### A\n\nb\n\n### C\n\nd\n:::',
      '## T {.points}\n\n### A\n\nb\n\n### C\n\nd\n',
      'what stands in ".panel-tabset" stands one under another',
    ],
    ['a video', '{{< video https://e.org/a.mp4 >}}', '<https://e.org/a.mp4>\n', 'the video is its address in the talk'],
  ])('%s is said to be another thing', (_, deck, expected, said) => {
    const { text, found } = quarto(deck);
    expect(text).toBe(expected);
    expect(found).toEqual([expect.stringContaining(`carried-otherwise: ${said}`)]);
  });

  test('a file that is included stands in its place, and one that includes itself does not', () => {
    const files = { 'b.qmd': '---\ntitle: B\n---\n\n## B\n\n{{< include b.qmd >}}\n' };
    const { text, found } = migrateText('## A\n\n{{< include b.qmd >}}\n\n## C', 'deck.qmd', files);
    expect(text).toBe('## A\n\n## B\n\n## C\n');
    expect(found).toEqual([
      '7: not-carried: the file "b.qmd", which cannot be read here, has no counterpart in a talk, and is left out',
    ]);
  });
});

test('footnotes stand in the outline that marks them, wherever they are defined', () => {
  const { talk } = migrate('# A\n\n## B\n\nc[^1]\n\n# D\n\n## E\n\nf[^1]\n\n[^1]: g');
  expect(talk?.outlines.map(({ text }) => text.text)).toEqual([
    '# A\n\n## B\n\nc[^1]\n\n[^1]: g\n',
    '# D\n\n## E\n\nf[^1]\n\n[^1]: g\n',
  ]);
});

test('a link to a heading by the id that Pandoc makes of it leads there', () => {
  const { text } = migrate('## A\n\n[a](#v1.0-is-out)\n\n## v1.0 is out!');
  expect(text).toBe('## A\n\n[a](#slide-2)\n\n## v1.0 is out! {#slide-2}\n');
});
