import { describe, expect, test } from 'vitest';
import { plainView } from './view-of.ts';

const items = (count: number, text = 'a'): string => Array.from({ length: count }, () => `- ${text}`).join('\n');
const rows = (count: number): string => `| a |\n|---|\n${'| b |\n'.repeat(count)}`;
const code = (count: number): string => `\`\`\`\n${'a\n'.repeat(count)}\`\`\``;
const dates = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- **${1951 + index}** a`).join('\n');

async function densityOf(outline: string): Promise<string> {
  return (await plainView(outline)).slides[0].slide.density;
}

describe('the density', () => {
  test.each([
    ['of four points is low', `## A\n\n${items(4)}`, 'low'],
    ['of five points is medium', `## A\n\n${items(5)}`, 'medium'],
    ['of nine points is high', `## A\n\n${items(9)}`, 'high'],
    ['of points that run over two lines counts both', `## A\n\n${items(4, 'word '.repeat(16))}`, 'medium'],
    ['of nested points counts all', '## A\n\n- a\n  - b\n  - c\n- d\n  - e', 'medium'],
    ['of a short title is low', '# A', 'low'],
    ['of a long title is high', `# ${'word '.repeat(20)}`, 'high'],
    ['of a short statement is low', '## Who decides?', 'low'],
    ['of a long statement is high', `## ${'word '.repeat(30)}`, 'high'],
    ['of a short quotation is low', '> a', 'low'],
    ['of a quotation of 130 letters is medium', `> ${'x'.repeat(130)}`, 'medium'],
    ['of a quotation of 300 letters is high', `> ${'x'.repeat(300)}`, 'high'],
    ['of a number of two digits is low', '## 65\n\na', 'low'],
    ['of a number of five digits is medium', '## 1,000\n\na', 'medium'],
    ['of a number of nine digits is high', '## 1,000,000\n\na', 'high'],
    ['of three dates is low', dates(3), 'low'],
    ['of five dates is medium', dates(5), 'medium'],
    ['of six dates is high', dates(6), 'high'],
    ['of a table of four rows is low', rows(4), 'low'],
    ['of a table of eight rows is high', rows(8), 'high'],
    ['of code of eight lines is low', code(8), 'low'],
    ['of code of 14 lines is high', code(14), 'high'],
    ['of four sources is low', `## A {.sources}\n\n${items(4)}`, 'low'],
    ['of eight sources is high', `## A {.sources}\n\n${items(8)}`, 'high'],
    ['of a picture is low', '![a](a.svg)', 'low'],
    ['of columns is that of the fullest', `## A\n\n### B\n\na\n\n### C\n\n${items(9)}`, 'high'],
    ['of columns counts their narrow lines', `## A\n\n### B\n\n${'word '.repeat(40)}\n\n### C\n\na`, 'medium'],
    ['of the same words over the whole width is low', `## A\n\n${'word '.repeat(40)}`, 'low'],
    ['of notes is nothing', `## A\n\na\n\nNote:\n${items(20)}`, 'low'],
    ['of nothing is low', '---\n\n{.blank}', 'low'],
  ])('%s', async (_, outline, density) => {
    expect(await densityOf(outline)).toBe(density);
  });
});
