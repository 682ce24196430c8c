import { describe, expect, test } from 'vitest';
import { plainText, renderBlocks, renderInlines, renderTight } from '../../src/markdown/render.ts';
import type { RenderContext } from '../../src/markdown/render-context.ts';
import type { Block, Inline, ListItem } from '../../src/markdown/tree.ts';
import { PLAIN, parseText } from './parse-text.ts';

const inlinesOf = (text: string): readonly Inline[] => {
  const [block] = parseText(text).blocks;
  return block?.kind === 'paragraph' ? block.children : [];
};

describe('nothing', () => {
  test('is an empty text, not empty HTML, so that templates can ask for it', () => {
    expect(renderBlocks([], PLAIN)).toBe('');
    expect(renderBlocks(parseText('. . .').blocks, PLAIN)).toBe('');
    expect(renderInlines([], PLAIN)).toBe('');
    expect(renderInlines(inlinesOf('a').slice(1), PLAIN)).toBe('');
  });
});

describe('plain text', () => {
  test.each([
    ['of marks', '**a** *b* ~~c~~ `d`', 'a b c d'],
    ['of a link', '[a](https://e.org)', 'a'],
    ['of an image', 'a ![b](c.svg)', 'a b'],
    ['of a line break', 'a  \nb', 'a b'],
    ['of a passage', '[a]{lang=ja} b', 'a b'],
    ['of tags', 'H<sub>2</sub>O', 'H2O'],
    ['of much space', 'a\n   b', 'a b'],
    ['of references', '&lt;a&gt;', '<a>'],
  ])('%s', (_, text, expected) => {
    expect(plainText(inlinesOf(text))).toBe(expected);
  });
});

describe('the slide around it decides', () => {
  const rendered = (text: string, context: Partial<RenderContext>): string =>
    String(renderBlocks(parseText(text).blocks, { ...PLAIN, ...context }));

  test('the address of a picture, which is escaped', () => {
    expect(rendered('a ![b](c.svg)', { pictureUrl: (src) => `assets/"${src}"` })).toBe(
      '<p>a <img src="assets/&quot;c.svg&quot;" alt="b"></p>',
    );
  });

  test('the colours of code, and code without them is escaped', () => {
    const highlight = (text: string, language: string) => (language === 'ts' ? `<span>${text}</span>` : null);
    expect(rendered('```ts\na\n```\n\n```xx\n<a>\n```\n\n```\n<b>\n```', { highlight })).toBe(
      '<pre><code class="hljs language-ts"><span>a</span></code></pre>' +
        '<pre><code class="hljs language-xx">&lt;a&gt;</code></pre>' +
        '<pre><code class="hljs">&lt;b&gt;</code></pre>',
    );
  });

  test.each([
    ['an item', '- a\n- b', 'list-item', '<ul><li data-step="0">a</li><li data-step="1">b</li></ul>'],
    ['a list', '- a', 'list', '<ul data-step="0"><li>a</li></ul>'],
    ['a paragraph', 'a', 'paragraph', '<p data-step="0">a</p>'],
    ['a heading', '### a', 'heading', '<h3 data-step="0">a</h3>'],
    ['a quotation', '> a', 'quotation', '<blockquote data-step="0"><p>a</p></blockquote>'],
    ['code', '```\na\n```', 'code', '<pre data-step="0"><code class="hljs">a</code></pre>'],
    [
      'a table',
      '| a |\n|---|',
      'table',
      '<table data-step="0"><thead><tr><th scope="col">a</th></tr></thead><tbody></tbody></table>',
    ],
    [
      'a picture',
      '![a](b.svg)',
      'figure',
      '<figure class="picture" role="group" data-step="0"><img src="b.svg" alt="a"></figure>',
    ],
    ['a division', '::: a\nb\n:::', 'division', '<div class="a" data-step="0"><p>b</p></div>'],
  ])('the step that shows %s', (_, text, kind, html) => {
    let next = 0;
    const stepOf = (node: Block | ListItem): string => {
      if (node.kind !== kind) return '';
      next += 1;
      return String(next - 1);
    };
    expect(rendered(text, { stepOf })).toBe(html);
  });

  test('the step of a paragraph that is the whole text of something', () => {
    const stepOf = (node: Block | ListItem): string => (node.kind === 'paragraph' ? '1' : '');
    expect(rendered('a\n: b', { stepOf })).toBe('<dl><dt>a</dt><dd><p data-step="1">b</p></dd></dl>');
    expect(rendered('a\n: b', {})).toBe('<dl><dt>a</dt><dd>b</dd></dl>');
    const { blocks } = parseText('a');
    expect(String(renderTight(blocks, { ...PLAIN, stepOf }))).toBe('<p data-step="1">a</p>');
  });

  test.each<[string, readonly (number | null)[], string, readonly string[]]>([
    ['the first group is there from the start', [null, 1, 2], '1 2', ['', '1', '']],
    ['a click shows the code', [2, 3, 4], '3 4', ['2', '3', '']],
    ['other steps come between', [null, 2, 5], '2 5', ['', '2', '']],
  ])('which step lights the lines of code, with a mark at the first of them: %s', (_, steps, lit, marks) => {
    const html = rendered('```ts {1|2-3|all}\na\nb\nc\n```', { lineStepsOf: () => steps });
    expect(/ data-lit-steps="([^"]*)"/.exec(html)?.[1]).toBe(lit);
    const lines = [...html.matchAll(/<span class="line"([^>]*)>/g)].map(([, attributes = '']) => attributes);
    expect(lines.map((attributes) => / data-lit="([^"]*)"/.exec(attributes)?.[1])).toEqual(['0 2', '1 2', '1 2']);
    expect(lines.map((attributes) => / data-mark="([^"]*)"/.exec(attributes)?.[1] ?? '')).toEqual(marks);
  });

  test('a mark for each of the steps that light lines once more', () => {
    const html = rendered('```ts {1|2|1}\na\nb\n```', { lineStepsOf: () => [3, 4, 5] });
    expect([...html.matchAll(/ data-mark="([^"]*)"/g)].map(([, mark]) => mark)).toEqual(['3, 5', '4']);
  });

  test('no mark in code that does not step, as in notes', () => {
    expect(rendered('```ts {1|2}\na\nb\n```', {})).not.toMatch(/data-mark|data-lit-steps/);
  });

  test('the class "step" is not written, because the step is', () => {
    expect(rendered('- a {.step .b}', {})).toBe('<ul><li class="b">a</li></ul>');
  });
});
