import { type Attributes, attributeOf, hasClass } from '../markdown/tree.ts';
import { secondsOf } from '../text/duration.ts';
import type { Finding } from '../text/finding.ts';
import { invalidKioskTime, invalidTransition } from './findings.ts';

/** How a slide comes when it follows another one. */
export const TRANSITIONS = ['none', 'fade', 'slide', 'zoom'] as const;
export type Transition = (typeof TRANSITIONS)[number];

/** How a slide comes and goes. */
export interface Motion {
  readonly transition: Transition;
  /** How long each of its steps shows before the next one comes by itself; 0 when the talk waits for a person. */
  readonly kioskSeconds: number;
  /** Whether what it has in common with the slide before or after it moves from place to place. */
  readonly isAnimated: boolean;
}

/** What a talk says for all slides. */
export type TalkMotion = Pick<Motion, 'transition' | 'kioskSeconds'>;

/**
 * How a slide comes and goes: as it says itself, by `{transition=fade}`, `{kiosk=40s}` and `{.auto-animate}`, else as the
 * talk does. A talk that waits for a person does so on every slide. Findings: `invalid-transition`, `invalid-kiosk-time`.
 */
export function motionOf(attributes: Attributes, talk: TalkMotion, findings: Finding[]): Motion {
  const transition = attributeOf(attributes, 'transition');
  const own = TRANSITIONS.find((name) => name === transition?.value);
  if (transition && own === undefined) findings.push(invalidTransition(transition.span, transition.value));
  const kiosk = attributeOf(attributes, 'kiosk');
  const seconds = kiosk ? secondsOf(kiosk.value) : talk.kioskSeconds;
  if (kiosk && !seconds) findings.push(invalidKioskTime(kiosk.span, kiosk.value));
  return {
    transition: own ?? talk.transition,
    kioskSeconds: talk.kioskSeconds === 0 ? 0 : (seconds ?? 0),
    isAnimated: hasClass(attributes, 'auto-animate'),
  };
}
