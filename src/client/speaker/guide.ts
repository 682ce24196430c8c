import type { Place } from '../stage.ts';
import type { Store } from '../store.ts';
import type { Course } from './course.ts';
import type { Link } from './link.ts';
import type { Message } from './messages.ts';

/** Longer than any window takes that is there at all. */
const ANSWER_MS = 1500;

/** What a guide tells of itself. */
export interface GuideListener {
  /** The talk stands elsewhere, or the window of the slides has come or gone. */
  changed(): void;
  /** The talk has left its beginning, before the eyes of this window. */
  began(): void;
}

/**
 * Where the talk stands, as the speaker's window knows it. The window of the slides decides: wishes go to it, and its
 * place is followed. While it is not there the speaker goes on alone, and it is told the place when it comes back.
 */
export class Guide {
  readonly #course: Course;
  readonly #store: Store;
  readonly #listener: GuideListener;
  #link: Link | null = null;
  #place: Place;
  #isFollowed = false;
  #waiting = 0;

  constructor(course: Course, store: Store, listener: GuideListener) {
    this.#course = course;
    this.#store = store;
    this.#listener = listener;
    const kept = store.recall('place') as Partial<Place> | null;
    this.#place = course.clamped({ index: Number(kept?.index) || 0, step: Number(kept?.step) || 0 });
  }

  use(link: Link): void {
    this.#link = link;
  }

  get place(): Place {
    return this.#place;
  }

  /** Whether the window of the slides is there. */
  get isFollowed(): boolean {
    return this.#isFollowed;
  }

  next(): void {
    this.#wish({ kind: 'next' }, () => this.#course.after(this.#place));
  }

  previous(): void {
    this.#wish({ kind: 'previous' }, () => this.#course.before(this.#place));
  }

  go(index: number, step = 0): void {
    const place = this.#course.clamped({ index, step });
    this.#wish({ kind: 'go', ...place }, () => place);
  }

  /** What the window of the slides says of its place. */
  hear(message: Message): void {
    if (message.kind === 'clock') return;
    window.clearTimeout(this.#waiting);
    const isMove = this.#isFollowed;
    this.#isFollowed = message.kind !== 'bye';
    if (message.kind === 'at') this.#arrive(this.#course.clamped(message), isMove);
    else if (message.kind === 'hello' && message.isNew) this.#link?.send({ kind: 'go', ...this.#place });
    this.#listener.changed();
  }

  #wish(message: Message, alone: () => Place | null): void {
    const act = (): void => {
      const place = alone();
      if (place !== null) this.#arrive(place, true);
      this.#listener.changed();
    };
    if (!this.#isFollowed) {
      act();
      return;
    }
    this.#link?.send(message);
    window.clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => {
      this.#isFollowed = false;
      act();
    }, ANSWER_MS);
  }

  #arrive(place: Place, isMove: boolean): void {
    const isStart = this.#place.index === 0 && this.#place.step === 0;
    this.#place = place;
    this.#store.keep('place', place);
    if (isMove && isStart && place.index + place.step > 0) this.#listener.began();
  }
}
