import { registerContent } from '../contents.ts';
import { fillRoom } from '../fill-room.ts';
import { SIGNS } from '../icon-button.ts';
import { drawIcon } from '../icons.ts';
import { stateKey } from '../state-key.ts';
import type { Talk } from '../talk.ts';

/** Two pictures of the same place, one over the other: a slider says how much of each is seen. */
registerContent({ selector: '[data-before-after]', start: startComparison });

const HALF = 50;

function startComparison(element: HTMLElement, talk: Talk): void {
  const [first, second] = element.querySelectorAll<HTMLElement>('.picture');
  if (first === undefined || second === undefined) return;
  const labels = { first: labelOf(first), second: labelOf(second) };
  const name = stateKey(element, 'before-after');
  const kept = talk.store.recall(name);
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = '100';
  slider.value = String(typeof kept === 'number' ? kept : HALF);
  slider.className = 'comparison-slider';
  slider.ariaLabel = talk.words.say('compare', labels);
  // A finger on it moves the slider, not the slides.
  slider.toggleAttribute('data-prevent-swipe', true);
  const show = (): void => {
    element.style.setProperty('--share', `${slider.value}%`);
    slider.setAttribute('aria-valuetext', talk.words.say('compare-share', { ...labels, percent: slider.value }));
  };
  slider.addEventListener('input', () => {
    show();
    talk.store.keep(name, Number(slider.value));
  });
  show();
  fillRoom(element, first);
  const line = document.createElement('div');
  line.className = 'comparison-line';
  line.ariaHidden = 'true';
  line.append(drawIcon(SIGNS.sides));
  element.append(slider, line);
  element.classList.add('is-compared');
}

function labelOf(picture: HTMLElement): string {
  return picture.querySelector('figcaption')?.textContent ?? '';
}
