import fc from 'fast-check';
import type { Files } from './desk.ts';

const LINES = '#|##|###### |---|***|===|- |* |+ |1. |999999999999) |> |    |\t|- [x] |- [ ]';
const FENCES = '```|~~~|````|```js {1,|```math|`|``|$|$$|\\|\\(|&#124;|---&#124;|Table: |: |\n: ';
const LISTS =
  '{|}|{.|{#a|{.hidden}|{.step}|{step=|{step=9999-99999}|{step=2-1}|{#1}|{#a/b}|{lang=xx-yy-zz}|{dir=up}|{background=|' +
  '{background=a.svg}|{background=red tone=}|{.quote}|{.timeline}|{layout=}|{.fragment}|{width=0%}|{="}|{a="b';
const BOXES =
  ':::|::: notes|::: {.private}|::: {|:::: columns|::: column|::: steps|::: {.chart type=bar}|' +
  '::: {.chart type=pie src=a.csv}|::: {.include src=_a.md}|::: {.include}|Note:|Notes: |. . .|[!NOTE]|[!TIP] a';
const LINKS =
  '[|]|](|)|![|]{|][|[^|[^a]|[^a]:|^[|[a]: |https://|www.a.b|a@b.c|javascript:|#a)|media/a.svg|"|\'|*|**|_|__|~~|~';
const TAGS =
  '<|>|<b>|</b>|<div|<div>|</div>|<details>|<summary>|<td>|<table>|<script>|</script>|<!--|-->|<!|<?|?>|]]>|<![CDATA[|' +
  '<a href="|<img src=x title=|<br/>|<svg>|<p class="hidden">';
const SIGNS =
  '{{|}}|{{title}}|{{a|:ship:|:|&|&amp|&#0;|&#x110000;|&#xD800;|&copy;|— a, b|— |**1951** a|65 %|a|b c|東京|עברית';
const CHARACTERS = [
  '\u200f',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\0',
  '\ud800',
  '\udc00',
  '\u2028',
  '\u0085',
  '\r',
  '\r\n',
  '\f',
  '\v',
  '🚢',
  'e\u0301',
];
const YAML =
  'title: |lang: de|date: 2025-02-30|theme: none|&a|*a|!!js|? |- - -|>-\n|%YAML|...|"\\x"|__proto__: a|constructor';
const FORMULAS = '\\frac{|\\href{|\\def\\a{\\a}|^{|_{|\\\\|\\text{$|1e999|-0';

const PIECES = [LINES, FENCES, LISTS, BOXES, LINKS, TAGS, SIGNS, YAML, FORMULAS].flatMap((pieces) => pieces.split('|'));
const BREAKS = ['\n', '\n\n', ' ', '\n  ', '\n    ', '\n> ', '\n\n## ', '\n\n---\n\n', '\n:::\n', '|', '|---|'];
const LONG = ['x'.repeat(300), '9'.repeat(40)];

/** Pieces of syntax, put together without sense. */
export const oddText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES, ...CHARACTERS, ...LONG) },
      { weight: 4, arbitrary: fc.constantFrom(...BREAKS) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

const NAMES = ['title', 'lang', 'date', 'time', 'footnotes', 'picture', 'address', 'a'];
const VALUES = ['sources', 'ja', 'ar', '2025-01-19'];
const fields = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(oddText, fc.constantFrom(...VALUES))), { maxLength: 3 })
  .map((all) => all.map(([name, value]) => `${name}: ${value}`).join('\n'));

const usually = (text: string, weight: number): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: fc.constant(text) }, oddText);

/** Talks of such texts: outlines, what they include, fields and data. */
export const oddTalk: fc.Arbitrary<Files> = fc.record({
  'slides/talk.yaml': fc.oneof({ weight: 5, arbitrary: usually('speaker: Ada', 6) }, fields),
  'slides/00.md': oddText,
  'slides/01.md': usually('# A\n\n::: {.include src=_a.md}\n:::\n\n{{speaker}}', 3),
  'slides/_a.md': oddText,
  'slides/a.csv': usually('a,b\nc,1\n', 3),
  'slides/media/a.svg': fc.constant('<svg xmlns="http://www.w3.org/2000/svg"/>'),
});
