/** Between two slides that look alike, type may be larger or smaller by so many steps: more is seen as a jump. */
const MOST_STEPS = 2;

/** A slide whose type is to be chosen. */
export interface TypedSlide {
  /** What it looks like: slides that have this in common are compared. */
  readonly look: string;
  /** The largest step that it can have. */
  readonly largest: number;
}

/**
 * The steps that slides have in a talk, in their order: the largest that each one can have, but no more than two above those
 * of the slides before and after it that look alike. A slide whose step is below `least` is a fault that is found, and makes
 * no other slide small.
 */
export function settleTypes(slides: readonly TypedSlide[], least: number): readonly number[] {
  const settled = slides.map(({ largest }) => largest);
  for (const group of alike(slides)) {
    const sound = group.filter((index) => (settled[index] ?? 0) >= least);
    for (const order of [sound, sound.toReversed()]) {
      for (const [place, index] of order.entries()) {
        const before = settled[order[place - 1] ?? -1];
        if (before !== undefined) settled[index] = Math.min(settled[index] ?? 0, before + MOST_STEPS);
      }
    }
  }
  return settled;
}

/** The places of slides that look alike, in their order. */
function alike(slides: readonly TypedSlide[]): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { look }] of slides.entries()) {
    const group = groups.get(look) ?? [];
    group.push(index);
    groups.set(look, group);
  }
  return groups.values();
}
