import fc from 'fast-check';
import { line, text } from './inlines.ts';
import type { Part, Pen } from './pen.ts';

/** Each line of a text after something. */
export function prefixed(written: string, first: string, others = first): string {
  return written
    .split('\n')
    .map((each, index) => (index === 0 ? first : each === '' ? others.trimEnd() : others) + each)
    .join('\n');
}

const join = (parts: readonly Part[], pen: Pen): string => parts.map((part) => part(pen)).join('\n\n');

/** Attributes at the end of a paragraph, item or heading, and whether they hide it. */
const attributes = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  fc.constantFrom(' {.warm}', ' {.step}', ' {step=2}', ' {step=1-2}', ' {lang=fr}', ' {.hidden}', ' {.warm .hidden}'),
);
const hideIf = (pen: Pen, list: string, part: Part): string => (list.includes('hidden') ? pen.hide(part) : part(pen));

const paragraph = fc.tuple(text, attributes).map(
  ([words, list]): Part =>
    (pen) =>
      hideIf(pen, list, words) + list,
);

const heading = fc.tuple(fc.constantFrom('###', '####', '######'), line, attributes).map(
  ([signs, words, list]): Part =>
    (pen) =>
      `${signs} ${hideIf(pen, list, words)}${list}`,
);

const MARKERS = ['- ', '* ', '1. ', '7) ', '- [x] ', '- [ ] '];

function list(block: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  const item = fc.tuple(text, attributes, fc.array(block, { maxLength: 2 }));
  return fc
    .tuple(fc.constantFrom(...MARKERS), fc.array(item, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
    .map(
      ([marker, items, between]): Part =>
        (pen) =>
          items
            .map(([words, attributes, inner]) => {
              const whole: Part = (own) =>
                join([(first) => `${first.word()} ${words(first)}${attributes}`, ...inner], own);
              const indent = ' '.repeat(marker.replace(/\[.\] /, '').length);
              return prefixed(hideIf(pen, attributes, whole), marker, indent);
            })
            .join(between),
    );
}

function table(): fc.Arbitrary<Part> {
  const cell = line;
  const caption = fc.constantFrom('', '', 'Table: ', ': ');
  const more = fc.constantFrom('', ' {.row-headers}', ' {.hidden}', ' {.warm}');
  return fc
    .tuple(
      fc
        .integer({ min: 1, max: 3 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
        ),
      fc.tuple(caption, line, more, fc.boolean()),
    )
    .map(
      ([rows, [sign, words, list, isAbove]]): Part =>
        (pen) =>
          (isAbove ? `${pen.word()}\n\n` : '') +
          hideIf(pen, sign === '' ? '' : list, (own) => {
            const written = sign === '' ? '' : sign + words(own) + list;
            const lines = rows.map((row) => `| ${row.map((part) => part(own)).join(' | ')} |`);
            const [header = '', ...body] = lines;
            const rule = `|${'---|'.repeat(rows[0]?.length ?? 1)}`;
            const whole = [header, rule, ...body].join('\n');
            if (written === '') return whole;
            return isAbove ? `${written}\n\n${whole}` : `${whole}\n\n${written}`;
          }),
    );
}

const FENCES = ['```', '~~~', '````'];
const INFOS = [
  '',
  'ts',
  'python',
  'text',
  'diff',
  'html {.warm}',
  'ts {1|2}',
  'ts {.numbers start=9}',
  'py {.step}',
  'text {.hidden}',
];

const code = fc.tuple(fc.constantFrom(...FENCES), fc.constantFrom(...INFOS)).map(
  ([fence, info]): Part =>
    (pen) => {
      const body = hideIf(
        pen,
        info,
        (own) => `a = ${own.word()}\n  # ${own.word()}\n\nNote: ${own.word()}\n::: ${own.word()}\n:::`,
      );
      return `${fence}${info}\n${body}\n${fence}`;
    },
);

const FORMULAS: readonly Part[] = [
  (pen) => `$$\n\\text{${pen.word()}}\n$$`,
  (pen) => `$$\\text{${pen.word()}}$$ {.warm}`,
  (pen) => `\`\`\`math\n\\text{${pen.word()}}\n\`\`\``,
  (pen) => `$$\\text{${pen.hide((own) => own.word())}}$$ {.hidden}`,
];

const FIGURES: readonly Part[] = [
  (pen) => `![${pen.word()}](media/a.svg)`,
  (pen) => `![${pen.word()}](media/a.svg "${pen.word()}")`,
  (pen) => `![${pen.word()}](media/a.svg "${pen.word()}"){credit="${pen.word()} & co" width=60%}`,
  (pen) => `![${pen.word()} *${pen.word()}*](media/a.svg) {.step credit=${pen.word()}}`,
  (pen) => `![${pen.hide((own) => own.word())}](media/a.svg){.hidden}`,
];

const definitions = fc
  .array(fc.tuple(line, fc.array(text, { minLength: 1, maxLength: 2 }), fc.boolean()), { minLength: 1, maxLength: 2 })
  .map(
    (entries): Part =>
      (pen) =>
        entries
          .map(([term, meanings, isLoose]) => {
            const name = term(pen);
            const meant = meanings.map((meaning) => prefixed(meaning(pen), ': ', '  '));
            return [name, ...meant].join(isLoose && meant.length > 1 ? '\n\n' : '\n');
          })
          .join('\n\n'),
  );

function quotation(block: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  return fc.array(block, { minLength: 1, maxLength: 2 }).map(
    (inner): Part =>
      (pen) =>
        prefixed(join(inner, pen), '> '),
  );
}

function alert(block: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  return fc
    .tuple(fc.constantFrom('NOTE', 'tip', 'WARNING'), fc.option(line), text, fc.array(block, { maxLength: 1 }))
    .map(
      ([type, title, words, inner]): Part =>
        (pen) => {
          const first = title === null ? '' : ` ${title(pen)}`;
          return prefixed(`[!${type}]${first}\n${join([words, ...inner], pen)}`, '> ');
        },
    );
}

function html(block: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  const inner = fc.array(block, { minLength: 1, maxLength: 2 });
  const around = fc.constantFrom(
    ['<details>\n<summary>', '</summary>\n\n', '\n\n</details>'],
    ['<div class="warm">\n', '\n\n', '\n\n</div>'],
    ['<aside>\n\n', '\n\n', '\n\n</aside>'],
    ['<table>\n<tr><td>', '</td><td>\n\n', '\n\n</td></tr></table>'],
    ['<ul>\n<li>', '\n\n', '\n\n</ul>'],
    ['<section>', '\n\n', '\n\n</section>'],
    ['<p>', '</p>\n\n', '\n\n<article>\n\n</article>'],
    ['<div>', '\n\n', ''],
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(around, line, inner) }.arbitrary.map(
      ([[start = '', middle = '', end = ''], words, parts]): Part =>
        (pen) =>
          start + words(pen) + middle + join(parts, pen) + end,
    ),
    fc.tuple(line, inner).map(
      ([words, parts]): Part =>
        (pen) =>
          `<blockquote class="hidden">\n\n${pen.hide((own) => `${words(own)}\n\n${join(parts, own)}`)}\n\n</blockquote>`,
    ),
    fc.constant<Part>((pen) => `<!-- ${pen.hide((own) => `${own.word()}\n\n## ${own.word()}`)}\n-->`),
  );
}

/** Blocks that may stand anywhere, in items and quotations too. */
export const block: fc.Arbitrary<Part> = fc.letrec<{ block: Part }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: paragraph },
    code,
    table(),
    heading,
    definitions,
    fc.constantFrom(...FORMULAS),
    fc.constantFrom(...FIGURES),
    { weight: 3, arbitrary: list(tie('block')) },
    quotation(tie('block')),
    alert(tie('block')),
    html(tie('block')),
  ),
})).block;
