import { describe, expect, test } from 'vitest';
import type { Diagram } from '../../src/markdown/tree.ts';
import { createSource } from '../../src/text/source.ts';
import { checkSvg } from '../../src/typeset/check-svg.ts';
import { type Drawing, drawDiagrams } from '../../src/typeset/diagrams.ts';
import { parseText, placeAndRule } from '../markdown/parse-text.ts';

const DRAWN: Drawing = {
  kind: 'drawn',
  svg: '<svg width="9" height="9"><text x="1">A</text></svg>',
  widthPx: 500,
  heightPx: 300,
  words: ['A', 'B'],
  description: '',
};
const invalidAt = (line: number, column: number): Drawing => ({
  kind: 'invalid',
  reason: 'no',
  place: { line, column },
});

function diagramIn(outline: string): Diagram {
  const find = (blocks: readonly object[]): Diagram | undefined =>
    blocks.flatMap((block): readonly Diagram[] => {
      if ('kind' in block && block.kind === 'diagram') return [block as Diagram];
      return Object.values(block).flatMap((value) => (Array.isArray(value) ? (find(value) ?? []) : []));
    })[0];
  const diagram = find(parseText(outline).blocks);
  if (!diagram) throw new Error('the outline holds no diagram');
  return diagram;
}

/** What comes of the diagram in an outline when a browser says this of it. */
async function drawn(outline: string | Diagram, drawing: Drawing | null = DRAWN) {
  const diagram = typeof outline === 'string' ? diagramIn(outline) : outline;
  const asked: string[] = [];
  const { value, findings } = await drawDiagrams([diagram], async (texts) => {
    asked.push(...texts.map(({ prefix }) => prefix));
    return texts.map(() => drawing);
  });
  return { asked, result: value.get(diagram) ?? null, found: findings.map(placeAndRule), findings };
}
const fenced = (...lines: readonly string[]): string => ['```mermaid {alt="x"}', ...lines, '```'].join('\n');

describe('a diagram', () => {
  test('is drawn, with ids that no slide can have', async () => {
    const { result, found, asked } = await drawn(fenced('pie'));
    expect(result).toEqual({ svg: DRAWN.svg, description: 'x', widthPx: 500, heightPx: 300 });
    expect(found).toEqual([]);
    expect(asked).toEqual(['diagram/1/']);
  });

  test('is described by its attribute, else by its text, else by its words', async () => {
    const described: Drawing = { ...DRAWN, description: 'Said: by itself' };
    expect((await drawn(fenced('pie'), described)).result?.description).toBe('x');
    expect((await drawn('```mermaid\npie\n```', described)).result?.description).toBe('Said: by itself');
    const { result, found } = await drawn('```mermaid\npie\n```');
    expect(result?.description).toBe('A, B');
    expect(found).toEqual(['1:1 missing-alt']);
  });

  test.each([
    ['a click', fenced('flowchart LR', 'A --> B', '  click A "https://example.com"'), '4:1 diagram-link'],
    ['a call', fenced('classDiagram', 'callback A "b"'), '3:1 diagram-link'],
    [
      'a link of an actor',
      fenced('sequenceDiagram', 'A->>B: c', 'link A: d @ https://example.com'),
      '4:1 diagram-link',
    ],
    ['a theme', fenced("%%{init: {'theme': 'dark'}}%%", 'pie'), '2:12 diagram-setting'],
    ['a font', fenced('---', 'config:', '  fontFamily: Arial', '---', 'pie'), '4:3 diagram-setting'],
  ])('leaves out %s, and says so', async (_, outline, found) => {
    expect((await drawn(outline)).found).toEqual([found]);
  });

  test.each([
    ['a node called click', fenced('flowchart LR', 'clicker --> linked', 'click --> B["x"]', 'link --> B["x"]')],
    ['a message about a link', fenced('sequenceDiagram', 'A->>B: link me')],
    ['a setting of how it lies', fenced("%%{init: {'flowchart': {'curve': 'linear'}}}%%", 'flowchart LR')],
  ])('takes %s for what it is', async (_, outline) => {
    expect((await drawn(outline)).found).toEqual([]);
  });
});

describe('a diagram is not drawn', () => {
  test.each<readonly [string, string, Drawing | null, string]>([
    ['that is empty', fenced(''), DRAWN, '1:1 empty-diagram'],
    ['of 30,000 characters', fenced('x'.repeat(30_000)), DRAWN, '1:1 large-diagram'],
    ['of too many lines', fenced('flowchart'), { kind: 'too-many-lines', most: 9 }, '1:1 large-diagram'],
    ['that takes too long', fenced('flowchart'), null, '1:1 large-diagram'],
    [
      'of a type that is none',
      fenced('%% A remark', '', 'flow chart'),
      { kind: 'unknown-type' },
      '4:1 unknown-diagram-type',
    ],
    ['where nobody knows why', fenced('pie'), { kind: 'invalid', reason: 'no', place: null }, '1:1 invalid-diagram'],
  ])('%s', async (_, outline, drawing, found) => {
    expect(await drawn(outline, drawing)).toMatchObject({ result: null, found: [found] });
  });

  test('whose file cannot be had, and nothing more is said', async () => {
    expect((await drawn('```mermaid {src=a.mmd}\n```')).found).toEqual([]);
  });
});

describe('the place of an error', () => {
  test.each([
    ['in the first line', fenced('pie!'), invalidAt(1, 4), '2:4'],
    ['in a later line', fenced('pie', '  "a" : x'), invalidAt(2, 9), '3:9'],
    ['under remarks', fenced('%% one', 'pie', '%% two', '"a"'), invalidAt(2, 1), '5:1'],
    ['under settings', fenced("%%{init: {'a': 1}}%%", 'pie', '"a"'), invalidAt(2, 1), '4:1'],
    ['under front matter', fenced('---', 'title: a', '---', 'pie', '"a"'), invalidAt(2, 3), '6:3'],
    ['behind the last line', fenced('pie', '"a"'), invalidAt(99, 1), '3:3'],
    ['behind its line', fenced('pie', '"a"', '"b"'), invalidAt(2, 40), '3:3'],
    ['in a list', `- a\n\n  ${fenced('pie', '"a"').replaceAll('\n', '\n  ')}`, invalidAt(2, 2), '5:4'],
    ['in a quotation', `> ${fenced('pie', '', '"a"').replaceAll('\n', '\n> ')}`, invalidAt(3, 1), '4:3'],
  ])('is found %s', async (_, outline, drawing, place) => {
    expect((await drawn(outline, drawing)).found).toEqual([`${place} invalid-diagram`]);
  });

  test('is that in its file', async () => {
    const file = createSource('a.mmd', '%% remark\npie\n  "a" : x\n');
    const diagram = { ...diagramIn('```mermaid {src=a.mmd alt="x"}\n```'), text: file.text, file };
    const { found, findings } = await drawn(diagram, invalidAt(2, 9));
    expect(found).toEqual(['3:9 invalid-diagram']);
    expect(findings[0]?.span?.source.path).toBe('a.mmd');
  });
});

describe('what a browser draws', () => {
  test.each([
    [
      'shapes and words',
      '<svg width="9"><g transform="translate(1 2)"><path d="M0 0"/></g><text>a &lt; b</text></svg>',
    ],
    ['marks of its own', '<svg><path d="M0 0" marker-end="url(#diagram/1/2)"/></svg>'],
  ])('may hold %s', (_, svg) => {
    expect(checkSvg(svg)).toBe(svg);
  });

  test.each([
    ['a script', '<svg><script>1</script></svg>'],
    ['an event', '<svg onload="a"></svg>'],
    ['a style', '<svg style="a"></svg>'],
    ['a class', '<g class="fragment"></g>'],
    ['a link', '<a href="#a"></a>'],
    ['an address', '<path fill="url(https://example.com)"/>'],
    ['an address of an attribute', '<path href="https://example.com"/>'],
    ['a foreign object', '<foreignObject/>'],
    ['half a tag', '<path d="<"/>'],
  ])('holds no %s', (_, svg) => {
    expect(() => checkSvg(svg)).toThrow();
  });
});
