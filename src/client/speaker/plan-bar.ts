import { timeText } from './clock.ts';
import type { Desk } from './desk.ts';
import { type PlanSection, paceSeconds } from './pace.ts';
import { partOf } from './page.ts';

/** Less than this is nothing that a speaker could do something about. */
const ON_TIME_SECONDS = 5;

/** The plan by section: where the talk stands in it, where it should, and how far these are apart. */
export class PlanBar {
  readonly #plan: readonly PlanSection[];
  readonly #desk: Desk;
  readonly #items = [...document.querySelectorAll<HTMLElement>('.plan li')];
  readonly #plannedSeconds: number;

  constructor(plan: readonly PlanSection[], desk: Desk) {
    this.#plan = plan;
    this.#desk = desk;
    this.#plannedSeconds = plan.reduce((sum, { timeSeconds }) => sum + timeSeconds, 0);
    for (const [number, item] of this.#items.entries()) {
      item.style.flexGrow = String(this.#shareOf(number));
      item.querySelector('button')?.addEventListener('click', () => desk.guide.go(plan[number]?.first ?? 0));
    }
  }

  show(index: number, elapsed: number): void {
    for (const [number, item] of this.#items.entries()) {
      const { first = 0, slideCount = 1 } = this.#plan[number] ?? {};
      const done = Math.min(1, Math.max(0, (index + 1 - first) / slideCount));
      item.querySelector<HTMLElement>('.plan-done')?.style.setProperty('width', `${done * 100}%`);
      const isPresent = index >= first && index < first + slideCount;
      const button = item.querySelector('button');
      if (isPresent) button?.setAttribute('aria-current', 'true');
      else button?.removeAttribute('aria-current');
    }
    this.#showPace(index, elapsed / 1000);
  }

  /** In seconds where times are planned, else in slides. */
  #shareOf(number: number): number {
    const { timeSeconds = 0, slideCount = 1 } = this.#plan[number] ?? {};
    return this.#plannedSeconds > 0 ? timeSeconds : slideCount;
  }

  #showPace(index: number, elapsedSeconds: number): void {
    const { words, timer } = this.#desk;
    const pace = paceSeconds(this.#plan, index, elapsedSeconds);
    const label = partOf('pace');
    const state =
      pace === null || timer.isNew
        ? ''
        : pace > ON_TIME_SECONDS
          ? 'ahead'
          : pace < -ON_TIME_SECONDS
            ? 'behind'
            : 'on-time';
    const text = state === '' ? '' : words.say(state, { time: timeText(Math.abs(pace ?? 0) * 1000) });
    if (label.textContent !== text) label.textContent = text;
    label.dataset.pace = state;
    const needle = partOf('needle');
    needle.hidden = pace === null || timer.isNew;
    needle.style.insetInlineStart = `${Math.min(1, elapsedSeconds / Math.max(1, this.#plannedSeconds)) * 100}%`;
  }
}
