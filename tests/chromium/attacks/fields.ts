import type { Attack } from './attack.ts';

const laughs = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`);

/** Front matter, fields and templates: what is data must stay data. */
export const fieldAttacks: readonly Attack[] = [
  { name: 'a helper in braces', outline: '{{#with this}}{{constructor}}{{/with}}', refused: ['unknown-variable'] },
  {
    name: 'the constructor',
    outline: '{{constructor}} {{__proto__}} {{toString}}',
    refused: ['unknown-variable', 'unknown-variable'],
  },
  { name: 'a lookup', outline: '{{lookup this "constructor"}}' },
  { name: 'three braces', outline: '{{{title}}}', yaml: 'title: <script>alert(1)</script>' },
  { name: 'a variable with tags', outline: '{{title}}', yaml: 'title: "<img src=x onerror=alert(1)>"' },
  { name: 'a variable with Markdown', outline: '{{speaker}}', yaml: 'speaker: "[a](javascript:alert(1)) **b**"' },
  { name: 'a variable with a variable', outline: '{{speaker}}', yaml: 'speaker: "{{title}}"\ntitle: "{{speaker}}"' },
  { name: 'a title that ends the head', outline: 'a', yaml: 'title: "</title><script>alert(1)</script>"' },
  { name: 'a speaker with quotes', outline: '# A', yaml: 'speaker: "a\\" onclick=\\"alert(1)"' },
  {
    name: 'a description that ends its tag',
    outline: 'a',
    yaml: 'description: "\\"><meta http-equiv=refresh content=0;url=https://evil.example>"',
  },
  {
    name: 'a language that is none',
    outline: 'a',
    yaml: 'lang: "en\\" onload=\\"alert(1)"',
    refused: ['invalid-field'],
  },
  {
    name: 'an address that is a script',
    outline: 'a',
    yaml: 'address: "javascript:alert(1)"',
    refused: ['invalid-field'],
  },
  { name: 'a theme from elsewhere', outline: 'a', yaml: 'theme: ../../../../etc', refused: ['unknown-theme'] },
  {
    name: 'a theme that is an address',
    outline: 'a',
    yaml: 'theme: https://evil.example/theme',
    refused: ['unknown-theme'],
  },
  {
    name: 'an article from elsewhere',
    outline: 'a',
    yaml: 'article: ../../../../../../etc/passwd-is-not-there',
    refused: ['missing-article'],
  },
  {
    name: 'a picture from elsewhere',
    outline: 'a',
    yaml: 'picture: https://evil.example/a.png',
    refused: ['remote-picture'],
  },
  {
    name: 'a tag of YAML that makes objects',
    outline: 'a',
    yaml: 'title: !!js/function "function () { alert(1) }"',
  },
  { name: 'a billion laughs', outline: 'a', yaml: `a0: &a0 [lol]\n${laughs.join('\n')}`, refused: ['yaml-syntax'] },
  {
    name: 'the parent of all objects as a field',
    outline: 'a',
    yaml: '__proto__:\n  title: b\nconstructor: c',
    refused: ['unknown-field', 'unknown-field'],
  },
  { name: 'a merge of fields', outline: 'a', yaml: 'a: &a\n  title: b\n<<: *a', refused: ['yaml-syntax'] },
  { name: 'the same field twice', outline: 'a', yaml: 'title: a\ntitle: b', refused: ['yaml-syntax'] },
  {
    name: 'front matter that is a program',
    outline: '---js\nmodule.exports = require("child_process").execSync("id")\n---\n\na',
  },
  { name: 'front matter that is no object', outline: '---\n- a\n---\n\nb' },
];
