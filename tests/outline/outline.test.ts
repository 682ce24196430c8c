import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/markdown/render.ts';
import { contentHtml, inlinesHtml, outlineOf, slideOf } from './outline-of.ts';

/** Slides as `opening heading: content`. */
function slides(text: string): readonly string[] {
  const signs = { section: '#', heading: '##', ruler: '---' };
  return outlineOf(text).outline.slides.map(({ opening, heading, content }) => {
    const words = heading ? ` ${plainText(heading.children)}` : '';
    return `${signs[opening]}${words}: ${contentHtml(content).replace(/<\/?p>/g, '')}`;
  });
}

describe('a slide opens', () => {
  test.each([
    ['at # and ##', '# A\n\n## B\n\nc', ['# A: ', '## B: c']],
    ['at a ruler', '## A\n\nb\n\n---\n\nc', ['## A: b', '---: c']],
    ['at a ruler of stars or lines', 'a\n\n***\n\nb\n\n___\n\nc', ['---: a', '---: b', '---: c']],
    ['at the start of an outline that has no heading', 'a\n\n## B', ['---: a', '## B: ']],
    ['once at a ruler right before a heading', '## A\n\n---\n\n## B', ['## A: ', '## B: ']],
    ['once at a ruler right before a section', 'a\n\n---\n\n# B', ['---: a', '# B: ']],
    ['once at two rulers before a heading', 'a\n\n---\n\n---\n\n## B', ['---: a', '## B: ']],
    ['at a heading that is underlined', 'A\n===\n\nB\n---\n\nc', ['# A: ', '## B: c']],
    ['at a heading without words', '## A\n\nb\n\n##\n\nc', ['## A: b', '## : c']],
    ['after a note', '## A\n\nNote:\nb\n\n## C\n\nd', ['## A: ', '## C: d']],
    [
      'at a ruler that begins the outline before a heading',
      '---\n\n# A\n\n- b\n\n---\n\nc',
      ['# A: <ul><li>b</li></ul>', '---: c'],
    ],
  ])('%s', (_, text, expected) => {
    expect(slides(text)).toEqual(expected);
  });
});

describe('a slide does not open', () => {
  test.each([
    ['at a smaller heading', '## A\n\n### B\n\nc', ['## A: <h3>B</h3>c']],
    ['at a ruler inside a quotation', '## A\n\n> b\n>\n> ---\n>\n> c', ['## A: b<hr>c']],
    ['at a heading inside a quotation', '## A\n\nx\n\n> # B', ['## A: x<blockquote><h3>B</h3></blockquote>']],
    ['at a heading inside an item', '- # A\n- b', ['---: <ul><li><h3>A</h3></li><li>b</li></ul>']],
    [
      'at a heading inside code',
      '## A\n\nx\n\n```\n## B\n---\n```',
      ['## A: <pre><code class="hljs">## B\n---</code></pre>|x'],
    ],
    ['at a heading inside a comment', '## A\n\nb\n\n<!--\n## C\n-->', ['## A: b']],
    ['at a heading inside a division', '## A\n\n::: {.box}\n## B\n:::', ['## A: <div class="box"><h3>B</h3></div>']],
    ['at # without a space', '## A\n\n#b', ['## A: #b']],
    ['at an escaped #', '## A\n\n\\# b', ['## A: # b']],
  ])('%s', (_, text, expected) => {
    expect(slides(text)).toEqual(expected);
  });
});

describe('nothing between two slides', () => {
  test('makes no slide, and is a warning at the line that opens it', () => {
    const { outline, found } = outlineOf('## A\n\nb\n\n---\n\n---\n\nc');
    expect(outline.slides).toHaveLength(2);
    expect(found).toEqual(['5:1 empty-slide']);
  });

  test.each([
    ['at the end', 'a\n\n---\n'],
    ['at the start', '***\n\na'],
    ['of nothing at all', ''],
    ['of comments', '<!-- a -->'],
  ])('is no warning %s', (_, text) => {
    expect(outlineOf(text).found).toEqual([]);
  });

  test('is a slide when it has a layout', () => {
    expect(outlineOf('a\n\n---\n\n{.blank}\n\n---\n\nb')).toMatchObject({
      outline: { slides: [{}, { layout: { name: 'blank' } }, {}] },
      found: [],
    });
  });

  test('is a slide when it has notes', () => {
    expect(outlineOf('a\n\n---\n\nNote: b\n\n---\n\nc').outline.slides).toHaveLength(3);
  });
});

describe('the span of a slide', () => {
  test.each([
    [
      'runs from its heading to the end of its notes',
      '# A\n\n## B\n\nc\n\nNote: d\n\n## E',
      1,
      '## B\n\nc\n\nNote: d\n\n',
    ],
    ['runs from its ruler', 'a\n\n---\n\nb', 1, '---\n\nb'],
    ['runs from its first line where nothing opens it', '\n\na\n\nb', 0, 'a\n\nb'],
    ['is its heading when there is nothing else', '## A {#b}', 0, '## A {#b}'],
  ])('%s', (_, text, index, expected) => {
    const span = outlineOf(text).outline.slides[index]?.span;
    expect(span?.source.text.slice(span.start, span.end)).toBe(expected);
  });
});

describe('attributes of a slide', () => {
  test('stand after its heading or on a line of their own', () => {
    const names = (text: string) => slideOf(text).attributes.map(({ name }) => name);
    expect(names('## A {#b .quote}')).toEqual(['b', 'quote']);
    expect(names('---\n\n{#b .quote}\n\n> c')).toEqual(['b', 'quote']);
    expect(names('## A {#b}\n\n{.quote}\n\n> c')).toEqual(['b', 'quote']);
  });

  test.each([
    ['is unknown', '## A {colour=red}', ['1:7 unknown-attribute']],
    ['is unknown on a line of its own', '---\n\n{x=1}\n\na', ['3:2 unknown-attribute']],
    ['is "layout"', '## A {layout=points}', []],
    ['is an id', '## A {#b}', []],
  ])('are an error where a key %s', (_, text, found) => {
    expect(outlineOf(text).found).toEqual(found);
  });

  test('hide it', () => {
    expect(slideOf('## A {.hidden}').isHidden).toBe(true);
    expect(slideOf('---\n\n{.hidden}\n\na').isHidden).toBe(true);
    expect(slideOf('## A {#hidden}').isHidden).toBe(false);
    expect(slideOf('## A\n\nb {.hidden}').isHidden).toBe(false);
  });

  test('leave it shown without the words of its heading that are hidden', () => {
    expect(inlinesHtml(slideOf('## A [b]{.hidden} c').heading?.children ?? [])).toBe('A  c');
  });
});

describe('front matter', () => {
  test.each([
    ['names the section', '---\nsection: A part\ntime: 3m\n---\n\n# B', { section: 'A part', timeSeconds: 180 }],
    ['may be empty', '---\n---\n\n# B', { section: '', timeSeconds: 0 }],
    ['may begin with a comment', '---\n# about\nsection: A\n---\n\n# B', { section: 'A' }],
    ['may begin with an empty line', '---\n\nsection: A\n---\n\n# B', { section: 'A' }],
    ['may end with dots', '---\nsection: A\n...\n\n# B', { section: 'A' }],
    ['may be left out', '# B', { section: '', timeSeconds: 0 }],
  ])('%s', (_, text, fields) => {
    const { outline, found } = outlineOf(text);
    expect(found).toEqual([]);
    expect(outline).toMatchObject(fields);
    expect(outline.slides).toHaveLength(1);
  });

  test.each([
    ['has an unknown field', '---\nsektion: A\n---\n\n# B', ['2:1 unknown-field']],
    ['has a value of the wrong kind', '---\ntime: long\n---\n\n# B', ['2:7 invalid-field']],
    ['is not YAML', '---\nsection: A: b\n---\n\n# B', ['2:10 yaml-syntax']],
    ['is never closed', '---\nsection: A\n\n# B', ['1:1 unclosed-front-matter']],
    ['has a field of the talk', '---\ntitle: A\n---\n\n# B', ['2:1 unknown-field']],
  ])('is an error when it %s', (_, text, found) => {
    expect(outlineOf(text).found).toEqual(found);
  });

  test('is not a ruler with words after it', () => {
    expect(slides('---\n\nWords, and more.\n\n---\n\nb')).toEqual(['---: Words, and more.', '---: b']);
  });

  test('is not a ruler with a note after it', () => {
    expect(slides('---\n\nNote:\na\n\n---\n\nb')).toEqual(['---: ', '---: b']);
  });

  test('keeps the lines of the outline where they are', () => {
    expect(outlineOf('---\nsection: A\n---\n\n## B {colour=red}').found).toEqual(['5:7 unknown-attribute']);
  });
});

test('everything that is found is told of in the order of the text', () => {
  const text = '---\nx: 1\n---\n\n## A {b=c}\n\n[d](javascript:e)\n\n<div>\n\n## F {.quote}\n\ng {step=0}';
  expect([...outlineOf(text).found].sort()).toEqual(
    [
      '11:7 layout-needs',
      '13:4 invalid-step',
      '2:1 unknown-field',
      '5:7 unknown-attribute',
      '7:1 unsafe-link',
      '9:1 raw-html',
    ].sort(),
  );
});
