import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import { type Block, type Diagram, visitTree } from '../../src/markdown/tree.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES, PLAIN, placeAndRule } from './parse-text.ts';

/** The diagrams of a text, and what was found; `files` are those that it may name. */
function parsed(text: string, files: Readonly<Record<string, string>> = {}) {
  const references = {
    ...NO_REFERENCES,
    readText: (path: string) => (path in files ? createSource(path, files[path] ?? '') : null),
  };
  const { value: blocks, findings } = parseMarkdown(createSource('a.md', text), 0, references);
  const diagrams: Diagram[] = [];
  const block = (node: Block): void => {
    if (node.kind === 'diagram') diagrams.push(node);
  };
  visitTree(blocks, { block });
  return { blocks, diagrams, found: findings.map(placeAndRule) };
}

describe('a diagram', () => {
  test.each([
    ['is a block fenced as mermaid', '```mermaid\npie\n```', ['pie']],
    ['is fenced by tildes', '~~~ mermaid\npie\n~~~', ['pie']],
    ['has attributes', '```mermaid {#a .step alt="b"}\npie\n```', ['pie']],
    ['stands in a list', '- a\n\n  ```mermaid\n  pie\n    "a": 1\n  ```', ['pie\n  "a": 1']],
    ['stands in a quotation', '> ```mermaid\n> pie\n> ```', ['pie']],
    ['is empty', '```mermaid\n```', ['']],
    ['is no code of another language', '```text\npie\n```', []],
    ['is no code in a line', '`mermaid`', []],
  ])('%s', (_, text, texts) => {
    const { diagrams, found } = parsed(text);
    expect(diagrams.map((diagram) => diagram.text)).toEqual(texts);
    expect(found).toEqual([]);
  });

  test('is that of a file', () => {
    const { diagrams, found } = parsed('```mermaid {src=a.mmd}\n```', { 'a.mmd': 'pie\n' });
    expect(diagrams).toMatchObject([{ text: 'pie\n', file: { path: 'a.mmd' } }]);
    expect(found).toEqual([]);
  });

  test('is that of a file or its own, not both', () => {
    expect(parsed('```mermaid {src=a.mmd}\npie\n```', { 'a.mmd': 'pie' }).found).toEqual(['1:1 code-twice']);
  });

  test('becomes a figure that is one picture with its description', () => {
    const { blocks } = parsed('```mermaid {#a .wide .step lang=ja alt="b"}\npie\n```');
    const html = renderBlocks(blocks, {
      ...PLAIN,
      stepOf: () => '1',
      diagram: () => ({ svg: '<svg/>', description: 'A "pie"', widthPx: 500, heightPx: 300 }),
    });
    expect(String(html)).toBe(
      '<figure id="a" class="diagram wide" lang="ja" role="img" aria-label="A &quot;pie&quot;" style="--natural-height: 300px" data-step="1"><svg/></figure>',
    );
  });

  test('shows its text where it could not be drawn', () => {
    expect(String(renderBlocks(parsed('```mermaid\npie <b>\n```').blocks, PLAIN))).toBe(
      '<pre><code>pie &lt;b&gt;</code></pre>',
    );
  });
});
