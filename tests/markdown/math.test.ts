import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { type Block, visitTree } from '../../src/markdown/tree.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES } from './parse-text.ts';

/** The formulas of a text as TeX: `$...$` in a line, `$$...$$` for display in it, `[...]` on lines of their own. */
function formulas(text: string): readonly string[] {
  const found: string[] = [];
  const block = (node: Block): void => {
    if (node.kind === 'math-block') found.push(`[${node.tex}]`);
  };
  visitTree(parseMarkdown(createSource('a.md', text), 0, NO_REFERENCES).value, {
    block,
    inline: (node) => {
      if (node.kind === 'math') found.push(node.isDisplay ? `$$${node.tex}$$` : `$${node.tex}$`);
    },
  });
  return found;
}

describe('a formula', () => {
  test.each([
    ['stands in a line', 'a $x$ b', ['$x$']],
    ['stands in a heading', '## Of $x$', ['$x$']],
    ['stands in a cell', '| a |\n|---|\n| $x$ |', ['$x$']],
    ['stands in emphasis', '*a $x$*', ['$x$']],
    ['stands on lines of its own', '$$\nx\n= y\n$$', ['[x\n= y]']],
    ['stands on one line of its own', 'a\n\n$$x$$\n\nb', ['[x]']],
    ['has attributes', '$$x$$ {#eq}', ['[x]']],
    ['is for display within a line', 'a $$x$$ b', ['$$x$$']],
    ['is fenced', '```math\nx\n```', ['[x]']],
    ['holds no emphasis', '$a_1 * b_2 * c_3$', ['$a_1 * b_2 * c_3$']],
    ['holds escapes as they are', '$\\{x\\}$ and $a\\\\b$', ['$\\{x\\}$', '$a\\\\b$']],
    ['holds a dollar sign in words', '$\\text{if $x$}$', ['$\\text{if $x$}$']],
    ['does not end emphasis around it', '*a $b*c$ d*', ['$b*c$']],
  ])('%s', (_, text, expected) => {
    expect(formulas(text)).toEqual(expected);
  });

  test.each([
    ['prices', 'from $5 to $10'],
    ['a price and a formula sign', 'costs $5 and $ more'],
    ['signs that are escaped', '\\$x\\$'],
    ['code', '`$x$`'],
    ['fenced code', '```sh\necho $HOME$x\n```'],
    ['a space after the sign', '$ x$'],
    ['a space before the sign', '$x $'],
    ['a sign that is not closed', 'a $x'],
    ['a paragraph in between', '$x\n\ny$'],
  ])('is not: %s', (_, text) => {
    expect(formulas(text)).toEqual([]);
  });
});
