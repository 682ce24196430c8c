/** The kinds of notes that papers can have: what is said, what a handout has, what is for the speaker alone. */
export const NOTE_KINDS = ['speaker', 'handout', 'private'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
