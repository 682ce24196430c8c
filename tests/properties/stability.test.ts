import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { type Block, type Inline, type ListItem, visitTree } from '../../src/markdown/tree.ts';
import { parseOutline } from '../../src/outline/outline.ts';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import { createSource, type Span } from '../../src/text/source.ts';
import { NO_REFERENCES } from '../markdown/parse-text.ts';
import { type Published, publish } from './desk.ts';
import { oddText } from './fragments.ts';
import { talk } from './outlines.ts';

const outline = talk.map(({ files }) => files['slides/00.md'] ?? '');

/** The spans of all nodes of a tree, in the order in which they are read. */
function spansOf(blocks: readonly Block[]): readonly Span[] {
  const spans: Span[] = [];
  const add = ({ span }: Block | ListItem | Inline): void => {
    spans.push(span);
  };
  visitTree(blocks, { block: add, item: add, inline: add });
  return spans;
}

function isInside({ source, start, end }: Span, from = 0, to = source.text.length): boolean {
  return from <= start && start <= end && end <= to;
}

async function published(files: Readonly<Record<string, string>>): Promise<Published> {
  const result = await publish(files);
  if (result.kind === 'refused') throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result;
}

test('the same talk gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(talk, async ({ files }) => {
      expect(await published(files)).toEqual(await published(files));
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('every place lies in its source, blocks of one parent follow one another, and slides too', () => {
  fc.assert(
    fc.property(fc.oneof(oddText, outline), (written) => {
      const source = createSource('a.md', written);
      const { value: blocks } = parseMarkdown(source, 0, NO_REFERENCES);
      expect(spansOf(blocks).filter((span) => !isInside(span))).toEqual([]);
      const { slides } = parseOutline(source, {
        isFirst: true,
        fields: null,
        references: NO_REFERENCES,
        declared: NONE_DECLARED,
      }).value;
      for (const siblings of [blocks, slides]) {
        const ends = siblings.map(({ span }, index) => [siblings[index - 1]?.span.end ?? 0, span] as const);
        expect(ends.filter(([end, span]) => !isInside(span, end))).toEqual([]);
      }
    }),
    { seed: 1, numRuns: 600 },
  );
});

test('a slide at the end changes no slide before it', async () => {
  await fc.assert(
    fc.asyncProperty(talk, async ({ files }) => {
      const before = await published(files);
      const after = await published({ ...files, 'slides/99.md': '## Another slide\n\n- at the end' });
      expect(after.slides.slice(0, -1)).toEqual(before.slides);
    }),
    { seed: 1, numRuns: 40 },
  );
});
