import { renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import { attributeValue } from '../../markdown/tree.ts';
import type { Column, CompareContent } from '../../outline/types.ts';
import { NO_HTML } from '../../text/html.ts';
import type { OwnFields } from './fields.ts';

/** The columns. */
export function viewCompare({ columns }: CompareContent, context: RenderContext): OwnFields<'compare'> {
  return {
    columnWidths: widthsOf(columns),
    columns: columns.map(({ heading, blocks, opener }) => ({
      heading: heading ? renderInlines(heading.children, context) : NO_HTML,
      body: renderBlocks(blocks, context),
      step: context.stepOf(opener),
    })),
  };
}

const WHOLE = 100;

/** Columns that name no width share what the others leave. */
function widthsOf(columns: readonly Column[]): string {
  const widths = columns.map(({ opener }) =>
    opener.kind === 'division' ? Number.parseFloat(attributeValue(opener.attributes, 'width')) : Number.NaN,
  );
  const given = widths.filter((width) => !Number.isNaN(width));
  if (given.length === 0) return '';
  const left = Math.max(WHOLE - given.reduce((sum, width) => sum + width, 0), widths.length);
  const share = left / Math.max(1, widths.length - given.length);
  return widths.map((width) => `${Math.round(Number.isNaN(width) ? share : width)}fr`).join(' ');
}
