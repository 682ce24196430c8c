import { describe, expect, test } from 'vitest';
import { elapsedMs, timeText, toggled } from '../../src/client/speaker/clock.ts';
import { readMessage } from '../../src/client/speaker/messages.ts';
import { paceSeconds } from '../../src/client/speaker/pace.ts';

describe('the clock of a talk', () => {
  test('goes on from where it stood', () => {
    const started = toggled({ startedAt: null, beforeMs: 0 }, 1_000);
    expect(elapsedMs(started, 4_000)).toBe(3_000);
    const paused = toggled(started, 4_000);
    expect(elapsedMs(paused, 99_000)).toBe(3_000);
    expect(elapsedMs(toggled(paused, 100_000), 101_000)).toBe(4_000);
  });

  test('never goes back when that of the machine is set back', () => {
    expect(elapsedMs({ startedAt: 10_000, beforeMs: 500 }, 2_000)).toBe(500);
  });

  test.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [754_000, '12:34'],
    [3_600_000, '1:00:00'],
    [36_005_000, '10:00:05'],
  ])('shows %i ms as %s', (milliseconds, text) => expect(timeText(milliseconds)).toBe(text));
});

describe('the pace', () => {
  const plan = [
    { first: 0, slideCount: 2, timeSeconds: 60 },
    { first: 2, slideCount: 1, timeSeconds: 120 },
  ];

  test.each([
    [0, 0, 0],
    [0, 30, 0],
    [0, 40, -10],
    [1, 10, 20],
    [1, 45, 0],
    [2, 0, 60],
    [2, 180, 0],
    [2, 200, -20],
    [9, 200, -20],
  ])('at slide %i after %i s is %i s', (index, elapsed, pace) => {
    expect(paceSeconds(plan, index, elapsed)).toBeCloseTo(pace);
  });

  test('is none without times', () => {
    expect(paceSeconds([{ first: 0, slideCount: 3, timeSeconds: 0 }], 1, 5)).toBeNull();
  });
});

describe('a message', () => {
  test.each([
    [
      { kind: 'go', index: 2, step: 0, more: 1 },
      { kind: 'go', index: 2, step: 0 },
    ],
    [{ kind: 'next' }, { kind: 'next' }],
    [{ kind: 'hello' }, { kind: 'hello', isNew: false }],
    [
      { kind: 'clock', clock: { startedAt: null, beforeMs: 5 } },
      { kind: 'clock', clock: { startedAt: null, beforeMs: 5 } },
    ],
    [{ kind: 'go', index: -1, step: 0 }, null],
    [{ kind: 'go', index: '2', step: 0 }, null],
    [{ kind: 'go', index: 1.5, step: 0 }, null],
    [{ kind: 'clock', clock: { startedAt: 'now', beforeMs: 5 } }, null],
    [{ kind: 'clock', clock: null }, null],
    [{ kind: 'eval' }, null],
    [null, null],
    ['next', null],
  ])('as %j is read as %j', (data, message) => expect(readMessage(data)).toEqual(message));
});
