import type { HandoutRequest } from '../deck/handout-pages.ts';
import type { Paper } from '../deck/paper-size.ts';
import type { StepPrint } from '../deck/step-print.ts';
import type { NoteKind } from '../view/note-kinds.ts';
import type { SlideChoice } from '../view/slide-choice.ts';
import type { TalkRequest } from './context.ts';
import type { PrintKind } from './print-files.ts';

/** What a person asks of a print. */
export interface PrintRequest extends TalkRequest {
  /** The kinds to print, each once, in the order in which they are told of. */
  readonly kinds: readonly PrintKind[];
  /** What all but the slides is printed on. */
  readonly paper: Paper;
  readonly handout: HandoutRequest;
  /** Whether what does not fit is cut off, and a warning. */
  readonly isForced: boolean;
  /** Which notes stand under the slides. */
  readonly noteKinds: ReadonlySet<NoteKind>;
  /** Which slides are printed; all when it is left out. */
  readonly slides?: readonly SlideChoice[] | undefined;
  /** How the steps of the slides are printed; `null` for all shown at once. */
  readonly steps: StepPrint | null;
  /** Whether the slides, and no other kind, are printed as pictures. */
  readonly asPictures: boolean;
}
