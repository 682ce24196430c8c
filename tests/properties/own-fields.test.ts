import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldKind } from '../../src/text/declared-layouts.ts';
import { formatFinding } from '../../src/text/frame.ts';
import { publish } from './desk.ts';

/** How a template shows all of a field. */
const SHOWN: Readonly<Record<FieldKind, (name: string) => string>> = {
  text: (name) => `<p>{{slide.${name}}}</p>`,
  number: (name) => `<p>{{slide.${name}}}</p>`,
  flag: (name) => `{{#if slide.${name}}}<p>${name} is set</p>{{/if}}`,
  picture: (name) =>
    `{{#with slide.${name}}}<figure data-step="{{step}}"><img src="{{src}}" alt="{{alt}}">{{caption}}</figure>{{/with}}`,
  html: (name) => `<div>{{slide.${name}}}</div>`,
  list: (name) => `<ul>{{#each slide.${name}}}<li data-step="{{step}}">{{text}}</li>{{/each}}</ul>`,
};

/** A piece of a slide, written with the words that it is given and the class of a field, or none. */
type Piece = (word: () => string, className: string) => string;

const inBraces = (className: string, more = ''): string =>
  className + more === '' ? '' : ` {${className}${more === '' ? '' : ` ${more}`}}`;
const list: Piece = (word) =>
  `- ${word()} {.step}\n- [x] *${word()}*\n  - ${word()}\n- ${word()}^[${word()}] {lang=ja}`;
const figure: Piece = (word, name) =>
  `![${word()}](media/a.svg "${word()}")${inBraces(name, `credit=${word()}`).trim()}`;
const box =
  (inside: Piece): Piece =>
  (word, name) =>
    `:::: {${name || '.other'}}\n${inside(word, '')}\n::::`;
const paragraph: Piece = (word, name) => `${word()} **${word()}**[${word()}]{lang=de}${inBraces(name)}`;
const heading: Piece = (word, name) => `### ${word()}${inBraces(name, '.step')}`;
const alert: Piece = (word, name) => `> [!NOTE] ${word()}${inBraces(name)}\n> ${word()}`;
const table: Piece = (word, name) => `| ${word()} |\n|---|\n| ${word()} |\n\n: ${word()}${inBraces(name)}`;

/** What fits a kind of field that takes blocks. */
const FITTING: Partial<Readonly<Record<FieldKind, readonly Piece[]>>> = {
  picture: [figure],
  html: [figure, paragraph, heading, alert, table, box(list), box(paragraph), box(figure)],
  list: [box(list)],
};
const ANY: readonly Piece[] = [figure, paragraph, heading, alert, table, list, box(list), box(figure)];

interface Field {
  readonly kind: FieldKind;
  /** How often the slide has something for it. */
  readonly times: number;
}

/** A slide: the fields of its layout, and which piece comes when. */
const slide = fc.record({
  fields: fc.array(
    fc.record({
      kind: fc.constantFrom<FieldKind>('text', 'number', 'flag', 'picture', 'html', 'list'),
      times: fc.nat(2),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  others: fc.nat(3),
  picks: fc.infiniteStream(fc.nat(1000)),
});

const nameOf = (index: number): string => `own-${index}`;

/** The files of a talk with one slide, and every word that it shows. */
function write(fields: readonly Field[], others: number, picks: Iterator<number>) {
  const words: string[] = [];
  const word = (): string => {
    words.push(`w${words.length}w`);
    return `w${words.length - 1}w`;
  };
  const pick = <T>(from: readonly T[]): T => from[picks.next().value % from.length] as T;
  const attributes = fields.flatMap(({ kind, times }, index) => {
    if (times === 0) return [];
    if (kind === 'text') return [`${nameOf(index)}="${word()} & ${word()}"`];
    if (kind === 'number') return [`${nameOf(index)}=${7000 + index}`];
    return kind === 'flag' ? [`.${nameOf(index)}`] : [];
  });
  const pieces = fields.flatMap(({ kind, times }, index) => {
    const fitting = FITTING[kind];
    return fitting ? Array.from({ length: times }, () => pick(fitting)(word, `.${nameOf(index)}`)) : [];
  });
  for (let count = 0; count < others; count += 1) pieces.push(pick(ANY)(word, ''));
  const inAnyOrder = pieces
    .map((piece) => ({ piece, order: picks.next().value }))
    .sort((one, other) => one.order - other.order)
    .map(({ piece }) => piece);
  const yaml = fields.map(({ kind }, index) => `  ${nameOf(index)}: { type: ${kind} }\n`).join('');
  const shown = fields.map(({ kind }, index) => SHOWN[kind](nameOf(index))).join('\n');
  const files = {
    'slides/00.md': [`## ${word()} {.own-layout ${attributes.join(' ')}}`, ...inAnyOrder].join('\n\n<!-- -->\n\n'),
    'slides/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'templates/layouts/own-layout.yaml': `fields:\n${yaml}`,
    'templates/layouts/own-layout.hbs': `<div>{{> heading}}${shown}{{> body}}{{> footnotes}}</div>`,
  };
  const numbers = fields.flatMap(({ kind, times }, index) =>
    kind === 'number' && times > 0 ? [`${7000 + index}`] : [],
  );
  const flags = fields.flatMap(({ kind, times }, index) =>
    kind === 'flag' && times > 0 ? [`${nameOf(index)} is set`] : [],
  );
  return { files, expected: [...words, ...numbers, ...flags] };
}

test('no word of a slide is missing where its layout has fields of its own, and none is there twice', async () => {
  await fc.assert(
    fc.asyncProperty(slide, async ({ fields, others, picks }) => {
      const { files, expected } = write(fields, others, picks[Symbol.iterator]());
      const result = await publish(files);
      const errors = result.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map((finding) => formatFinding(finding, { color: false }))).toEqual([]);
      const html = result.kind === 'deck' ? (result.slides[0] ?? '') : '';
      expect(expected.filter((word) => html.split(word).length !== 2)).toEqual([]);
    }),
    { seed: 1, numRuns: 120 },
  );
});
