import type { Store } from '../store.ts';
import { type ClockState, elapsedMs, NEW_CLOCK, toggled } from './clock.ts';
import { isClock } from './messages.ts';

/** The time that the talk has taken: started, paused and reset by the speaker, and kept over a reload. */
export class Timer {
  readonly #store: Store;
  readonly #changed: (clock: ClockState) => void;
  #clock: ClockState;
  #isOwn: boolean;

  constructor(store: Store, changed: (clock: ClockState) => void) {
    this.#store = store;
    this.#changed = changed;
    const kept = store.recall('clock');
    this.#isOwn = isClock(kept);
    this.#clock = isClock(kept) ? kept : NEW_CLOCK;
  }

  get clock(): ClockState {
    return this.#clock;
  }

  get isGoing(): boolean {
    return this.#clock.startedAt !== null;
  }

  get isNew(): boolean {
    return !this.isGoing && this.#clock.beforeMs === 0;
  }

  get elapsedMs(): number {
    return elapsedMs(this.#clock, Date.now());
  }

  toggle(): void {
    this.#set(toggled(this.#clock, Date.now()));
  }

  /** Back to nothing; a clock that goes, goes on from there. */
  reset(): void {
    this.#set(this.isGoing ? { startedAt: Date.now(), beforeMs: 0 } : NEW_CLOCK);
  }

  /** Takes over what the other window has kept, when this one has nothing of its own. */
  adopt(clock: ClockState): void {
    if (!this.#isOwn && (clock.startedAt !== null || clock.beforeMs > 0)) this.#set(clock);
  }

  #set(clock: ClockState): void {
    this.#clock = clock;
    this.#isOwn = true;
    this.#store.keep('clock', clock);
    this.#changed(clock);
  }
}
