import type { Span } from '../../text/source.ts';
import { trackFences } from '../fences.ts';
import { type Edit, editTraced, originAt, type TracedText } from '../traced.ts';

/** A look at the lines of a text from one of them on: how many it takes, and what stands in their place. */
export interface TakenLines {
  readonly count: number;
  readonly text: string;
}
/** `null` when the lines are none of its business. Lines come without their ends. */
export type LineRule = (lines: readonly string[], index: number, origin: Span) => TakenLines | null;

/** A text rewritten by rules for lines, the first that takes a line counts; fenced code is one line for `onFence` alone. */
export function applyLineRules(traced: TracedText, onFence: LineRule, rules: readonly LineRule[]): TracedText {
  const lines = traced.text.split('\n');
  const edits: Edit[] = [];
  let isCode = trackFences();
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const start = traced.starts[index] ?? 0;
    const isFence = isCode(line.trimEnd());
    const used = isFence ? [onFence] : rules;
    const taken = used.map((rule) => rule(lines, index, originAt(traced, start))).find((found) => found !== null);
    if (!taken) {
      index += 1;
      continue;
    }
    const last = index + taken.count - 1;
    edits.push({ start, end: (traced.starts[last] ?? 0) + (lines[last] ?? '').length, text: taken.text });
    index += taken.count;
    // What was taken may have ended in the middle of what the tracker saw begin.
    isCode = trackFences();
  }
  return editTraced(traced, edits);
}
