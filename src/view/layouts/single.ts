import { renderBlocks, renderCaption, renderInlines } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import { attributeValue, type Figure, hasClass } from '../../markdown/tree.ts';
import { idOf } from '../../outline/layout.ts';
import type { CodeContent, FigureContent, NumberContent, SourcesContent, TableContent } from '../../outline/types.ts';
import type { pictureShape } from '../contract.ts';
import type { ViewOf } from '../shape.ts';
import type { OwnFields } from './fields.ts';

/** The number and what it counts. */
export function viewNumber(
  { figure, text }: NumberContent,
  countsUp: boolean,
  context: RenderContext,
): OwnFields<'number'> {
  return { figure, countsUp, text: renderInlines(text, context) };
}

/** A picture by its parts. */
export function viewPicture({ image, attributes }: Figure, context: RenderContext): ViewOf<typeof pictureShape> {
  return {
    src: context.pictureUrl(image.src),
    alt: image.alt,
    id: idOf(attributes)?.name ?? '',
    canZoom: hasClass(attributes, 'zoom'),
    dataId: attributeValue(attributes, 'data-id'),
    width: attributeValue(attributes, 'width'),
  };
}

/** `hasOthers` says whether a heading, or a field that the layout declares, is on the slide too. */
export function viewFigure(content: FigureContent, hasOthers: boolean, context: RenderContext): OwnFields<'figure'> {
  return {
    picture: viewPicture(content.figure, context),
    caption: renderCaption(content.figure),
    isAlone: !hasOthers && content.lead.length + content.rest.length === 0,
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
