import type { Attack } from './attack.ts';

const svg = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${content}</svg>`;
const picture = (content: string, attributes = ''): Pick<Attack, 'outline' | 'files'> => ({
  outline: '![a](a.svg)',
  files: { 'a.svg': svg(content, attributes) },
});
const chart = (csv: string, attributes = 'type=bar'): Pick<Attack, 'outline' | 'files'> => ({
  outline: `::: {.chart ${attributes} src=a.csv}\n:::`,
  files: { 'a.csv': csv },
});

/** Pictures, formulas and charts that hold programs. */
export const drawingAttacks: readonly Attack[] = [
  { name: 'a script in a picture', ...picture('<script>alert(1)</script>') },
  { name: 'an event of a picture', ...picture('<rect onclick="alert(1)"/>', 'onload="alert(1)"') },
  {
    name: 'another page in a picture',
    ...picture(
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject>',
    ),
  },
  {
    name: 'a picture from elsewhere in a picture',
    ...picture('<image href="https://evil.example/a.png" xlink:href="https://evil.example/b.png"/>'),
  },
  { name: 'a drawing from elsewhere in a picture', ...picture('<use href="https://evil.example/a.svg#b"/>') },
  {
    name: 'a style from elsewhere in a picture',
    ...picture(
      '<style>@import url(https://evil.example/a.css); @font-face { font-family: b; src: url(https://evil.example/b.woff2) }</style><text font-family="b">a</text>',
    ),
  },
  {
    name: 'a file of the machine in a picture',
    outline: '![a](a.svg)',
    files: {
      'a.svg': `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${svg('<text>&b;</text>')}`,
    },
  },
  {
    name: 'a style sheet of XML',
    outline: '![a](a.svg)',
    files: { 'a.svg': `<?xml-stylesheet href="https://evil.example/a.css"?>${svg('')}` },
  },
  {
    name: 'the end of a style in the name of a font',
    ...picture('<text font-family="Newsreader\'}</style><script>alert(1)</script>">a</text>'),
  },
  {
    name: 'a picture that is a page',
    outline: '![a](a.svg)',
    files: { 'a.svg': '<html><script>alert(1)</script></html>' },
  },
  { name: 'a picture that is nothing', outline: '![a](a.png)', files: { 'a.png': '' } },
  { name: 'a formula with a link', outline: '$\\href{javascript:alert(1)}{x}$', refused: ['invalid-math'] },
  { name: 'a formula with an address', outline: '$\\url{https://evil.example}$', refused: ['invalid-math'] },
  {
    name: 'a formula with a picture',
    outline: '$\\includegraphics{https://evil.example/a.png}$',
    refused: ['invalid-math'],
  },
  {
    name: 'a formula with attributes',
    outline: '$\\htmlData{background-iframe=https://evil.example}{x}$',
    refused: ['invalid-math'],
  },
  { name: 'a formula with a style', outline: '$\\htmlStyle{position: fixed}{x}$', refused: ['invalid-math'] },
  { name: 'a formula with tags', outline: '$x < \\text{<script>alert(1)</script>}$' },
  { name: 'a formula that never ends', outline: '$\\def\\a{\\a\\a}\\a$', refused: ['invalid-math'] },
  { name: 'a formula that is larger than the world', outline: '$\\rule{99999em}{99999em}$' },
  {
    name: 'a formula that is deeper than the sea',
    outline: `$${'{'.repeat(2000)}x${'}'.repeat(2000)}$`,
    refused: ['invalid-math'],
  },
  { name: 'a chart with tags', ...chart('a,</text><script>alert(1)</script>\n"<img src=x onerror=alert(1)>",1') },
  { name: 'a chart with patterns', ...chart('a,{a}\n"{b}|{c}",1\n"$1 $& `",2') },
  { name: 'a chart with quotes', ...chart('a,"b"" onload=""alert(1)"\nc,1') },
  { name: 'a chart that is a program of a spreadsheet', ...chart('a,b\n"=cmd|\' /C calc\'!A0",1') },
  {
    name: 'a chart of numbers without end',
    ...chart('a,b\nc,1e999\nd,Infinity'),
    refused: ['chart-number', 'chart-number'],
  },
  {
    name: 'a title of a chart with tags',
    ...chart('a,b\nc,1', 'type=pie title="</figcaption><script>alert(1)</script>" credit="<b onclick=alert(1)>"'),
  },
  {
    name: 'a type of chart that is a part of all objects',
    ...chart('a,b\nc,1', 'type=constructor'),
    refused: ['unknown-chart-type'],
  },
];
