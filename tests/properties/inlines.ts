import fc from 'fast-check';
import type { Part, Pen } from './pen.ts';

/** Attribute lists that change nothing of what is read. */
export const QUIET = ['{.warm}', '{lang=ja}', '{lang=he dir=rtl}', '{.warm title-less=1}'.replace(' title-less=1', '')];

const fixed = (...texts: readonly (readonly [written: string, shown: string])[]): fc.Arbitrary<Part> =>
  fc.constantFrom(...texts).map(
    ([written, shown]): Part =>
      (pen) => {
        pen.says(shown);
        return written;
      },
  );

const PLAIN: readonly Part[] = [
  (pen) => pen.word(),
  (pen) => `${pen.word()}, ${pen.word()}`,
  (pen) => `*${pen.word()}*`,
  (pen) => `_${pen.word()}_`,
  (pen) => `**${pen.word()} ${pen.word()}**`,
  (pen) => `***${pen.word()}***`,
  (pen) => `~~${pen.word()}~~`,
  (pen) => `*${pen.word()} **${pen.word()}***`,
  (pen) => `\`${pen.word()}\``,
  (pen) => `\`\` \`${pen.word()}\` \`\``,
  (pen) => `\`${pen.word()}\`{.warm}`,
  (pen) => `(${pen.word()})`,
  (pen) => `"${pen.word()}"`,
  (pen) => `[${pen.word()}]`,
  (pen) => `[[${pen.word()}]]`,
  (pen) => `{${pen.word()}}`,
  (pen) => `<${pen.word()}>`,
  (pen) => `a < ${pen.word()} > b`,
  (pen) => `${pen.word()}\\_${pen.word()}`,
  (pen) => `${pen.word()}: ${pen.word()}`,
  (pen) => `\\[${pen.word()}\\]{.warm} ${pen.word()}`,
];

const LINKS: readonly Part[] = [
  (pen) => `[${pen.word()}](https://example.org/a)`,
  (pen) => {
    const title = pen.word();
    return `[${pen.word()}](https://example.org/a "${title}")`;
  },
  (pen) => `[*${pen.word()}* \`${pen.word()}\`](mailto:a@example.org)`,
  (pen) => `[${pen.word()}](https://example.org/a){.warm}`,
  (pen) => `<https://example.org/${pen.word()}>`,
  (pen) => `https://example.org/${pen.word()}`,
  (pen) => {
    const name = pen.name();
    pen.define(`[${name}]: https://example.org/b`);
    return `[${pen.word()}][${name}]`;
  },
  (pen) => {
    const title = pen.word();
    const text = pen.word();
    pen.define(`[${text}]: <https://example.org/b>\n  "${title}"`);
    return `[${text}][]`;
  },
  (pen) => {
    const text = pen.word();
    pen.define(`[${text}]: https://example.org/b`);
    return `[${text}]`;
  },
  (pen) => {
    const id = pen.name();
    return `[${pen.word()}]{#${id}} [${pen.word()}](#${id})`;
  },
];

const PICTURES: readonly Part[] = [
  (pen) => `![${pen.word()}](media/a.svg)`,
  (pen) => `![${pen.word()}](media/a.svg "${pen.word()}")`,
  (pen) => `![${pen.word()}](media/a.svg){.warm}`,
  (pen) => {
    const name = pen.name();
    const alt = pen.word();
    pen.define(`[${name}]: media/a.svg "${pen.word()}"`);
    return `![${alt}][${name}]`;
  },
  (pen) => `<img src="media/a.svg" alt="${pen.word()}">`,
  (pen) => `<img src="media/a.svg" alt="${pen.word()}" title="${pen.word()}">`,
];

const FORMULAS: readonly Part[] = [
  (pen) => `$\\text{${pen.word()}}$`,
  (pen) => `${pen.word()} $$\\text{${pen.word()}}$$`,
  (pen) => `\\$5 ${pen.word()} \\$6`,
  (pen) => `$x_{\\text{${pen.word()}}}${'$'}{.warm}`,
];

const HIDDEN: readonly Part[] = [
  (pen) => `[${pen.hide((inner) => inner.word())}]{.hidden}`,
  (pen) => `[*${pen.hide((inner) => inner.word())}*]{.warm .hidden}`,
  (pen) => `**${pen.hide((inner) => inner.word())}**{.hidden}`,
  (pen) => `[${pen.hide((inner) => inner.word())}](https://example.org){.hidden}`,
  (pen) => `\`${pen.hide((inner) => inner.word())}\`{.hidden}`,
  (pen) => `<span class="hidden">${pen.hide((inner) => inner.word())}</span>`,
  (pen) => `<a class="hidden" href="https://example.org">${pen.hide((inner) => inner.word())}</a>`,
  (pen) => `<img class="hidden" src="media/a.svg" alt="${pen.hide((inner) => inner.word())}">`,
  (pen) => `![${pen.hide((inner) => inner.word())}](media/a.svg){.hidden}`,
  (pen) => `${pen.word()} <!-- ${pen.hide((inner) => inner.word())} -->`,
  (pen) => `${pen.word()} <script>${pen.hide((inner) => inner.word())}</script>`,
  (pen) => `$\\text{${pen.hide((inner) => inner.word())}}$`.replace(/^(.*)$/, '$1{.hidden}'),
];

const FOOTNOTES: readonly Part[] = [
  (pen) => {
    const name = pen.name();
    pen.define(`[^${name}]: ${pen.footnote((inner) => inner.word())}`);
    return `${pen.word()}[^${name}]`;
  },
  (pen) => {
    const name = pen.name();
    pen.define(
      `[^${name}]: *${pen.footnote((inner) => inner.word())}*\n\n    ${pen.footnote((inner) => inner.word())}`,
    );
    return `[^${name}] ${pen.word()}`;
  },
  (pen) => {
    const name = pen.name();
    const secret = pen.hide((inner) => inner.word());
    pen.define(`[^${name}]: ${pen.footnote((inner) => inner.word())} [${secret}]{.hidden}`);
    return `${pen.word()}[^${name}]`;
  },
  (pen) => `${pen.word()}^[${pen.footnote((inner) => inner.word())}]`,
  (pen) => `${pen.word()}^[*${pen.footnote((inner) => inner.word())}* [x](https://example.org)]`,
];

/** What stands in a line of text, without others in it. */
const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.constantFrom(...LINKS) },
  fc.constantFrom(...PICTURES),
  fc.constantFrom(...FORMULAS),
  { weight: 2, arbitrary: fc.constantFrom(...HIDDEN) },
  fc.constantFrom(...FOOTNOTES),
  fixed(
    ['&copy;', '©'],
    ['&lt;b&gt;', '<b>'],
    ['&#9829;', '♥'],
    ['\\*', '*'],
    ['\\{.warm}', '{.warm}'],
    ['\\{{title}}', '{{title}}'],
    ['\\$', '$'],
    ['{{speaker}}', 'Ada Keeper'],
    [':ship:', '🚢'],
    [':no-ship:', ':no-ship:'],
    ['Vec<T>', 'Vec<T>'],
    ['שלום', 'שלום'],
    ['5 \\* 3', '5 * 3'],
  ),
);

type Around = (text: string, pen: Pen) => string;
const AROUND: readonly Around[] = [
  (text, pen) => `*${text} ${pen.word()}*`,
  (text, pen) => `**${text} ${pen.word()}**`,
  (text) => `[${text}]{.warm}`,
  (text) => `[${text}]{lang=he}`,
  (text) => `<kbd>${text}</kbd>`,
  (text) => `<mark lang="he">${text}</mark>`,
  (text) => `<font>${text}</font>`,
  (text) => `<i>${text}`,
];

const inline: fc.Arbitrary<Part> = fc.letrec<{ inline: Part }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    { weight: 8, arbitrary: leaf },
    fc.tuple(fc.constantFrom(...AROUND), fc.array(tie('inline'), { minLength: 1, maxLength: 3 })).map(
      ([around, inner]): Part =>
        (pen) =>
          around([pen.word(), ...inner.map((part) => part(pen))].join(' '), pen),
    ),
    fc.array(tie('inline'), { minLength: 1, maxLength: 2 }).map(
      (inner): Part =>
        (pen) =>
          `[${pen.hide((hidden) => inner.map((part) => part(hidden)).join(' '))}]{.hidden}`,
    ),
    tie('inline').map(
      (inner): Part =>
        (pen) => {
          const title = pen.word();
          return `<abbr title="${title}">${inner(pen)}</abbr>`;
        },
    ),
  ),
})).inline;

function textOf(breaks: readonly string[]): fc.Arbitrary<Part> {
  return fc.tuple(inline, fc.array(fc.tuple(fc.constantFrom(...breaks), inline), { maxLength: 4 })).map(
    ([first, others]): Part =>
      (pen) =>
        first(pen) + others.map(([between, part]) => between + part(pen)).join(''),
  );
}

/** A text on one line. */
export const line: fc.Arbitrary<Part> = textOf([' ']);
/** A text that may go over several lines. */
export const text: fc.Arbitrary<Part> = textOf([' ', ' ', '\n', '\\\n', '  \n', '<br>']);
