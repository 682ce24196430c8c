import { renderBlocks } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import type { SplitContent, SplitFigure } from '../../outline/types.ts';
import type { OwnFields } from './fields.ts';

/** Figures that are so many times as wide as they are high have the whole width, and the text above or below them. */
const WIDE = 2.3;

/** A figure, and where the text has its place. */
export function viewSplit(
  { figureHeading, figure, isFigureFirst, rest }: SplitContent,
  context: RenderContext,
): OwnFields<'split'> {
  return {
    figure: renderBlocks(figureHeading === null ? [figure] : [figureHeading, figure], context),
    figureKind: figure.kind === 'division' ? 'chart' : figure.kind === 'figure' ? 'picture' : kindName(figure.kind),
    arrangement: rest.length === 0 ? 'alone' : isWide(figure, context) ? 'stacked' : 'beside',
    isFigureFirst,
  };
}

function kindName(kind: Exclude<SplitFigure['kind'], 'division' | 'figure'>): string {
  return { diagram: 'diagram', media: 'video', 'math-block': 'formula', table: 'table', code: 'code' }[kind];
}

function isWide(figure: SplitFigure, { pictureSize, diagram }: RenderContext): boolean {
  if (figure.kind === 'math-block') return true;
  const size =
    figure.kind === 'figure'
      ? pictureSize(figure.image.src)
      : figure.kind === 'diagram'
        ? (diagram(figure) ?? null)
        : null;
  return size !== null && size.widthPx / size.heightPx > WIDE;
}
