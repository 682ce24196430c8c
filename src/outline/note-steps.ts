import { type Attributes, attributeOf, type Block } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { unknownStep } from './findings.ts';
import type { Notes, Steps } from './types.ts';

/**
 * The step at which each block of the speaker's notes is said: after `{step=2}` at the end of one of them, the second,
 * until another one is named; after each `. . .` the next. Those before the first of these are said before the first
 * click. Finding: `unknown-step`.
 */
export function orderNotes({ speaker }: Notes, steps: Steps, findings: Finding[]): ReadonlyMap<Block, number> {
  const said = new Map<Block, number>();
  let current: number | null = null;
  for (const block of speaker) {
    if (block.kind === 'pause') {
      current = (current ?? 0) + 1;
      if (current > steps.count) findings.push(unknownStep(block.span, String(current), steps.count));
      continue;
    }
    const named = attributeOf(attributesOf(block), 'step');
    const step = named && steps.byOrder.get(Number(named.value));
    if (named && step === undefined) findings.push(unknownStep(named.span, named.value, steps.count));
    current = step ?? current;
    if (current !== null) said.set(block, current);
  }
  return said;
}

function attributesOf(block: Block): Attributes {
  return 'attributes' in block ? block.attributes : [];
}
