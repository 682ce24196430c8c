import type { Attack } from './attack.ts';

const RTL_OVERRIDE = '\u202e';

/** Markdown that would swallow the slides after it, or lie about what it is. */
export const structureAttacks: readonly Attack[] = [
  { name: 'a fence that is never closed', outline: '```js\na', refused: ['unclosed-code'] },
  { name: 'a division that is never closed', outline: '::: a\n\nb', refused: ['unclosed-division'] },
  { name: 'a formula that is never closed', outline: '$$\na' },
  { name: 'a language with quotes', outline: '```js" onclick="alert(1)\na\n```' },
  { name: 'a language with tags', outline: '```<script>alert(1)</script>\na\n```' },
  { name: 'code with tags', outline: '```html\n</code></pre></section><script>alert(1)</script>\n```' },
  { name: 'code in a line with tags', outline: '`</code><script>alert(1)</script>`' },
  { name: 'a heading with tags', outline: '## <script>alert(1)</script> "quotes" </title>' },
  { name: 'a cell with tags', outline: '| a |\n| - |\n| <script>alert(1)</script> |' },
  {
    name: 'a caption with tags',
    outline: '| a |\n| - |\n| b |\n\nTable: <img src=x onerror=alert(1)>',
    refused: ['unknown-picture-type'],
  },
  { name: 'an alert with tags', outline: '> [!NOTE] <script>alert(1)</script>\n> a' },
  { name: 'a term with tags', outline: 'a <script>alert(1)</script>\n: b' },
  { name: 'a footnote with tags', outline: 'a[^1]\n\n[^1]: <script>alert(1)</script>' },
  {
    name: 'a footnote whose name has tags',
    outline: 'a[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: b',
  },
  { name: 'a footnote in itself', outline: 'a[^1]\n\n[^1]: b[^1]' },
  { name: 'footnotes in each other', outline: 'a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]' },
  {
    name: 'a reference that is a part of all objects',
    outline: '[a][__proto__] [b][constructor]\n\n[constructor]: https://e.org',
  },
  { name: 'a note that ends the slide', outline: 'a\n\nNote: b </aside></section><script>alert(1)</script>' },
  {
    name: 'the separators of other tools',
    outline:
      'a\n\n<!-- .slide: data-background-iframe="https://evil.example" -->\n\n<!-- .element: onclick="alert(1)" -->',
  },
  { name: 'words that run backwards', outline: `[a](https://e.org)${RTL_OVERRIDE}moc.knab` },
  { name: 'signs that nobody sees', outline: '\u200b\u200d\u2060\ufeff\u00ad' },
  { name: 'escape sequences of a terminal', outline: '\u001b]0;owned\u0007\u001b[2J {.\u001b[31m}' },
  { name: 'a null character', outline: 'a\0b\0' },
  { name: 'half a character', outline: 'a \ud800 b \udfff c' },
  { name: 'line ends of every kind', outline: 'a\u2028b\u2029c\u0085d\u000be' },
  { name: 'emoji by the names of objects', outline: ':constructor: :__proto__: :toString: :hasOwnProperty:' },
  { name: 'a list that begins at the end of all numbers', outline: '999999999. a\n2. b' },
  { name: 'five thousand quotations', outline: `${'> '.repeat(5000)}a`, refused: ['too-deep'] },
  {
    name: 'a table of five thousand columns',
    outline: `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n${'|b|\n'.repeat(5000)}`,
    refused: ['too-wide'],
  },
  {
    name: 'three thousand runs of backticks',
    outline: Array.from({ length: 1500 }, (_, index) => '`'.repeat(index + 1)).join(' '),
    refused: ['too-long'],
  },
];
