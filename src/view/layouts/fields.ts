import type { LayoutName, SlideView, SlideViewOf } from '../contract.ts';

/** The fields that a layout has beside those of every slide. */
export type OwnFields<L extends LayoutName> = Omit<SlideViewOf<L>, keyof SlideView>;
