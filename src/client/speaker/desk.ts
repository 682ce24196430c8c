import type { SlideSize } from '../slides.ts';
import type { Store } from '../store.ts';
import type { Words } from '../words.ts';
import type { Course } from './course.ts';
import type { Guide } from './guide.ts';
import type { PlanSection } from './pace.ts';
import type { Timer } from './timer.ts';

/** What the page of the speaker's window says to its script. */
export interface SpeakerData {
  readonly key: string;
  readonly secret: string;
  readonly size: SlideSize;
  readonly lang: string;
  /** What the whole talk may take; 0 when nobody says. */
  readonly timeSeconds: number;
  readonly plan: readonly PlanSection[];
  readonly words: Readonly<Record<string, string>>;
}

/** All that the controls of the speaker's window work with. */
export interface Desk {
  readonly course: Course;
  readonly guide: Guide;
  readonly timer: Timer;
  readonly words: Words;
  /** What a person prefers in every talk. */
  readonly preferences: Store;
  /** Opens the window of the slides; false when the browser does not let it. */
  openSlides(): boolean;
}
