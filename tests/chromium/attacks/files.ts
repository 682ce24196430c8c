import type { Attack } from './attack.ts';

const OUTSIDE = { link: '/etc/passwd' } as const;

/** Paths that lead out of the folder of the talk, or to what is no file. */
export const fileAttacks: readonly Attack[] = [
  { name: 'a picture above the folder', outline: '![a](../../../../etc/passwd.png)', refused: ['missing-picture'] },
  { name: 'a picture by a whole path', outline: '![a](/etc/passwd)', refused: ['unknown-picture-type'] },
  {
    name: 'a picture that is a link to outside',
    outline: '![a](a.png)',
    files: { 'a.png': OUTSIDE },
    refused: ['outside-picture'],
  },
  {
    name: 'a picture in a folder that is a link to outside',
    outline: '![a](b/hosts.png)',
    files: { b: { link: '/etc' } },
    refused: ['missing-picture'],
  },
  {
    name: 'a picture that is a link to itself',
    outline: '![a](a.png)',
    files: { 'a.png': { link: 'a.png' } },
    refused: ['unreadable-file'],
  },
  { name: 'a picture by percent signs', outline: '![a](..%2f..%2fetc%2fpasswd.png)', refused: ['missing-picture'] },
  {
    name: 'a picture by dots in percent signs',
    outline: '![a](%2e%2e/%2e%2e/etc/passwd.png)',
    refused: ['missing-picture'],
  },
  { name: 'a picture by backslashes', outline: '![a](..\\\\..\\\\etc\\\\passwd.png)', refused: ['missing-picture'] },
  { name: 'a picture with a null character', outline: '![a](<a.png&#0;.txt>)', refused: ['unknown-picture-type'] },
  { name: 'a picture that is a device', outline: '![a](/dev/zero)', refused: ['unknown-picture-type'] },
  { name: 'a picture by a file address', outline: '![a](file:///etc/passwd.png)', refused: ['remote-picture'] },
  { name: 'a picture whose name is endless', outline: `![a](${'a'.repeat(5000)}.png)`, refused: ['unreadable-file'] },
  {
    name: 'a picture that is a folder',
    outline: '![a](b.png)',
    files: { 'b.png/c.txt': 'd' },
    refused: ['missing-picture'],
  },
  {
    name: 'an include above the folder',
    outline: '::: {.include src=../../../../etc/passwd}\n:::',
    refused: ['outside-file'],
  },
  { name: 'an include by a whole path', outline: '::: {.include src=/etc/passwd}\n:::', refused: ['outside-file'] },
  {
    name: 'an include that is a link to outside',
    outline: '::: {.include src=_a.md}\n:::',
    files: { '_a.md': OUTSIDE },
    refused: ['outside-file'],
  },
  {
    name: 'an include of an address',
    outline: '::: {.include src=https://evil.example/a.md}\n:::',
    refused: ['remote-file'],
  },
  { name: 'an include of itself', outline: '::: {.include src=10-attack.md}\n:::', refused: ['include-cycle'] },
  {
    name: 'includes of each other',
    outline: '::: {.include src=_a.md}\n:::',
    files: { '_a.md': '::: {.include src=_b.md}\n:::', '_b.md': '::: {.include src=_a.md}\n:::' },
    refused: ['include-cycle'],
  },
  {
    name: 'an include with a script',
    outline: '::: {.include src=_a.md}\n:::',
    files: { '_a.md': '<script>alert(1)</script>\n\n</section>' },
  },
  { name: 'code of a file outside', outline: '```sh {src=/etc/passwd}\n```', refused: ['outside-file'] },
  {
    name: 'code of a link to outside',
    outline: '```sh {src=a.txt}\n```',
    files: { 'a.txt': OUTSIDE },
    refused: ['outside-file'],
  },
  { name: 'data of a chart outside', outline: '::: {.chart type=bar src=/etc/passwd}\n:::', refused: ['outside-file'] },
  {
    name: 'data of a chart from elsewhere',
    outline: '::: {.chart type=bar src=https://evil.example/a.csv}\n:::',
    refused: ['remote-file'],
  },
  {
    name: 'a background outside',
    outline: '## A {background=a.png}',
    files: { 'a.png': OUTSIDE },
    refused: ['outside-picture'],
  },
];
