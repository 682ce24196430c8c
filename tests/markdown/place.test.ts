import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { type Block, type Inline, type ListItem, visitTree } from '../../src/markdown/tree.ts';
import { createSource, type Span } from '../../src/text/source.ts';
import { NO_REFERENCES } from './parse-text.ts';

type Node = Block | ListItem | Inline;

/** Every node of a document, outer before inner. */
function nodesOf(text: string): readonly Node[] {
  const source = createSource('a.md', text);
  const nodes: Node[] = [];
  const add = (node: Node): number => nodes.push(node);
  visitTree(parseMarkdown(source, 0, NO_REFERENCES).value, { block: add, item: add, inline: add });
  return nodes;
}

function slice({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

describe('a node', () => {
  test.each([
    ['a heading with its marks', '## One {#id}\n\ntext', 'heading', '## One {#id}'],
    ['a heading after another of the same words', '## One\n\n## One\n', 'heading', '## One'],
    ['a paragraph without the lines around it', '\n\none\ntwo\n\nthree', 'paragraph', 'one\ntwo'],
    ['strong text with its marks', 'a **b** c', 'strong', '**b**'],
    ['a link with its address', 'a [b](https://e.org) c', 'link', '[b](https://e.org)'],
    ['an image with its caption', 'a ![b](c.svg "d") e', 'image', '![b](c.svg "d")'],
    ['code with its marks', 'a `b` c', 'inline-code', '`b`'],
    ['a block of code with its fences', 'a\n\n```ts\nb\n\nc\n```\n', 'code', '```ts\nb\n\nc\n```'],
    ['a list to the end of its last item', 'a\n\n- b\n- c\n\nd', 'list', '- b\n- c'],
    ['an item of a list', '- b\n- c', 'list-item', '- b'],
    ['a quotation', '> a\n> b\n\nc', 'quotation', '> a\n> b'],
    ['a paragraph of two lines in a quotation', '> a\n> b', 'paragraph', 'a\n> b'],
    ['a paragraph of two lines in an item', '- a\n  b', 'paragraph', 'a\n  b'],
    ['a table', '| a | b |\n| - | - |\n| c | d |\n\ne', 'table', '| a | b |\n| - | - |\n| c | d |'],
    ['a division with its marks', 'a\n\n::: box\nb\n:::\n\nc', 'division', '::: box\nb\n:::\n'],
    ['text that has an entity', 'a &amp; b', 'text', 'a &amp; b'],
  ])('%s', (_, text, kind, expected) => {
    const node = nodesOf(text).find((found) => found.kind === kind);
    expect(node && slice(node.span)).toBe(expected);
  });

  test('that says the same as one before it has a place of its own', () => {
    const starts = nodesOf('**a** and **a** and `a` and **a**\n\n**a**').flatMap(({ kind, span }) =>
      kind === 'strong' ? [span.start] : [],
    );
    expect(starts).toEqual([0, 10, 28, 35]);
  });
});

/** Words that are there once (they carry their place in the document) and words that are there again and again. */
const word = fc.constantFrom('the', 'treaty', 'of', '@');
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `[${text}](https://example.org/@)`),
  words.map((text) => `[**${text}** ${text}](https://example.org/@)`),
  words.map((text) => `[${text}]{lang=ja}`),
  words.map((text) => `[${text} **${text}** &amp; ${text}]{.name}`),
  words.map((text) => `<sub>${text}</sub>`),
  words.map((text) => `${text} &amp; \\* ${text}`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const indent = (text: string, first: string, others: string): string =>
  first + text.replace(/\n(?=.)/g, `\n${others}`).replace(/\n(?=\n)/g, `\n${others.trimEnd()}`);

const { block } = fc.letrec<{ block: string; nested: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    line.map((text) => `### ${text}`),
    words.map((text) => `\`\`\`ts\n${text}\n\n  ${text}\n\`\`\``),
    fc.tuple(words, words).map(([alt, caption]) => `![${alt}](media/@.svg "${caption}")`),
    fc.tuple(line, line, line, line).map(([a, b, c, d]) => `| ${a} | ${b} |\n| --- | ---: |\n| ${c} | ${d} |`),
    tie('nested').map((text) => indent(text, '> ', '> ')),
    fc
      .array(tie('nested'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => indent(item, '- ', '  ')).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => indent(item, '1. ', '   ')).join('\n')),
  ),
  nested: fc.array(fc.oneof(paragraph, tie('block')), { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n')),
}));
const division = fc.array(block, { minLength: 1, maxLength: 2 }).map((all) => `::: box\n${all.join('\n\n')}\n:::`);
const document = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: block }, division), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([blocks, lineEnd]) => {
    let count = 0;
    const text = blocks.join('\n\n').replace(/@/g, () => {
      count += 1;
      return `w${count}`;
    });
    return text.replaceAll('\n', lineEnd);
  });

/** What the source of each kind of node begins with. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  heading: /^###/,
  list: /^(?:- |1\. )/,
  'list-item': /^(?:- |1\. )/,
  quotation: /^>/,
  code: /^```ts/,
  table: /^\|/,
  figure: /^!\[/,
  image: /^!\[/,
  division: /^ *:::/,
  strong: /^\*\*/,
  emphasis: /^\*[^*]/,
  deleted: /^~~/,
  'inline-code': /^`/,
  link: /^\[/,
  passage: /^\[/,
  tag: /^<\/?sub>$/,
};

/** What a node itself says in words. */
function wordsOf(node: Node): readonly string[] {
  const said =
    node.kind === 'text' || node.kind === 'inline-code' || node.kind === 'code'
      ? node.text
      : node.kind === 'image'
        ? `${node.alt} ${node.src} ${node.title}`
        : node.kind === 'link'
          ? node.href
          : '';
  return said.match(/\w+/g) ?? [];
}

function childrenOf(node: Node): readonly Node[] {
  if ('children' in node) return node.children;
  if ('blocks' in node) return node.blocks;
  if (node.kind === 'list') return node.items;
  if (node.kind === 'figure') return [node.image];
  return node.kind === 'table' ? [...node.header, ...node.rows.flat()].flat() : [];
}

describe('in any document', () => {
  test('the source of a node says what the node says, in the same order', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const node of nodesOf(text)) {
          const source = slice(node.span);
          expect(source).toMatch(BEGINNINGS[node.kind] ?? /(?:)/);
          let at = 0;
          for (const said of wordsOf(node)) {
            const found = source.indexOf(said, at);
            expect(found, `"${said}" in "${source}"`).not.toBe(-1);
            at = found + said.length;
          }
        }
      }),
      { seed: 65, numRuns: 120 },
    );
  });

  test('nodes stand inside their parents, one after the other', () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const node of nodesOf(text)) {
          let end = node.span.start;
          for (const child of childrenOf(node)) {
            expect(child.span.start).toBeGreaterThanOrEqual(end);
            expect(child.span.end).toBeLessThanOrEqual(node.span.end);
            end = child.span.end;
          }
        }
      }),
      { seed: 65, numRuns: 120 },
    );
  });

  test('every place is inside the source, whatever is written', () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\t',
        '#',
        '-',
        '>',
        '*',
        '`',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        ':::',
        '|',
        '<b>',
        '&amp;',
        '!',
        '\\',
        'Note:',
      ),
    });
    fc.assert(
      fc.property(noise, (text) => {
        const { length } = createSource('a.md', text).text;
        for (const { span } of nodesOf(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(length);
        }
      }),
      { seed: 65, numRuns: 300 },
    );
  });
});
