import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES, PLAIN, parseText } from './parse-text.ts';

type Row = readonly [title: string, text: string, html: string, found: readonly string[]];

const drawn: readonly Row[] = [
  ['tags in a line', 'H<sub>2</sub>O <kbd>x</kbd>', '<p>H<sub>2</sub>O <kbd>x</kbd></p>', []],
  ['tags in capitals', 'a <SUB>b</SUB>', '<p>a <sub>b</sub></p>', []],
  ['line breaks', 'a<br/>b<BR>c<wbr>d', '<p>a<br>b<br>c<wbr>d</p>', []],
  ['a line break on its own, as nothing', 'a\n\n<br>\n\nb', '<p>a</p><p>b</p>', []],
  ['Markdown in an element', '<mark>a *b*</mark>', '<p><mark>a <em>b</em></mark></p>', []],
  [
    'ruby',
    '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    [],
  ],
  ['a language', '<span lang="ja">日</span>', '<p><span lang="ja">日</span></p>', []],
  ['a class, as in braces', '<span class="b c">a</span>', '<p><span class="b c">a</span></p>', []],
  ['a time', '<time datetime="2025-01-19">a</time>', '<p><time datetime="2025-01-19">a</time></p>', []],
  ['an image', 'a <img src="b.svg" alt="c">', '<p>a <img src="b.svg" alt="c"></p>', []],
  [
    'an image alone, as a figure',
    '<img src="b.svg" alt="c" title="d">',
    '<figure class="picture" role="group"><img src="b.svg" alt="c"><figcaption>d</figcaption></figure>',
    [],
  ],
  ['a link', '<a href="https://e.org" title="b">c</a>', '<p><a href="https://e.org" title="b">c</a></p>', []],
  ['a block', '<div>\na *b*\n</div>', '<div>\na <em>b</em>\n</div>', []],
  [
    'blocks of Markdown in a block',
    '<div lang="ja">\n\n**a**\n\n- b\n\n</div>\n\nc',
    '<div lang="ja"><p><strong>a</strong></p><ul><li>b</li></ul></div><p>c</p>',
    [],
  ],
  [
    'what opens',
    '<details open><summary>a</summary>\n\nb\n\n</details>',
    '<details open="" data-details><summary>a</summary><p>b</p></details>',
    [],
  ],
  ['a list whose items are not closed', '<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>', []],
  [
    'a table',
    '<table><tr><th scope=col>a<td colspan=2>b</table>',
    '<table><tr><th scope="col">a</th><td colspan="2">b</td></tr></table>',
    [],
  ],
  [
    'a table whose rows are not closed',
    '<table><tr><th>a<th>b<tr><td>c<td>d</table>',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
    [],
  ],
  ['a paragraph that another block ends', '<p>a<div>b</div>', '<p>a</p><div>b</div>', []],
];

const leftOut: readonly Row[] = [
  [
    'an attribute that runs a script',
    'a <b onclick="x" title="y">b</b>',
    '<p>a <b title="y">b</b></p>',
    ['1:3 html-attribute'],
  ],
  [
    'a style and an id',
    '<div style="color:red" id="a">\nb\n</div>',
    '<div>\nb\n</div>',
    ['1:1 html-attribute', '1:1 html-attribute'],
  ],
  [
    'data of a framework',
    '<p data-x="1" aria-label="y">a</p>',
    '<p>a</p>',
    ['1:1 html-attribute', '1:1 html-attribute'],
  ],
  ['a direction that is none', '<p dir="up">a</p>', '<p>a</p>', ['1:1 html-attribute']],
  [
    'a cell over thousands of rows',
    '<table><tr><td rowspan=9999>a</table>',
    '<table><tr><td>a</td></tr></table>',
    ['1:12 html-attribute'],
  ],
  ['the event of an image', 'a <img src=x onerror=alert(1)>', '<p>a <img src="x" alt=""></p>', ['1:3 html-attribute']],
  ['a link to a script', '<a href="java&#x73;cript:alert(1)">a</a>', '<p><span>a</span></p>', ['1:1 unsafe-link']],
  ['a script with what is in it', 'a <script>alert(1)</script> b', '<p>a  b</p>', ['1:3 raw-html']],
  ['a script on lines of its own', 'a\n\n<script>\n\nalert(1)\n\n</script>\n\nb', '<p>a</p><p>b</p>', ['3:1 raw-html']],
  ['a frame', 'a <iframe src="https://e.org">x</iframe> b', '<p>a  b</p>', ['1:3 raw-html']],
  ['a drawing with a script in it', 'a <svg><script>alert(1)</script></svg>', '<p>a </p>', ['1:3 raw-html']],
  ['a heading that would open a slide', '<h1>a</h1>', '<p>a</p>', ['1:1 raw-html']],
  [
    'what lays out by hand, its words kept',
    '<center><font color=red>a</font></center>',
    '<p>a</p>',
    ['1:1 raw-html', '1:9 raw-html'],
  ],
  ['a block in a line', 'a <div>b</div>', '<p>a b</p>', ['1:3 raw-html']],
  ['an item without a list', '<li>a</li>', '<p>a</p>', ['1:1 raw-html', '1:6 raw-html']],
  ['a cell without a table', '<td>a</td>', '<p>a</p>', ['1:1 raw-html', '1:6 raw-html']],
  ['a closing line break', 'a</br>', '<p>a</p>', ['1:2 raw-html']],
  [
    'a form',
    '<form action="https://e.org"><input name=a><button>b</button></form>',
    '<p>b</p>',
    ['1:1 raw-html', '1:30 raw-html', '1:44 raw-html'],
  ],
];

const unpaired: readonly Row[] = [
  ['an opening tag', 'a <b>b', '<p>a b</p>', ['1:3 raw-html']],
  ['a closing tag', 'a</b>b', '<p>ab</p>', ['1:2 raw-html']],
  ['one of two that overlap', 'a <b><i>b</b></i>', '<p>a <b>b</b></p>', ['1:6 raw-html', '1:14 raw-html']],
  [
    'a tag that begins in strong words',
    '**<b>a** b</b>',
    '<p><strong>a</strong> b</p>',
    ['1:3 raw-html', '1:11 raw-html'],
  ],
  [
    'a tag that begins in one paragraph and ends in another',
    '<b>a\n\nb</b>',
    '<p>a</p><p>b</p>',
    ['1:1 raw-html', '3:2 raw-html'],
  ],
  ['the end of a block', '</div>\n\na', '<p>a</p>', ['1:1 raw-html']],
  ['a block that a quotation ends', '> <div>\n> a\n\nb', '<blockquote>\na</blockquote><p>b</p>', ['1:3 raw-html']],
  [
    'a block that the next slide ends',
    '<div>\n\na\n\n## b\n\n</div>\n\nc',
    '<p>a</p><h3>b</h3><p>c</p>',
    ['1:1 raw-html', '7:1 raw-html'],
  ],
  ['a block that a ruler ends', '<div>\n\na\n\n---\n\nb', '<p>a</p><hr><p>b</p>', ['1:1 raw-html']],
  ['a script that never ends', '<script>\n\n## a\n\nb', '<h3>a</h3><p>b</p>', ['1:1 raw-html']],
  ['a style that never ends', '<style>\na\n\n## b', '<p>a</p><h3>b</h3>', ['1:1 raw-html']],
];

const text: readonly Row[] = [
  ['a type in a sentence', 'a Vec<T> b', '<p>a Vec&lt;T&gt; b</p>', ['1:6 raw-html']],
  ['an element of nobody', 'a <x-y>b</x-y>', '<p>a &lt;x-y&gt;b&lt;/x-y&gt;</p>', ['1:3 raw-html', '1:9 raw-html']],
  ['a declaration', '<!DOCTYPE html>', '<p>&lt;!DOCTYPE html&gt;</p>', ['1:1 raw-html']],
  ['an instruction that never ends', '<?php\n\n## a', '<p>&lt;?php\n</p><h3>a</h3>', []],
  ['a tag that is escaped', '\\<b>a\\</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>', []],
  ['a comparison', 'a < b and c > d', '<p>a &lt; b and c &gt; d</p>', []],
];

describe.each([
  ['HTML that a slide may hold is drawn', drawn],
  ['what a slide may not hold is left out, and told', leftOut],
  ['a tag without its other half is left out, and told', unpaired],
  ['what is no HTML is text', text],
])('%s', (_, rows) => {
  test.each<Row>(rows)('%s', (_title, outline, html, found) => {
    expect(parseText(outline)).toMatchObject({ html, found });
  });
});

test('trusted HTML goes into the deck as it is written', () => {
  const outline = '<div style="color: red">\n\n*a* <font color=red>b</font>\n\n</div>';
  const trusting = { ...NO_REFERENCES, isHtmlTrusted: true };
  const { value, findings } = parseMarkdown(createSource('a.md', outline), 0, trusting);
  expect(String(renderBlocks(value, PLAIN))).toBe(
    '<div style="color: red"><p><em>a</em> <font color=red>b</font></p></div>',
  );
  expect(findings).toEqual([]);
});
