/** A section of the plan: its first slide, from 0, how many it has, and what it may take. */
export interface PlanSection {
  readonly first: number;
  readonly slideCount: number;
  readonly timeSeconds: number;
}

/**
 * How far a talk is from its plan, in seconds: more than 0 is ahead, less is behind, 0 within the time of the slide that
 * shows. A section's time is shared evenly by its slides. `null` where nothing is planned.
 */
export function paceSeconds(plan: readonly PlanSection[], index: number, elapsedSeconds: number): number | null {
  if (plan.every(({ timeSeconds }) => timeSeconds === 0)) return null;
  let before = 0;
  for (const { first, slideCount, timeSeconds } of plan) {
    const perSlide = timeSeconds / Math.max(1, slideCount);
    if (index < first + slideCount) {
      const start = before + perSlide * (index - first);
      if (elapsedSeconds < start) return start - elapsedSeconds;
      return Math.min(0, start + perSlide - elapsedSeconds);
    }
    before += timeSeconds;
  }
  return Math.min(0, before - elapsedSeconds);
}
