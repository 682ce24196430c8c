import type { ClockState } from './clock.ts';

/** The two windows of a talk. */
export type Role = 'projector' | 'speaker';

/** What one window says to the other: places and times, never a word of the talk or its notes. */
export type Message =
  /** It has opened. Whether for the first time: then it wants to be told where the talk stands. */
  | { readonly kind: 'hello'; readonly isNew: boolean }
  /** Where the projector's window stands. */
  | { readonly kind: 'at'; readonly index: number; readonly step: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'go'; readonly index: number; readonly step: number }
  /** How the speaker's clock goes: the other window keeps it, in case that this one is closed. */
  | { readonly kind: 'clock'; readonly clock: ClockState }
  | { readonly kind: 'bye' };

/** A message as it came; `null` for anything else. */
export function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null) return null;
  const { kind, index, step, isNew, clock } = data as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'hello':
      return { kind, isNew: isNew === true };
    case 'next':
    case 'previous':
    case 'bye':
      return { kind };
    case 'at':
    case 'go':
      return isCount(index) && isCount(step) ? { kind, index, step } : null;
    case 'clock':
      return isClock(clock) ? { kind, clock } : null;
    default:
      return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Whether something that was kept or said is the state of a clock. */
export function isClock(value: unknown): value is ClockState {
  if (typeof value !== 'object' || value === null) return false;
  const { startedAt, beforeMs } = value as Readonly<Record<string, unknown>>;
  return (startedAt === null || Number.isFinite(startedAt)) && Number.isFinite(beforeMs);
}
