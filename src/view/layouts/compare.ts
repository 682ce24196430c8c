import { renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import { type Attributes, attributeValue, type Block } from '../../markdown/tree.ts';
import type { Column, CompareContent } from '../../outline/types.ts';
import { NO_HTML } from '../../text/html.ts';
import type { OwnFields } from './fields.ts';
import { languageOf } from './language.ts';

/** The columns. */
export function viewCompare({ columns }: CompareContent, context: RenderContext): OwnFields<'compare'> {
  return {
    columnWidths: widthsOf(columns),
    columns: columns.map(({ heading, blocks, opener }) => ({
      heading: heading ? renderInlines(heading.children, context) : NO_HTML,
      body: renderBlocks(blocks, context),
      ...attributesOf(heading?.attributes ?? [], opener, context),
      step: context.stepOf(opener),
    })),
  };
}

/** What a column is told by its division, and by its heading. */
function attributesOf(heading: Attributes, opener: Block, context: RenderContext) {
  const attributes = [...(opener.kind === 'division' ? opener.attributes : []), ...heading];
  return {
    id: attributes.find(({ kind }) => kind === 'id')?.name ?? '',
    classes: attributes
      .filter(({ kind, name }) => kind === 'class' && !TAKEN.has(name))
      .map(({ name }) => name)
      .join(' '),
    ...languageOf(attributes, context),
  };
}

/** Classes that say what a column is and when it shows. */
const TAKEN = new Set(['column', 'step', 'steps']);
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
