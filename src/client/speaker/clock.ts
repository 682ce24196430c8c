import { clockText } from '../clock.ts';

/** How long a talk has gone. By the clock on the wall, so that a machine that slept has not lost time. */
export interface ClockState {
  /** When it was started last, in ms since 1970; `null` while it stands. */
  readonly startedAt: number | null;
  /** What had gone before that. */
  readonly beforeMs: number;
}

/** A clock that was not started yet. */
export const NEW_CLOCK: ClockState = { startedAt: null, beforeMs: 0 };

/** What a clock shows, in ms. */
export function elapsedMs({ startedAt, beforeMs }: ClockState, now: number): number {
  return beforeMs + (startedAt === null ? 0 : Math.max(0, now - startedAt));
}

/** The same clock, started where it stood, or stopped where it went. */
export function toggled(clock: ClockState, now: number): ClockState {
  const beforeMs = elapsedMs(clock, now);
  return { startedAt: clock.startedAt === null ? now : null, beforeMs };
}

/** A time as people write it: 0:07, 12:30, 1:05:00. Parts of a second are left out. */
export function timeText(milliseconds: number): string {
  return clockText(Math.floor(milliseconds / 1000));
}
