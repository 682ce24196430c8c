import { type RenderContext, renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { CodeContent, FigureContent, NumberContent, SourcesContent, TableContent } from '../../outline/types.ts';
import { escapeHtml, Html, NO_HTML } from '../../text/html.ts';
import type { OwnFields } from './fields.ts';

/** The number and what it counts. */
export function viewNumber({ figure, text }: NumberContent, context: RenderContext): OwnFields<'number'> {
  return { figure, text: renderInlines(text, context) };
}

/** `hasHeading` says whether anything but the picture is on the slide. */
export function viewFigure(content: FigureContent, hasHeading: boolean, context: RenderContext): OwnFields<'figure'> {
  const { src, alt, title } = content.figure.image;
  return {
    picture: { src: context.pictureUrl(src), alt },
    caption: title === '' ? NO_HTML : new Html(escapeHtml(title)),
    isAlone: !hasHeading && content.lead.length + content.rest.length === 0,
  };
}

/** The table and its size. */
export function viewTable({ table }: TableContent, context: RenderContext): OwnFields<'table'> {
  return {
    table: renderBlocks([table], context),
    rowCount: table.rows.length,
    columnCount: table.header.length,
  };
}

/** The highlighted code. */
export function viewCode({ code }: CodeContent, context: RenderContext): OwnFields<'code'> {
  return { code: renderBlocks([code], context) };
}

/** The sources, one by one. */
export function viewSources({ list }: SourcesContent, context: RenderContext): OwnFields<'sources'> {
  return { sources: list.items.map(({ blocks }) => renderBlocks(blocks, context)) };
}
