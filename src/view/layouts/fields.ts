import type { RenderContext } from '../../markdown/render.ts';
import type { Block, ListItem } from '../../markdown/tree.ts';
import type { LayoutName, SlideView, SlideViewOf } from '../contract.ts';

/** The fields that a layout has beside those of every slide. */
export type OwnFields<L extends LayoutName> = Omit<SlideViewOf<L>, keyof SlideView>;

/** The step of a node as templates write it: '' when it shows from the start. */
export function stepText(node: Block | ListItem, context: RenderContext): string {
  const step = context.stepOf(node);
  return step === null ? '' : String(step);
}
