import type { DrawnSlide } from './slides.ts';

/** The attributes of a section that say how it comes and goes. */
export function motionAttributes({ motion }: Pick<DrawnSlide, 'motion'>): string {
  const { transition, kioskSeconds, isAnimated } = motion;
  return [
    transition === 'none' ? '' : ` data-transition="${transition}" data-transition-speed="fast"`,
    kioskSeconds === 0 ? '' : ` data-kiosk="${kioskSeconds}"`,
    isAnimated ? ' data-animate' : '',
  ].join('');
}
