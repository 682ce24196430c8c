import type { Attack } from './attack.ts';

/** Attribute lists that try to become attributes of HTML, or of reveal.js. */
export const attributeAttacks: readonly Attack[] = [
  { name: 'an event', outline: '[a]{onclick=alert(1)}', refused: ['unknown-attribute'] },
  { name: 'an event of a slide', outline: '## A {onload=alert(1)}', refused: ['unknown-attribute'] },
  { name: 'a style', outline: '[a]{style="position:fixed"}', refused: ['unknown-attribute'] },
  {
    name: 'a class with quotes',
    outline: '[a]{class="b\\" onclick=\\"alert(1)"}',
    refused: ['unknown-attribute', 'unknown-attribute'],
  },
  {
    name: 'a class of reveal.js',
    outline: '- a {.fragment .current-fragment}\n- b {.stack .future .r-stretch .slide-background}',
    refused: [
      'reserved-class',
      'reserved-class',
      'reserved-class',
      'reserved-class',
      'reserved-class',
      'reserved-class',
    ],
  },
  {
    name: 'a class of the deck',
    outline: '[a]{.step-end .visible .visually-hidden .no-hover}',
    refused: ['reserved-class', 'reserved-class'],
  },
  {
    name: 'a frame behind a slide',
    outline: '## A {data-background-iframe=https://evil.example}',
    refused: ['unknown-attribute'],
  },
  {
    name: 'Markdown from elsewhere',
    outline: '## A {data-markdown=https://evil.example/a.md}',
    refused: ['unknown-attribute'],
  },
  {
    name: 'a preview of a link',
    outline: '[a](https://e.org){data-preview-link=true}',
    refused: ['unknown-attribute'],
  },
  {
    name: 'a source for later',
    outline: '![a](a.svg){data-src=https://evil.example/a.png}',
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    refused: ['unknown-attribute'],
  },
  { name: 'slides that turn by themselves', outline: '## A {data-autoslide=1}', refused: ['unknown-attribute'] },
  { name: 'the parent of all objects, as an id', outline: '## A {#__proto__}\n\n## B {#constructor}' },
  {
    name: 'the parent of all objects, as a class and a key',
    outline: '[a]{.__proto__ .constructor}\n\n[b]{__proto__=c}',
    refused: ['unknown-attribute'],
  },
  { name: 'an id with tags', outline: '## A {#<script>alert(1)</script>}', refused: ['invalid-id'] },
  { name: 'an id with quotes', outline: '[a]{#b"onclick="alert(1)}' },
  {
    name: 'ids of the page itself',
    outline: '## A {#Reveal}\n\n## B {#document}\n\n[c]{#body} [d]{#location} [e]{#cookie}',
  },
  { name: 'a language with quotes', outline: '[a]{lang="de\\" onclick=\\"alert(1)"}', refused: ['unknown-attribute'] },
  { name: 'a language of a slide with tags', outline: '## A {lang="<script>"}' },
  {
    name: 'a direction that is none',
    outline: '[a]{dir="ltr\\" onclick=\\"alert(1)"}',
    refused: ['unknown-attribute'],
  },
  {
    name: 'a colour that is a style',
    outline: '## A {background="red;position:fixed"}',
    refused: ['invalid-background'],
  },
  {
    name: 'a colour that asks for a picture',
    outline: '## A {background="url(https://evil.example/a.png)"}',
    refused: ['invalid-background'],
  },
  {
    name: 'a background from elsewhere',
    outline: '## A {background=https://evil.example/a.jpg}',
    refused: ['remote-picture'],
  },
  {
    name: 'a background with quotes',
    outline: '## A {background="a\') , url(https://evil.example/.svg"}',
    refused: ['missing-picture'],
  },
  {
    name: 'a width that is a style',
    outline: '![a](a.svg){width="50%;background:url(https://evil.example/)"}',
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    refused: ['invalid-width'],
  },
  {
    name: 'a credit with tags',
    outline: '![a](a.svg){credit="<script>alert(1)</script>"}',
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  { name: 'a layout from elsewhere', outline: '## A {layout=../../../etc/passwd}', refused: ['unknown-layout'] },
  {
    name: 'a layout that is a part of all objects',
    outline: '## A {.constructor}\n\n## B {layout=__proto__}',
    refused: ['unknown-layout', 'unknown-layout'],
  },
];
