import type { SlideSize } from '../slides.ts';
import type { Place } from '../stage.ts';
import { hideEnded, lightLines } from '../steps.ts';
import type { Course } from './course.ts';

/**
 * A small picture of a slide, drawn by the styles of the slides in a tree of its own: so that they touch nothing around
 * it, and nothing around touches them. It is only to look at.
 */
export class Preview {
  readonly #course: Course;
  readonly #slides = document.createElement('div');
  #shown = '';

  constructor(host: HTMLElement, course: Course, { widthPx, heightPx }: SlideSize, styles: string) {
    this.#course = course;
    const tree = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = styles;
    const frame = document.createElement('div');
    frame.className = 'reveal';
    frame.inert = true;
    frame.ariaHidden = 'true';
    this.#slides.className = 'slides';
    frame.append(this.#slides);
    tree.append(style, frame);
    const fillWidth = (): void => {
      const scale = host.clientWidth / widthPx;
      frame.style.transform = `scale(${scale})`;
    };
    new ResizeObserver(fillWidth).observe(host);
    frame.style.setProperty('--viewport-width', `${widthPx}px`);
    frame.style.setProperty('--viewport-height', `${heightPx}px`);
    frame.style.setProperty('--slide-scale', '1');
    fillWidth();
  }

  /** Shows a place; nothing for none. */
  show(place: Place | null): void {
    const name = place === null ? '' : `${place.index} ${place.step}`;
    if (name === this.#shown) return;
    this.#shown = name;
    const section = place && this.#course.draw(place);
    this.#slides.replaceChildren(...(section ? [section] : []));
    if (!section) return;
    hideEnded(section);
    for (const code of section.querySelectorAll<HTMLElement>('[data-lit-steps]')) lightLines(code);
  }
}
