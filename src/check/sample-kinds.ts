/** The kinds of content that a theme is tried with; each is a talk of its own, `templates/samples/KIND.md`. */
export const SAMPLE_KINDS = ['short', 'long', 'missing', 'right-to-left', 'japanese', 'code'] as const;
/** A kind of content. */
export type SampleKind = (typeof SAMPLE_KINDS)[number];
