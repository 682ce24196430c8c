import fc from 'fast-check';
import { block, prefixed } from './blocks.ts';
import { line, text } from './inlines.ts';
import type { Part, Pen } from './pen.ts';

const join = (parts: readonly Part[], pen: Pen): string => parts.map((part) => part(pen)).join('\n\n');

const NOTES = ['notes', '{.notes}', '{.handout}', 'private', '{.warm .private}', '{.notes .step}', 'box'];

function chart(title: string, caption: string, pen: Pen): string {
  const [corner, series, name] = [pen.word(), pen.word(), pen.word()];
  const data = `| ${corner} | ${series} |\n|---|---|\n| ${name} | 5 |`;
  return `::: {.chart type=bar${title}}\n${data}\n\n${caption}\n:::`;
}

/** Blocks that stand at the margin: all of them, and boxes. */
const outer: fc.Arbitrary<Part> = fc.letrec<{ outer: Part }>((tie) => ({
  outer: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 8, arbitrary: block },
    fc.constant<Part>(() => '. . .'),
    fc
      .tuple(
        fc.constantFrom('box', '{.warm}', 'steps', '{.box .step}', '{lang=ar}', '{.hidden}'),
        fc.array(tie('outer'), { maxLength: 3 }),
      )
      .map(
        ([name, inner]): Part =>
          (pen) => {
            const whole = (own: Pen): string => join(inner, own);
            return `::: ${name}\n${name.includes('hidden') ? pen.hide(whole) : whole(pen)}\n:::`;
          },
      ),
    fc.tuple(fc.constantFrom(...NOTES.slice(0, -1)), fc.array(tie('outer'), { maxLength: 2 })).map(
      ([name, inner]): Part =>
        (pen) => {
          const whole: Part = (own) => join([(first) => first.word(), ...inner], own);
          const kind = name.includes('handout') ? 'handout' : 'speaker';
          return `::: ${name}\n${name.includes('private') ? pen.hide(whole) : pen.note(kind, whole)}\n:::`;
        },
    ),
    fc
      .tuple(
        fc.constantFrom('{.include ', '{.private .include ', '{.hidden .include '),
        fc.array(tie('outer'), { maxLength: 2 }),
      )
      .map(
        ([opening, inner]): Part =>
          (pen) => {
            const name = `parts/${pen.name()}.md`;
            const whole: Part = (own) => join([(first) => first.word(), ...inner], own);
            pen.file(`slides/${name}`, opening === '{.include ' ? whole : (own) => own.hide(whole));
            return `::: ${opening}src=${name}}\n:::`;
          },
      ),
    fc.constantFrom<Part>(
      (pen) => chart(` title="${pen.word()}"`, '', pen),
      (pen) => chart('', `Table: ${pen.word()}`, pen),
      (pen) => {
        const title = pen.word();
        // The table of the chart is read out before the caption under it.
        const data = chart(` title="${title}"`, '', pen);
        return data.replace(/:::$/, `\nTable: ${pen.word()}\n\n${pen.word()}\n:::`);
      },
    ),
  ),
})).outer;

const body = fc.array(outer, { maxLength: 4 });
const SLIDE_ATTRIBUTES = [
  '',
  '',
  '',
  ' {.steps}',
  ' {lang=ja}',
  ' {background=#123456}',
  ' {background=media/a.svg tone=dark}',
];

/** How a slide begins: with a heading, or with a ruler, and its layout where one is named. */
const opening = (layout: string): fc.Arbitrary<Part> =>
  fc.tuple(fc.constantFrom('## ', '## ', '---'), line, fc.constantFrom(...SLIDE_ATTRIBUTES)).map(
    ([sign, words, list]): Part =>
      (pen) => {
        const named = layout === '' ? list : ` {.${layout}${list === '' ? '' : ` ${list.slice(2, -1)}`}}`;
        if (sign === '---') return `---\n\n${named.trim() || '{.points}'}\n\n${pen.word()}`;
        return sign + words(pen) + named;
      },
  );

const quote = fc.tuple(text, fc.option(fc.tuple(line, fc.option(line)))).map(
  ([words, said]): Part =>
    (pen) => {
      const quoted = words(pen);
      if (said === null) return prefixed(quoted, '> ');
      const [who, role] = said;
      return prefixed(`${quoted}\n— ${who(pen)}${role === null ? '' : `, ${role(pen)}`}`, '> ');
    },
);

const columns = fc.oneof(
  fc.array(fc.tuple(line, fc.array(block, { maxLength: 2 })), { minLength: 2, maxLength: 3 }).map(
    (sides): Part =>
      (pen) =>
        sides.map(([words, inner]) => join([(own) => `### ${words(own)}`, ...inner], pen)).join('\n\n'),
  ),
  fc
    .array(fc.tuple(fc.constantFrom('column', '{.column .step}', '{.column width=40%}'), body), {
      minLength: 2,
      maxLength: 3,
    })
    .map(
      (sides): Part =>
        (pen) =>
          `:::: columns\n${sides.map(([name, inner]) => `::: ${name}\n${join(inner, pen)}\n:::`).join('\n')}\n::::`,
    ),
);

const timeline = fc
  .array(fc.tuple(line, fc.constantFrom(' ', ': ', ' — '), text, fc.array(block, { maxLength: 1 })), {
    minLength: 3,
    maxLength: 4,
  })
  .map(
    (events): Part =>
      (pen) =>
        events
          .map(([_, between, words, inner], index) =>
            prefixed(
              join([(own) => `**${1900 + index} ${own.word()}**${between}${own.word()} ${words(own)}`, ...inner], pen),
              '+ ',
              '  ',
            ),
          )
          .join('\n'),
  );

const sources = fc.array(text, { minLength: 1, maxLength: 3 }).map(
  (items): Part =>
    (pen) =>
      items.map((words) => prefixed(words(pen), '- ', '  ')).join('\n'),
);

const table: Part = (pen) => `| ${pen.word()} |\n|---|\n| ${pen.word()} |`;
const figure: Part = (pen) => `![${pen.word()}](media/a.svg "${pen.word()}"){credit=${pen.word()}}`;
const code: Part = (pen) => `\`\`\`ts {1|2}\n${pen.word()}\n${pen.word()}\n\`\`\``;

/** What the layouts are made for; '' infers one. */
const MADE_FOR: readonly (readonly [string, fc.Arbitrary<Part>])[] = [
  ['quote', quote],
  ['compare', columns],
  ['timeline', timeline],
  ['sources', sources],
  ['table', fc.constant(table)],
  ['figure', fc.constant(figure)],
  ['code', fc.constant(code)],
];
const ANY = ['', 'points', 'statement', 'closing', 'blank', 'section', 'title'];

const slideBody: fc.Arbitrary<Part> = fc.oneof(
  ...ANY.map((layout) =>
    fc.tuple(opening(layout), body).map(
      ([start, parts]): Part =>
        (pen) =>
          join([start, ...parts], pen),
    ),
  ),
  ...MADE_FOR.flatMap(([layout, own]) => [
    fc.tuple(opening(layout), body, own, body).map(
      ([start, lead, part, rest]): Part =>
        (pen) =>
          join([start, ...lead, part, ...rest], pen),
    ),
    fc.tuple(opening(''), own).map(
      ([start, part]): Part =>
        (pen) =>
          join([start, part], pen),
    ),
  ]),
  // The number stands below what comes before the paragraph that it is made for.
  fc.tuple(text, body).map(
    ([words, rest]): Part =>
      (pen) =>
        join([(own) => `## 65 ${own.word()} {.number}`, (own) => `${own.word()} ${words(own)}`, ...rest], pen),
  ),
  text.map(
    (words): Part =>
      (pen) =>
        `## ${pen.says('65')} %\n\n${words(pen)}`,
  ),
);

const note = fc.tuple(fc.constantFrom('Note: ', 'Note:\n', 'Notes:\n\n', 'NOTE:\n'), text, body).map(
  ([sign, words, parts]): Part =>
    (pen) =>
      sign + pen.note('speaker', (own) => join([words, ...parts], own)),
);

/** A slide with its notes, or one that nobody sees. */
export const slide: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(slideBody, fc.option(note)).map(
      ([whole, last]): Part =>
        (pen) => {
          pen.open();
          return join(last === null ? [whole] : [whole, last], pen);
        },
    ),
  },
  fc.tuple(line, body).map(
    ([words, parts]): Part =>
      (pen) =>
        pen.hide((own) => join([(first) => `## ${words(first)} {.hidden}`, ...parts], own)),
  ),
  fc.tuple(line, body).map(
    ([words, parts]): Part =>
      (pen) =>
        pen.hide((own) => join([(first) => `## ${words(first)}\n\n{.hidden}`, ...parts], own)),
  ),
  fc.tuple(line, body).map(
    ([words, parts]): Part =>
      (pen) => {
        pen.open();
        return join([(own) => `# ${words(own)}`, ...parts], pen);
      },
  ),
);
