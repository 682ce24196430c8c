import type { Block, Inline } from '../markdown/tree.ts';
import { walkInlines } from '../markdown/tree.ts';
import type { Content, Slide } from '../outline/types.ts';

/** All blocks that a slide shows under its heading, whatever its layout; not its notes. */
export function contentBlocks(content: Content): readonly Block[] {
  return [...ownBlocks(content), ...content.rest];
}

function ownBlocks(content: Content): readonly Block[] {
  switch (content.kind) {
    case 'plain':
      return [];
    case 'quote':
      return [...content.words, lineOf(content.speaker), lineOf(content.role)].flat();
    case 'compare':
      return content.columns.flatMap(({ heading, blocks }) => (heading ? [heading, ...blocks] : blocks));
    case 'timeline':
      return content.events.flatMap(({ date, text }) => [...lineOf(date), ...text]);
    case 'number':
      return lineOf(content.text);
    case 'figure':
      return [content.figure];
    case 'table':
      return [content.table];
    case 'code':
      return [content.code];
    case 'sources':
      return [content.list];
  }
}

function lineOf(inlines: readonly Inline[]): readonly Block[] {
  const [first] = inlines;
  return first ? [{ kind: 'paragraph', children: inlines, attributes: [], isTight: true, span: first.span }] : [];
}

/** All inlines that a slide shows, its heading's first; not those of its notes. */
export function* slideInlines(slide: Slide): Generator<Inline> {
  if (slide.heading) yield* walkInlines([slide.heading]);
  yield* walkInlines(contentBlocks(slide.content));
}
