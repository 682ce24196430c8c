import { firstLost, holds } from './holds.ts';
import { nameOf, setStep, slideIn } from './steps.ts';

/** A slide with things to work with, and the largest step at which it holds on paper. */
interface LiveSlide {
  readonly id: string;
  readonly step: number;
}

/** What came of it in the deck. */
interface LiveFit {
  /** The largest step at which all holds, whatever is pressed; the first one when none does. */
  readonly step: number;
  /** What does not hold at any step; '' when all does. */
  readonly lost: string;
}

/** Words are broken where they must be, and pictures are as large as paper has them: that was asked before. */
const DEMAND = { breaksWords: true, pictureShare: 0 };
/** What a person can press; a film starts, and what looks closely at a picture is over the slide. */
const CONTROLS = ':is(button, summary, input):not(:disabled, .media *, [data-zoom] *)';
const MOST_FRAMES = 300;

/** Goes to each slide in the deck, presses all that can be pressed there, and measures after each press. */
async function fitLiveSlides(slides: readonly LiveSlide[]): Promise<readonly LiveFit[]> {
  const fits: LiveFit[] = [];
  for (const { id, step } of slides) {
    const section = await arrive(id);
    fits.push(section === null ? { step, lost: '' } : await fitIn(section, step));
  }
  return fits;
}

async function fitIn(section: Element, most: number): Promise<LiveFit> {
  for (let step = most; step >= 1; step -= 1) {
    setStep(section, step);
    if (await holdsThroughout(section)) return { step, lost: '' };
  }
  const lost = firstLost(slideIn(section));
  return { step: 1, lost: lost === null ? nameOf(section) : nameOf(lost.element) };
}

async function holdsThroughout(section: Element): Promise<boolean> {
  const slide = slideIn(section);
  if (!holds(slide, DEMAND)) return false;
  for (const control of slide.querySelectorAll<HTMLElement>(CONTROLS)) {
    control.click();
    await nextFrame();
    if (!holds(slide, DEMAND)) return false;
  }
  return true;
}

/** The section of a slide when the deck shows it; `null` when it does not come. */
async function arrive(id: string): Promise<Element | null> {
  window.location.hash = `#${encodeURIComponent(id)}`;
  for (let frame = 0; frame < MOST_FRAMES; frame += 1) {
    await nextFrame();
    const section = document.querySelector('section.present');
    if (section?.id === id) return section;
  }
  return null;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

declare global {
  /** Called from outside of the deck, once it has started. */
  var rostrumFitLiveSlides: typeof fitLiveSlides | undefined;
}

globalThis.rostrumFitLiveSlides = fitLiveSlides;
