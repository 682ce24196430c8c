/** The size of a slide, in CSS px. */
export const SLIDE_WIDTH = 1280;
export const SLIDE_HEIGHT = 720;
