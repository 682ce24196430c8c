import type { Attack } from './attack.ts';

/** Links and pictures whose address is a program, a page or a file. */
export const linkAttacks: readonly Attack[] = [
  { name: 'a script', outline: '[a](javascript:alert(1))', refused: ['unsafe-link'] },
  { name: 'a script in capitals', outline: '[a](JaVaScRiPt:alert(1))', refused: ['unsafe-link'] },
  { name: 'a script with entities', outline: '[a](java&#x73;cript&colon;alert(1))', refused: ['unsafe-link'] },
  { name: 'a script with a tab', outline: '[a](<java\tscript:alert(1)>)', refused: ['unsafe-link'] },
  { name: 'a script with the entity of a tab', outline: '[a](java&Tab;script:alert(1))', refused: ['unsafe-link'] },
  {
    name: 'a script with the entity of a line end',
    outline: '[a](java&NewLine;script:alert(1))',
    refused: ['unsafe-link'],
  },
  {
    name: 'a script after control characters',
    outline: '[a](<&#1;&#2; javascript:alert(1)>)',
    refused: ['unsafe-link'],
  },
  { name: 'a script after a space', outline: '[a](< javascript:alert(1)>)', refused: ['unsafe-link'] },
  { name: 'a script in percent signs', outline: '[a](javascript%3Aalert(1))', refused: ['unsafe-link'] },
  { name: 'a script by reference', outline: '[a][b]\n\n[b]: javascript:alert(1)', refused: ['unsafe-link'] },
  { name: 'a script by its own address', outline: '<javascript:alert(1)>', refused: ['unsafe-link'] },
  { name: 'a script by a tag', outline: '<a href="javascript:alert(1)">a</a>', refused: ['unsafe-link'] },
  {
    name: 'a script by a tag with line ends',
    outline: '<a href="java\nscript:alert(1)">a</a>',
    refused: ['unsafe-link'],
  },
  {
    name: 'a script from a variable',
    outline: '[a]({{speaker}})',
    yaml: 'speaker: javascript:alert(1)',
    refused: ['unsafe-link'],
  },
  { name: 'a Visual Basic script', outline: '[a](vbscript:msgbox(1))', refused: ['unsafe-link'] },
  {
    name: 'a page in the address',
    outline: '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    refused: ['unsafe-link'],
  },
  { name: 'a blob', outline: '[a](blob:https://evil.example/1)', refused: ['unsafe-link'] },
  { name: 'a file of the machine', outline: '[a](file:///etc/passwd)', refused: ['unsafe-link'] },
  { name: 'the source of a page', outline: '[a](view-source:https://e.org)', refused: ['unsafe-link'] },
  { name: 'a path', outline: '[a](../../../etc/passwd)', refused: ['unsafe-link'] },
  { name: 'an address without a scheme', outline: '[a](//evil.example/)', refused: ['unsafe-link'] },
  { name: 'backslashes', outline: '[a](\\\\\\\\evil.example\\\\a)', refused: ['unsafe-link'] },
  { name: 'quotes in an address', outline: '[a](https://e.org/"onmouseover="alert(1))' },
  { name: 'quotes in a title', outline: "[a](https://e.org '\"><script>alert(1)</script>')" },
  { name: 'a picture that is a script', outline: '![a](javascript:alert(1))', refused: ['remote-picture'] },
  {
    name: 'a picture in the address',
    outline: '![a](data:image/svg+xml,<svg/onload=alert(1)>)',
    refused: ['remote-picture'],
  },
  { name: 'a picture from elsewhere', outline: '![a](https://evil.example/a.png)', refused: ['remote-picture'] },
  { name: 'a picture without a scheme', outline: '![a](//evil.example/a.png)', refused: ['remote-picture'] },
  { name: 'a picture of a share', outline: '![a](<\\\\\\\\evil.example\\\\a.png>)', refused: ['remote-picture'] },
  {
    name: 'quotes in a description',
    outline: '![a" onerror="alert(1)](a.svg)',
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  {
    name: 'quotes in a caption',
    outline: "![a](a.svg '\"><img src=x onerror=alert(1)>')",
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  },
  {
    name: 'a way into the deck',
    outline: '[a](#/99) [b](#witness) [c](#"><script>alert(1)</script>)',
    refused: ['unknown-slide', 'unknown-slide'],
  },
];
