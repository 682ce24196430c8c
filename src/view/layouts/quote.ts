import { renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import type { QuoteContent } from '../../outline/types.ts';
import type { OwnFields } from './fields.ts';

/** The quotation and who said it. */
export function viewQuote({ words, speaker, role }: QuoteContent, context: RenderContext): OwnFields<'quote'> {
  return {
    quote: renderBlocks(words, context),
    speaker: renderInlines(speaker, context),
    role: renderInlines(role, context),
  };
}
