import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';

/** Slides are chosen by a name that no slide has. `known` are the ids of all slides. */
export function noSlideOfName(name: string, known: readonly string[]): Finding {
  return {
    rule: 'no-such-slide',
    severity: 'error',
    message: `no slide and no section has the id "${name}", by which slides are chosen`,
    hint: nearestHint(name, known),
  };
}

/** Slides are chosen by a place beyond the last one. */
export function noSlideOfNumber(number: number, count: number): Finding {
  return {
    rule: 'no-such-slide',
    severity: 'error',
    message: `there is no slide ${number}, by which slides are chosen`,
    hint: count === 1 ? 'the talk has one slide' : `the talk has ${count} slides, the last of which is ${count}`,
  };
}
