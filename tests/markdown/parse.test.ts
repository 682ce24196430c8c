import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/markdown/tree.ts';
import { parseText } from './parse-text.ts';

describe('Markdown becomes HTML', () => {
  test.each([
    ['a paragraph', 'a\nb', '<p>a\nb</p>'],
    ['a heading, never above those of slides', '# a', '<h3>a</h3>'],
    ['a heading of the fourth level', '#### a', '<h4>a</h4>'],
    ['strong, stressed and deleted words', '**a** *b* ~~c~~', '<p><strong>a</strong> <em>b</em> <del>c</del></p>'],
    ['a tight list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['a loose list', '- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['a nested list', '- a\n  - b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    ['a numbered list', '1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['a numbered list that begins elsewhere', '3. a', '<ol start="3"><li>a</li></ol>'],
    ['a quotation', '> a', '<blockquote><p>a</p></blockquote>'],
    ['code in a line', '`<a>`', '<p><code>&lt;a&gt;</code></p>'],
    ['code', '```ts\n<a>\n```', '<pre><code class="hljs language-ts">&lt;a&gt;</code></pre>'],
    ['code without a language', '```\na\n```', '<pre><code class="hljs">a</code></pre>'],
    ['code with an id', '```TS {#b}\na\n```', '<pre id="b"><code class="hljs language-ts">a</code></pre>'],
    ['a line break', 'a  \nb\\\nc', '<p>a<br>b<br>c</p>'],
    ['a link', '[a](https://e.org "b")', '<p><a href="https://e.org" title="b">a</a></p>'],
    ['a bare address', 'https://e.org', '<p><a href="https://e.org">https://e.org</a></p>'],
    ['an image in a line', 'a ![b](c.svg)', '<p>a <img src="c.svg" alt="b"></p>'],
    [
      'an image alone, as a figure',
      '![b](c.svg)',
      '<figure class="picture" role="group"><img src="c.svg" alt="b"></figure>',
    ],
    [
      'a figure with its caption',
      '![b](c.svg "d < e")',
      '<figure class="picture" role="group"><img src="c.svg" alt="b"><figcaption>d &lt; e</figcaption></figure>',
    ],
    [
      'a figure with an id',
      '![b](c.svg) {#d}',
      '<figure class="picture" id="d" role="group"><img src="c.svg" alt="b"></figure>',
    ],
    ['an image in an item, not as a figure', '- ![b](c.svg)', '<ul><li><img src="c.svg" alt="b"></li></ul>'],
    [
      'a table',
      '| a | b |\n|---|--:|\n| c | d |',
      '<table><thead><tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody><tr><td>c</td><td class="align-right">d</td></tr></tbody></table>',
    ],
    ['a division', '::: {.box #b lang=ja}\na\n:::', '<div id="b" class="box" lang="ja"><p>a</p></div>'],
    ['a paragraph with attributes', 'a {.b lang=ja}', '<p class="b" lang="ja">a</p>'],
    ['a picture with a caption in a line', 'a ![b](c.svg "d")', '<p>a <img src="c.svg" alt="b" title="d"></p>'],
    [
      'an item with attributes at the end of its second text',
      '- a\n\n  b {.c}',
      '<ul><li><p>a</p><p class="c">b</p></li></ul>',
    ],
    [
      'an item with attributes after a tag on a line of its own',
      '- a\n  <br>\n  b {.c}',
      '<ul><li class="c">a\n<br>\nb</li></ul>',
    ],
    [
      'an item with attributes after a comment on a line of its own',
      '- a\n  <!-- b -->\n  c {.d}',
      '<ul><li class="d">a\n\nc</li></ul>',
    ],
    [
      'an alert with attributes at the end of its title',
      '> [!TIP] a {.b}\n> c',
      '<div class="alert alert-tip b" role="note"><p class="alert-title">a</p><p>c</p></div>',
    ],
    ['a term that begins with a colon', ':ship:\n: b', '<dl><dt>:ship:</dt><dd>b</dd></dl>'],
    ['a heading right under a meaning', 'a\n: b\n## c', '<dl><dt>a</dt><dd>b</dd></dl><h3>c</h3>'],
    ['an item with attributes', '- a {.b #c}', '<ul><li id="c" class="b">a</li></ul>'],
    ['a heading with attributes', '### a {#b}', '<h3 id="b">a</h3>'],
    [
      'a reference that is defined later',
      '[a][b]\n\n## c\n\n[b]: https://e.org',
      '<p><a href="https://e.org">a</a></p><h3>c</h3>',
    ],
    [
      'a reference out of a division',
      '::: c\n[a][b]\n:::\n\n[b]: https://e.org',
      '<div class="c"><p><a href="https://e.org">a</a></p></div>',
    ],
  ])('%s', (_, text, html) => {
    expect(parseText(text)).toMatchObject({ html, found: [] });
  });
});

describe('a character reference', () => {
  test.each([
    ['in text', '&copy; &#169; &#xA9;', '<p>© © ©</p>'],
    ['that means a sign of HTML stays text', '&lt;script&gt; &amp;lt;', '<p>&lt;script&gt; &amp;lt;</p>'],
    ['in code stays as it is', '`&copy;`', '<p><code>&amp;copy;</code></p>'],
    ['that is not closed stays as it is', 'a&copy b', '<p>a&amp;copy b</p>'],
    [
      'that is not closed in an address stays as it is',
      '[a](https://e.org/?b&copy=c)',
      '<p><a href="https://e.org/?b&amp;copy=c">a</a></p>',
    ],
    ['in an address', '[a](https://e.org/?b&amp;c)', '<p><a href="https://e.org/?b&amp;c">a</a></p>'],
    [
      'in a description',
      '![&quot;a&quot;](b.svg)',
      '<figure class="picture" role="group"><img src="b.svg" alt="&quot;a&quot;"></figure>',
    ],
    ['that means nothing stays as it is', '&nothing;', '<p>&amp;nothing;</p>'],
    ['in a word that is escaped stays as it is', '\\&copy;', '<p>&amp;copy;</p>'],
  ])('%s', (_, text, html) => {
    expect(parseText(text).html).toBe(html);
  });
});

describe('a passage', () => {
  test.each([
    ['has a language', 'a [安保]{lang=ja} b', '<p>a <span lang="ja">安保</span> b</p>'],
    ['has a class', '[a]{.b}', '<p><span class="b">a</span></p>'],
    ['has other marks in it', '[a **b** c]{lang=ja}', '<p><span lang="ja">a <strong>b</strong> c</span></p>'],
    ['ends with other marks', '[a **b**]{lang=ja} c', '<p><span lang="ja">a <strong>b</strong></span> c</p>'],
    ['stands twice in a line', '[a]{.b}[c]{.d}', '<p><span class="b">a</span><span class="d">c</span></p>'],
    ['stands after brackets', '[x] [a]{.b}', '<p>[x] <span class="b">a</span></p>'],
    ['stands inside other marks', '**[a]{.b}**', '<p><strong><span class="b">a</span></strong></p>'],
    ['stands in a heading', '### [a]{.b} c', '<h3><span class="b">a</span> c</h3>'],
    [
      'stands in a cell',
      '| [a]{.b} |\n|---|',
      '<table><thead><tr><th scope="col"><span class="b">a</span></th></tr></thead><tbody></tbody></table>',
    ],
    ['has brackets in it', '[a [b]]{.c}', '<p><span class="c">a [b]</span></p>'],
    ['has another in it', '[a [b]{.c} d]{.e}', '<p><span class="e">a <span class="c">b</span> d</span></p>'],
    ['has code in it that looks like its end', '[a `]`]{.b}', '<p><span class="b">a <code>]</code></span></p>'],
    ['keeps to itself the marks in it', '*[*[x] a* b]{.c}*', '<p><em><span class="c"><em>[x] a</em> b</span></em></p>'],
    ['is an address', '[https://e.org]{.b}', '<p><span class="b"><a href="https://e.org">https://e.org</a></span></p>'],
    [
      'is the words of a link by reference',
      '[a]{.b}\n\n[a]: https://e.org',
      '<p><span class="b"><a href="https://e.org">a</a></span></p>',
    ],
    ['is not a bracket with other braces', '[a]{b}', '<p>[a]{b}</p>'],
    ['is not a bracket that is escaped', '\\[a]{.b} c', '<p>[a]{.b} c</p>'],
    ['is not a brace without a bracket', 'a]{.b} c', '<p>a]{.b} c</p>'],
  ])('%s', (_, text, html) => {
    expect(parseText(text).html).toBe(html);
  });
});

describe('an attribute list that is escaped', () => {
  test.each([
    ['is text at the end of a heading', '### a \\{.b}', '<h3>a {.b}</h3>'],
    ['is text at the end of a paragraph', 'a \\{.b}', '<p>a {.b}</p>'],
    ['is text after a note in an element', '<b>a^[c]</b> \\{.b}', '<p><b>a[^]</b> {.b}</p>'],
  ])('%s', (_, text, html) => {
    expect(parseText(text).html).toBe(html);
  });
});

describe('a link', () => {
  const link = (href: string) => `<p>a <a href="${href}">b</a></p>`;

  test.each([
    ['leads to the web', 'https://e.org/a?b=c#d'],
    ['leads to the web without encryption', 'http://e.org'],
    ['leads to a mailbox', 'mailto:ada@e.org'],
    ['leads to a telephone', 'tel:+81312345678'],
    ['leads to a slide', '#opposition'],
  ])('%s', (_, href) => {
    expect(parseText(`a [b](${href})`)).toMatchObject({ html: link(href), found: [] });
  });

  test.each([
    ['to a script', 'javascript:alert(1)'],
    ['to a script in other letters', 'JaVaScRiPt:alert(1)'],
    ['to a script behind a reference', 'java&#115;cript:alert(1)'],
    ['to a script behind a line break', '<java&#10;script:alert(1)>'],
    ['to a script behind a space', '<&#32;javascript:alert(1)>'],
    ['to data', 'data:text/html,<script>'],
    ['to a file', 'file:///etc/passwd'],
    ['to Visual Basic', 'vbscript:x'],
    ['to a blob', 'blob:https://e.org/x'],
    ['to nowhere', '#'],
    ['to a file beside it', 'notes.md'],
    ['to a host without a scheme', '//e.org/x'],
    ['to nothing', ''],
  ])('%s is its text alone, and an error', (_, href) => {
    expect(parseText(`a [b](${href})`)).toMatchObject({ html: '<p>a b</p>', found: ['1:3 unsafe-link'] });
  });
});

describe('whatever is written', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '=',
    '!',
    '-',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '*',
    '_',
    '`',
    '~',
    '#',
    '|',
    ':',
    '.',
    '\\',
    '\t',
    '1',
    '<b>',
    '</b>',
    '<br>',
    '<script>',
    '</script>',
    '<img src=x onerror=a>',
    'javascript:',
    'onclick=',
    '&lt;',
    '&quot;',
    '![',
    '](',
    ']{',
    '{.x',
    ':::',
    '```',
    '<!--',
    '-->',
    'Note:',
    'https://e.org',
  );
  const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g;
  const NAMES =
    /^(?:p|h[3-6]|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|figure|figcaption|img|div|hr|strong|em|del|br|a|span|b|cite|i|ins|kbd|mark|q|s|small|sub|sup|u|var|wbr)$/;
  const ATTRIBUTES = /^(?:id|class|lang|start|href|title|src|alt|scope|role)$/;
  const VOID = /^(?:img|hr|br|wbr)$/;

  test('only tags and attributes that Rostrum knows come out, closed in the right order', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        const { html } = parseText(text);
        const open: string[] = [];
        for (const [, slash, name = '', attributes = ''] of html.matchAll(TAG)) {
          expect(name).toMatch(NAMES);
          for (const [, attribute] of attributes.matchAll(/ ([a-z-]+)="/g)) expect(attribute).toMatch(ATTRIBUTES);
          expect(attributes).not.toMatch(/(?:href|src)="\s*javascript:/i);
          if (VOID.test(name)) continue;
          if (slash === '') open.push(name);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
        expect(html.replace(TAG, '')).not.toMatch(/[<>"]/);
      }),
      { seed: 65, numRuns: 800 },
    );
  });

  test('no word of plain text is lost', () => {
    const word = fc.constantFrom('treaty', '1951', '安保', 'a.b', 'x*y', '3 < 4', '"so"', 'R&D', '(yes)');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const { html } = parseText(words.join(' '));
        const text = html.replace(/<[^>]*>/g, '');
        const decoded = text
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
        expect(decoded.replace(/\*/g, '')).toBe(words.join(' ').replace(/\*/g, ''));
      }),
      { seed: 65 },
    );
  });

  test.each([
    ['quotations', '>'.repeat(5000)],
    ['lists', Array.from({ length: 120 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
    ['brackets', '['.repeat(5000)],
    ['divisions', '::: a\n'.repeat(3000)],
    ['stars', '*a '.repeat(3000)],
  ])('%s that are nested too deep are a finding at most, not a failure', (_, text) => {
    expect(() => parseText(text)).not.toThrow();
  });

  test('what is nested too deep is an error', () => {
    expect(parseText(`${'>'.repeat(5000)} a`).found).toEqual(['1:1 too-deep']);
  });
});

test.each([
  ['a pause', '. . .', 'pause'],
  ['an attribute list on a line of its own', '{.a #b}', 'attribute-line'],
  ['a ruler', '***', 'ruler'],
  ['three dots without space, a paragraph', '...', 'paragraph'],
  ['a pause with words, a paragraph', '. . . a', 'paragraph'],
  ['an attribute list with words, a paragraph', '{.a} b', 'paragraph'],
  ['two lines of attributes, a paragraph', '{.a}\n{.b}', 'paragraph'],
])('%s', (_, text, kind) => {
  const kinds = parseText(text).blocks.map((block: Block) => block.kind);
  expect(kinds).toEqual([kind]);
});
