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
const diagram = (...lines: readonly string[]): Pick<Attack, 'outline'> => ({
  outline: ['```mermaid {alt="An attack"}', ...lines, '```'].join('\n'),
});
const flowchart = (...lines: readonly string[]): Pick<Attack, 'outline'> => diagram('flowchart LR', ...lines);
const settings = (init: object, ...lines: readonly string[]): Pick<Attack, 'outline'> =>
  diagram(`%%{init: ${JSON.stringify(init)}}%%`, 'flowchart LR', ...lines);
const LOADS = 'url(https://evil.example/a)';

/** Pictures, formulas, charts and diagrams that hold programs. */
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
  { name: 'a script in the label of a diagram', ...flowchart('A["<script>alert(1)</script>"] --> B') },
  { name: 'a picture in the label of a diagram', ...flowchart('A["<img src=x onerror=alert(1)>"]') },
  {
    name: 'another page in the label of a diagram',
    ...flowchart('A["<iframe srcdoc=\'<script>alert(1)</script>\'>"]'),
  },
  { name: 'the end of an SVG in the label of a diagram', ...flowchart('A["</text></svg><script>alert(1)</script>"]') },
  { name: 'the entities of a script in a diagram', ...flowchart('A["#lt;script#gt;alert(1)#lt;/script#gt;"]') },
  {
    name: 'a foreign object in a diagram',
    ...flowchart('A["<foreignObject><b onclick=alert(1)>x</b></foreignObject>"]'),
  },
  { name: 'a link of a diagram to a script', ...flowchart('A --> B', 'click A href "javascript:alert(1)"') },
  { name: 'a link of a diagram to elsewhere', ...flowchart('A --> B', 'click A "https://evil.example" _blank') },
  { name: 'a call of a diagram', ...flowchart('A --> B', 'click A call alert(1)', 'click B alert') },
  { name: 'a link of an actor', ...diagram('sequenceDiagram', 'A->>B: x', 'link A: x @ javascript:alert(1)') },
  {
    name: 'links of a class',
    ...diagram('classDiagram', 'class A', 'link A "javascript:alert(1)"', 'callback A "alert"'),
  },
  {
    name: 'a link of a task',
    ...diagram('gantt', 'dateFormat YYYY-MM-DD', 'A :a, 2025-01-01, 3d', 'click a href "javascript:alert(1)"'),
  },
  {
    name: 'a diagram that lets everything run',
    ...settings({ securityLevel: 'loose', htmlLabels: true }, 'A["<img src=x onerror=alert(1)>"]'),
  },
  { name: 'a diagram in a frame of its own', ...settings({ securityLevel: 'sandbox' }, 'A --> B') },
  {
    name: 'a diagram that unlocks its settings',
    ...settings(
      { secure: [], securityLevel: 'loose', flowchart: { htmlLabels: true } },
      'A["<b onclick=alert(1)>x</b>"]',
    ),
  },
  {
    name: 'a style sheet in a diagram',
    ...settings({ themeCSS: `* { background: ${LOADS}; } @import ${LOADS};` }, 'A --> B'),
  },
  {
    name: 'a font from elsewhere in a diagram',
    ...settings({ fontFamily: `a; src: ${LOADS}`, themeVariables: { fontFamily: LOADS } }, 'A --> B'),
  },
  {
    name: 'the end of a style in the settings of a diagram',
    ...settings({ themeVariables: { primaryColor: `red;}</style><script>alert(1)</script>` } }, 'A --> B'),
  },
  {
    name: 'settings of all objects',
    ...diagram(
      '%%{init: {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}}%%',
      'flowchart LR',
      'A --> B',
    ),
  },
  {
    name: 'front matter of a diagram',
    ...diagram(
      '---',
      'title: <img src=x onerror=alert(1)>',
      'config:',
      '  securityLevel: loose',
      '  themeCSS: "* { fill: url(https://evil.example/a) }"',
      '---',
      'flowchart LR',
      'A --> B',
    ),
  },
  {
    name: 'an address in the style of a node',
    ...flowchart('A --> B', `style A fill:${LOADS},filter:${LOADS},stroke:${LOADS}`),
    refused: ['invalid-diagram'],
  },
  {
    name: 'an address in a class of nodes',
    ...flowchart('A:::b --> B', `classDef b fill:${LOADS},background-image:${LOADS}`),
    refused: ['invalid-diagram'],
  },
  {
    name: 'the end of a rule in a class of nodes',
    ...flowchart('A:::b --> B', 'classDef b fill:red}*{display:none'),
    refused: ['invalid-diagram'],
  },
  {
    name: 'a picture from elsewhere in a diagram',
    ...flowchart('A@{ img: "https://evil.example/a.png", label: "a", h: 60 }'),
    refused: ['invalid-diagram'],
  },
  {
    name: 'an icon in a diagram',
    ...flowchart('A@{ icon: "fa:evil", form: "square", label: "a" } --> B["fa:fa-car x"]'),
  },
  { name: 'a formula in a diagram', ...flowchart('A["$$\\href{javascript:alert(1)}{x}$$"]') },
  {
    name: 'events of a diagram as a title',
    ...flowchart('accTitle: "onload="alert(1)', 'accDescr: <script>alert(1)</script>', 'A --> B'),
  },
  {
    name: 'ids of a diagram that are those of a slide',
    ...flowchart('witness --> drawing', 'subgraph reveal', 'x', 'end'),
  },
  {
    name: 'a diagram that says it is a page',
    ...diagram('<html><script>alert(1)</script></html>'),
    refused: ['unknown-diagram-type'],
  },
  { name: 'the picture of an error', ...diagram('error'), refused: ['unknown-diagram-type'] },
  {
    name: 'a diagram of thousands of lines',
    ...flowchart(...Array.from({ length: 700 }, (_, index) => `A${index} --> A${(index * 7) % 699}`)),
    refused: ['large-diagram'],
  },
  {
    name: 'a diagram that is longer than a book',
    ...flowchart(`A["${'x '.repeat(20_000)}"]`),
    refused: ['large-diagram'],
  },
  {
    name: 'groups of a diagram in groups',
    ...flowchart(
      ...Array.from({ length: 60 }, (_, index) => `subgraph g${index}`),
      'A --> B',
      ...Array.from({ length: 60 }, () => 'end'),
    ),
  },
  {
    name: 'a tree that is deeper than the sea',
    ...diagram('mindmap', ...Array.from({ length: 150 }, (_, index) => `${' '.repeat(index + 1)}n${index}`)),
  },
  {
    name: 'a file of a diagram that is outside',
    outline: '```mermaid {src=/etc/passwd alt="x"}\n```',
    refused: ['outside-file'],
  },
  {
    name: 'a description of a diagram with tags',
    outline: '```mermaid {alt="\\"><script>alert(1)</script>"}\nflowchart LR\nA --> B\n```',
  },
];
