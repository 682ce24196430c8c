import { describe, expect, test } from 'vitest';
import { migrateText } from './migrate-text.ts';

/** A slide of reveal.js's Markdown that is told by its front matter. */
const migrate = (text: string) => migrateText(`---\nnotesSeparator: '^\\s*notes?:'\n---\n${text}`);

describe('slides are cut', () => {
  test.each([
    ['at ---', '## A\n\n---\n\n## B', '## A\n\n## B\n'],
    ['at --- right under a text, as reveal-md has it', 'a\n---\nb', 'a\n\n---\n\nb\n'],
    ['at ----, down', '## A\n\n----\n\n## B', '## A\n\n## B\n'],
    ['at --, down', '## A\n\n--\n\n## B', '## A\n\n## B\n'],
    ['at *** where there is nothing else', '## A\n\n***\n\n## B', '## A\n\n## B\n'],
    ['not in code', '```yaml\na: 1\n---\nb: 2\n```', '```yaml\na: 1\n---\nb: 2\n```\n'],
    ['not at headings', '## A\n\n## B\n\nc', '## A\n\n### B\n\nc\n'],
    ['with nothing on one', '## A\n\n---\n\n---\n\n## B', '## A\n\n---\n\n{.blank}\n\n## B\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });

  test.each([
    ['a separator of its own', 'separator: "<!--s-->"', 'a\n<!--s-->\nb', 'a\n\n---\n\nb\n'],
    ['a regular expression of its own', 'separator: ^\\n\\n\\n', 'a\n\n\n\nb', 'a\n\n---\n\nb\n'],
    ['one for slides below', 'verticalSeparator: ^~~$', 'a\n\n~~\n\nb', 'a\n\n---\n\nb\n'],
    ['one for notes', 'notesSeparator: "^say:"', 'a\n\nsay: b', 'a\n\nNote:\nb\n'],
  ])('with %s', (_, field, deck, expected) => {
    expect(migrateText(`---\n${field}\n---\n${deck}`).text).toBe(expected);
  });

  test('with a separator that is no regular expression: by ---, and that is said', () => {
    const { text, found } = migrateText('---\nseparator: "(["\n---\na\n\n---\n\nb');
    expect(text).toBe('a\n\n---\n\nb\n');
    expect(found).toEqual([
      '2: not-carried: the separator "([", which is no regular expression, has no counterpart in a talk, and is left out',
    ]);
  });
});

describe('a heading', () => {
  test.each([
    ['of the first level alone opens a section', 'a\n\n---\n\n# B', 'a\n\n# B\n'],
    ['of the first level over much opens a slide', '# A\n\n- b\n- c', '## A\n\n- b\n- c\n'],
    ['of a lower level opens a slide', '### A\n\nb', '## A\n\nb\n'],
    ['under a line opens a slide', 'A\n=\n\n- b', '## A\n\n- b\n'],
    ['of the same level under it is one in the slide', '## A\n\n## B', '## A\n\n### B\n'],
    ['is no column where there are several', '## A\n\n### B\n\n### C', '## A {.points}\n\n### B\n\n### C\n'],
    ['keeps a comment that stands before it', '<!-- b -->\n\n## A', '## A\n\n<!-- b -->\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });
});

describe('notes', () => {
  test.each([
    ['after Note:', 'a\n\nNote: b\n\n- c', 'a\n\nNote:\nb\n\n- c\n'],
    ['in capitals or more than one', 'a\n\nNOTES:\nb', 'a\n\nNote:\nb\n'],
    ['with a heading or a ruler in them, in a box', 'a\n\nNote:\n# b', 'a\n\n:::: notes\n# b\n::::\n'],
    ['in HTML', 'a\n\n<aside class="notes">b</aside>', 'a\n\nNote:\nb\n'],
    ['as an attribute', '<!-- .slide: data-notes="b" -->\na', 'a\n\nNote:\nb\n'],
    ['twice on a slide: text, as reveal.js has it', 'a\n\nNote: b\n\nNote: c', 'a\n\nNote\\: b\n\nNote\\: c\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });
});

describe('a slide is given', () => {
  test.each([
    ['a colour', 'data-background="#123"', '## A {background=#123}\n'],
    ['a colour by its own name', 'data-background-color="rgb(1, 2, 3)"', '## A {background="rgb(1, 2, 3)"}\n'],
    ['a picture', 'data-background="img/a.png"', '## A {background=media/img/a.png}\n'],
    ['a video', 'data-background-video="img/a.mp4"', '## A {background=media/img/a.mp4}\n'],
    ['an id', 'id="b"', '## A {#b}\n'],
    ['no one to look at it', 'data-visibility="hidden"', '## A {.hidden}\n'],
  ])('%s', (_, attributes, expected) => {
    expect(migrate(`<!-- .slide: ${attributes} -->\n## A`)).toMatchObject({ text: expected, found: [] });
  });

  test.each([
    ['data-transition="zoom"', 'data-transition="zoom"'],
    ['data-background-size="contain"', 'data-background-size="contain"'],
    ['class="dim"', 'the class "dim" of a slide'],
    ['data-background-iframe="https://e.org"', 'data-background-iframe="https://e.org"'],
    [
      'data-background="https://e.org/a.png"',
      'the background "https://e.org/a.png", which is not a file but an address,',
    ],
  ])('nothing for %s, and that is said', (attributes, said) => {
    const { text, found } = migrate(`<!-- .slide: ${attributes} -->\n## A`);
    expect(text).toBe('## A\n');
    expect(found).toEqual([`4: not-carried: ${said} has no counterpart in a talk, and is left out`]);
  });
});

describe('a fragment', () => {
  const FRAGMENT = '<!-- .element: class="fragment" -->';
  test.each([
    ['of an item', `- a ${FRAGMENT}\n- b`, '- a {.step}\n- b\n'],
    ['of an item with items under it', `- a ${FRAGMENT}\n  - b`, '- a {.step}\n  - b\n'],
    ['of an item with bold words', `- **a** ${FRAGMENT}`, '- **a** {.step}\n'],
    ['of a paragraph', `a b ${FRAGMENT}`, 'a b {.step}\n'],
    ['of the block above, on a line of its own', `a\n${FRAGMENT}`, 'a {.step}\n'],
    ['of a whole list', `- a\n- b\n\n${FRAGMENT}`, '::: {.step}\n- a\n- b\n:::\n'],
    ['of a table', `| a |\n| - |\n\n${FRAGMENT}`, '::: {.step}\n| a |\n| - |\n:::\n'],
    ['of code', `\`\`\`js\na\n\`\`\`\n${FRAGMENT}`, '```js {.step}\na\n```\n'],
    ['of a picture', `![a](img/a.png) ${FRAGMENT}`, '![a](media/img/a.png){.step}\n'],
    ['in HTML', '<p class="fragment">a</p>', '<p class="step">a</p>\n'],
    ['in the older form', 'a <!-- {_class="fragment"} -->', 'a {.step}\n'],
  ])('%s is a step', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  const of = (classes: string, index = '') => `<!-- .element: class="fragment ${classes}"${index} -->`;
  test.each([
    ['that goes at its click', `a ${of('fade-out')}`, 'a {step=0-0}\n'],
    [
      'that goes at the next',
      `a ${of('')}\n\nb ${of('fade-in-then-out')}\n\nc ${of('')}`,
      'a {step=1}\n\nb {step=2-2}\n\nc {step=3}\n',
    ],
    ['that is the current one', `a ${of('current-visible')}`, 'a {step=1-1}\n'],
    [
      'with an index, before those without',
      `a ${of('')}\n\nb ${of('', ' data-fragment-index="7"')}`,
      'a {step=2}\n\nb {step=1}\n',
    ],
    ['that comes from above', `a ${of('fade-down')}`, 'a {.step}\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  test('that only changes its looks is there from the start, and that is said', () => {
    const { text, found } = migrate(`a ${of('highlight-red')}`);
    expect(text).toBe('a\n');
    expect(found).toEqual([
      '4: not-carried: the change "highlight-red" at a click has no counterpart in a talk, and is left out',
    ]);
  });

  test('of a few words is one of their paragraph, and that is said', () => {
    const { text, found } = migrate(`a *b* ${FRAGMENT} c`);
    expect(text).toBe('a *b* c {.step}\n');
    expect(found).toEqual(['4: carried-otherwise: the step of a few words is one of the paragraph that they stand in']);
  });

  test('keeps its other classes, and loses its style, which is said', () => {
    const { text, found } = migrate('a <!-- .element: class="fragment warm" style="color: red" -->');
    expect(text).toBe('a {.step .warm}\n');
    expect(found).toEqual(['4: not-carried: style="color: red" has no counterpart in a talk, and is left out']);
  });
});

describe('code', () => {
  test.each([
    ['with lines to point out', '```js [1-2|4]\na\n```', '```js {1-2|4}\na\n```\n'],
    ['with lines and where they begin', '```js [5: 1|2]\na\n```', '```js {5|6 .numbers start=5}\na\n```\n'],
    ['with numbers alone', '```js []\na\n```', '```js {.numbers}\na\n```\n'],
    ['with all lines first', '```js [|2]\na\n```', '```js {all|2}\na\n```\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });
});

describe('HTML', () => {
  test.each([
    ['a picture', '<img src="img/a.png" alt="b">', '![b](media/img/a.png)\n'],
    ['a link', '<a href="https://e.org">b</a>', '[b](https://e.org)\n'],
    ['a drawing, as a file', '<svg viewBox="0 0 1 1"><title>A dot</title></svg>', '![A dot](media/drawing-1.svg)\n'],
    [
      'columns',
      '<div class="row"><div>\n\n## A\n\n</div><div style="float: left">\n\nb\n\n</div></div>',
      ':::: columns\n\n::: column\n\n## A\n\n:::\n\n::: column\n\nb\n\n:::\n\n::::\n',
    ],
    [
      'columns that are indented',
      '<div style="display: flex">\n  <div>\n    a\n  </div>\n  <div>\n    b\n  </div>\n</div>',
      ':::: columns\n\n::: column\n\na\n\n:::\n\n::: column\n\nb\n\n:::\n\n::::\n',
    ],
    [
      'a division that is no columns',
      '<div class="row"><div>\n\na\n\n</div></div>',
      '<div class="row"><div>\n\na\n\n</div></div>\n',
    ],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck)).toMatchObject({ text: expected, found: [] });
  });

  test.each([
    ['a style', '<style>p { color: red }</style>a', 'a\n', 'not-carried: this CSS'],
    ['a script', '<script>alert(1)</script>a', 'a\n', 'not-carried: this script'],
    ['a frame', '<iframe src="https://e.org"></iframe>', '<https://e.org>\n', 'carried-otherwise: the <iframe>'],
    ['a video', '<video><source src="a.mp4">b</video>', 'b `a.mp4`\n', 'carried-otherwise: the <video>'],
  ])('%s is said', (_, deck, expected, said) => {
    const { text, found } = migrate(deck);
    expect(text).toBe(expected);
    expect(found).toEqual([expect.stringContaining(said)]);
  });
});

describe('links', () => {
  test.each([
    ['to a slide by its number', '[a](#/1)\n\n---\n\n## B', '[a](#slide-2)\n\n## B {#slide-2}\n'],
    ['to a slide below', '[a](#/0/1)\n\n--\n\n## B', '[a](#slide-2)\n\n## B {#slide-2}\n'],
    ['to a slide by its id', '[a](#/c)\n\n---\n\n<!-- .slide: id="c" -->\n\n## B', '[a](#c)\n\n## B {#c}\n'],
    [
      'by reference, from another slide',
      '[a][b]\n\n---\n\n## C\n\n[b]: https://e.org "d"',
      '[a](https://e.org "d")\n\n## C\n',
    ],
    ['to a file', '[a](b.pdf)', 'a (`b.pdf`)\n'],
    ['to a script', '[a](javascript:alert`1`)', 'a (`` javascript:alert`1` ``)\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });
});

describe('what only an outline knows is text', () => {
  test.each([
    ['attributes', 'a {.b}', 'a \\{.b}\n'],
    ['a division', '::: a', '\\::: a\n'],
    ['a pause', 'a\n\n. . .\n\nb', 'a\n\n\\. . .\n\nb\n'],
    ['a variable', '{{title}}', '\\{{title}}\n'],
    ['a definition', 'a\n: b', 'a\n\\: b\n'],
    ['a note in the line', 'a^[b]', 'a\\^[b]\n'],
    ['nothing of it in code', '`{{title}} {.a}`', '`{{title}} {.a}`\n'],
  ])('%s', (_, deck, expected) => {
    expect(migrate(deck).text).toBe(expected);
  });
});
