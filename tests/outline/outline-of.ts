import { renderBlocks, renderInlines } from '../../src/markdown/render.ts';
import type { RenderContext } from '../../src/markdown/render-context.ts';
import type { Block, Inline } from '../../src/markdown/tree.ts';
import { parseOutline } from '../../src/outline/outline.ts';
import type { Content, Outline, Slide } from '../../src/outline/types.ts';
import { type DeclaredLayouts, NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import type { Finding } from '../../src/text/finding.ts';
import { createSource } from '../../src/text/source.ts';
import { NO_REFERENCES, PLAIN, placeAndRule } from '../markdown/parse-text.ts';

/** The outline of a text, as a later one of its talk, and what was found in it as `line:column rule`. */
export function outlineOf(
  text: string,
  isFirst = false,
  declared: DeclaredLayouts = NONE_DECLARED,
): { readonly outline: Outline; readonly findings: readonly Finding[]; readonly found: readonly string[] } {
  const { value, findings } = parseOutline(createSource('a.md', text), {
    isFirst,
    fields: null,
    references: NO_REFERENCES,
    declared,
  });
  return { outline: value, findings, found: findings.map(placeAndRule) };
}

/** The first slide of a text. */
export function slideOf(text: string, isFirst = false): Slide {
  const [slide] = outlineOf(text, isFirst).outline.slides;
  if (!slide) throw new Error('there is no slide');
  return slide;
}

export function blocksHtml(blocks: readonly Block[], context: RenderContext = PLAIN): string {
  return String(renderBlocks(blocks, context));
}

export function inlinesHtml(inlines: readonly Inline[]): string {
  return String(renderInlines(inlines, PLAIN));
}

/** Everything that a slide shows under its heading, as HTML, whatever its layout: lead, own parts, rest. */
export function contentHtml(content: Content): string {
  return [blocksHtml(content.lead), ...ownHtml(content), blocksHtml(content.rest)]
    .filter((part) => part !== '')
    .join('|');
}

function ownHtml(content: Content): readonly string[] {
  switch (content.kind) {
    case 'plain':
      return [];
    case 'quote':
      return [blocksHtml(content.words), inlinesHtml(content.speaker), inlinesHtml(content.role)];
    case 'compare':
      return content.columns.map(({ heading, blocks }) => inlinesHtml(heading?.children ?? []) + blocksHtml(blocks));
    case 'timeline':
      return content.events.map(
        ({ date, text, isMarked }) => `${isMarked ? '!' : ''}${inlinesHtml(date)}:${blocksHtml(text)}`,
      );
    case 'number':
      return [content.figure, inlinesHtml(content.text)];
    case 'figure':
      return [blocksHtml([content.figure])];
    case 'table':
      return [blocksHtml([content.table])];
    case 'code':
      return [blocksHtml([content.code])];
    case 'sources':
      return [blocksHtml([content.list])];
    case 'split':
      return [blocksHtml([content.figure])];
    case 'quiz':
      return content.options.map(
        ({ text, feedback, isRight }) => `${isRight ? '!' : ''}${blocksHtml(text)}:${blocksHtml(feedback)}`,
      );
  }
}
