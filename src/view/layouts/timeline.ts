import { renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { RenderContext } from '../../markdown/render-context.ts';
import type { TimelineContent } from '../../outline/types.ts';
import type { OwnFields } from './fields.ts';

/** The events of a timeline. */
export function viewTimeline({ events }: TimelineContent, context: RenderContext): OwnFields<'timeline'> {
  return {
    events: events.map(({ item, date, text, isMarked }) => ({
      date: renderInlines(date, context),
      text: renderBlocks(text, context),
      isMarked,
      step: context.stepOf(item),
    })),
  };
}
