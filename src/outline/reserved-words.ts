import { SLIDE_FLAGS } from './layout.ts';
import { CLASS_NAMES } from './notes.ts';
import { SLIDE_KEYS } from './slides.ts';

/** The keys and classes that mean something on every slide, and to every block of it: no field can have them for its name. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...SLIDE_KEYS,
  ...SLIDE_FLAGS,
  ...CLASS_NAMES,
  'step',
  'columns',
  'column',
]);
