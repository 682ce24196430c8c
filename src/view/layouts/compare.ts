import { type RenderContext, renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { CompareContent } from '../../outline/types.ts';
import { NO_HTML } from '../../text/html.ts';
import { type OwnFields, stepText } from './fields.ts';

/** The columns. */
export function viewCompare({ columns }: CompareContent, context: RenderContext): OwnFields<'compare'> {
  return {
    columns: columns.map(({ heading, blocks, opener }) => ({
      heading: heading ? renderInlines(heading.children, context) : NO_HTML,
      body: renderBlocks(blocks, context),
      step: stepText(opener, context),
    })),
  };
}
