import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNarrator, progressLine } from '../../src/commands/progress.ts';

/** A screen that keeps what is written on it; a terminal when it has columns. */
function screenOf(columns?: number) {
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  return { written, screen: { write, ...(columns === undefined ? {} : { isTTY: true, columns }) } };
}

/** What stands on a terminal after all that was written, line by line. */
function shownBy(written: readonly string[]): readonly string[] {
  return written
    .join('')
    .split('\n')
    .map((line) => line.split('\r\x1b[2K').at(-1) ?? '');
}

const step = (done: number, what = 'notes') => ({ done, total: 1000, what });

test.each([
  [0, 'print  [--------------------]  0/92  notes'],
  [46, 'print  [##########----------]  46/92  notes'],
  [91, 'print  [###################-]  91/92  notes'],
  [92, 'print  [####################]  92/92  notes'],
])('after %i of 92 slides the bar is "%s"', (done, line) => {
  expect(progressLine('print', { done, total: 92, what: 'notes' })).toBe(line);
});

describe('on a terminal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('one line shows how far it is, and is taken away at the end', () => {
    const { written, screen } = screenOf(80);
    const { progress, end } = createNarrator(screen, 'print', {});
    progress(step(0));
    progress(step(500));
    expect(shownBy(written)).toEqual(['| print  [##########----------]  500/1000  notes']);
    end();
    expect(shownBy(written)).toEqual(['']);
    vi.advanceTimersByTime(10_000);
    expect(shownBy(written)).toEqual(['']);
  });

  test('it turns while nothing else moves', () => {
    const { written, screen } = screenOf(80);
    const { progress, end } = createNarrator(screen, 'print', {});
    progress(step(500));
    const signs = [0, 1, 2, 3, 4].map(() => {
      vi.advanceTimersByTime(125);
      return shownBy(written)[0]?.[0];
    });
    expect(signs).toEqual(['/', '-', '\\', '|', '/']);
    end();
  });

  test('what is said stands above it, and stays', () => {
    const { written, screen } = screenOf(80);
    const { say, progress, end } = createNarrator(screen, 'print', {});
    say('before');
    progress(step(0));
    say('between');
    expect(shownBy(written)).toEqual(['before', 'between', expect.stringMatching(/^\| print /)]);
    end();
    expect(shownBy(written)).toEqual(['before', 'between', '']);
  });

  test('it keeps to one line of a narrow one', () => {
    const { written, screen } = screenOf(20);
    const { progress, end } = createNarrator(screen, 'print', {});
    progress(step(0));
    expect(shownBy(written)[0]).toHaveLength(19);
    end();
  });

  test('nothing is written by a command that says nothing', () => {
    const { written, screen } = screenOf(80);
    createNarrator(screen, 'build', {}).end();
    expect(written).toEqual([]);
  });
});

describe('where no line can be drawn anew', () => {
  test.each([
    ['no terminal is', screenOf(), {}],
    ['colours are not wanted', screenOf(80), { NO_COLOR: '1' }],
    ['the terminal is a dumb one', screenOf(80), { TERM: 'dumb' }],
    ['a machine builds', screenOf(80), { CI: 'true' }],
  ])('as %s, each part of long work is a line of its own', (_, { written, screen }, environment) => {
    const { say, progress, end } = createNarrator(screen, 'print', environment);
    say('first');
    progress(step(0, 'slides'));
    progress(step(500, 'slides'));
    progress(step(500));
    progress(step(1000));
    end();
    expect(written).toEqual([
      'first\n',
      'print: 500 of 1000 slides done (slides)\n',
      'print: 1000 of 1000 slides done (notes)\n',
    ]);
  });

  test('short work is not told of', () => {
    const { written, screen } = screenOf();
    const { progress, end } = createNarrator(screen, 'print', {});
    for (const done of [0, 99, 199]) progress({ done, total: 199, what: 'slides' });
    end();
    expect(written).toEqual([]);
  });
});
