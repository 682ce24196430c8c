/** How steps are printed: a page for each, or one page with small pictures of what was before under the slide. */
export const STEP_PRINTS = ['pages', 'film'] as const;
/** One of these ways. */
export type StepPrint = (typeof STEP_PRINTS)[number];
