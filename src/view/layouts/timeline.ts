import { type RenderContext, renderBlocks, renderInlines } from '../../markdown/render.ts';
import type { TimelineContent } from '../../outline/types.ts';
import { type OwnFields, stepText } from './fields.ts';

/** The events of a timeline. */
export function viewTimeline({ events }: TimelineContent, context: RenderContext): OwnFields<'timeline'> {
  return {
    events: events.map(({ item, date, text, isMarked }) => ({
      date: renderInlines(date, context),
      text: renderBlocks(text, context),
      isMarked,
      step: stepText(item, context),
    })),
  };
}
