import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/text/finding.ts';
import { formatFinding } from '../../src/text/frame.ts';
import { positionAt, type Span } from '../../src/text/source.ts';
import { publish } from './desk.ts';
import { oddTalk } from './fragments.ts';

/** Whether a place is in its file: neither before its beginning, nor past its end, nor past that of a line. */
function isInside({ source, start, end }: Span): boolean {
  const { line, column } = positionAt(source, start);
  const written = source.text.split('\n')[line - 1];
  return start >= 0 && start <= end && end <= source.text.length && column <= (written?.length ?? -1) + 1;
}

/** Whether a person can read it, and finds what it is about. */
function isSound(finding: Finding): boolean {
  const spans = [finding.span, finding.related?.span].filter((span) => span !== undefined);
  const shown = formatFinding(finding, { color: false });
  const words = `${finding.message} ${finding.hint ?? ''}`;
  return spans.every(isInside) && shown.includes(finding.message) && !/\bundefined\b|\[object|\bNaN\b/.test(words);
}

test('whatever is written becomes a deck, or findings that say where and what', async () => {
  let decks = 0;
  await fc.assert(
    fc.asyncProperty(oddTalk, async (files) => {
      const result = await publish(files);
      if (result.kind === 'deck') decks += 1;
      expect(result.findings.filter((finding) => !isSound(finding))).toEqual([]);
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(decks).toBeGreaterThan(40);
});
