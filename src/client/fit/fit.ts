import { type Demand, firstLost, holds } from './holds.ts';
import './live.ts';
import { type SmallestText, smallestText } from './smallest-text.ts';
import { nameOf, setStep, slideIn } from './steps.ts';

/** What is measured: the boxes that hold slides, and how many steps their type has, from 1. */
interface FitRequest {
  readonly boxes: string;
  readonly steps: number;
  /** The step that is large enough: a larger one is not bought with broken words or small pictures. */
  readonly enough: number;
}

/** What came of one box, in their order. */
interface Fit {
  /** The largest step at which all that is on the slide holds; the smallest one when none does. */
  readonly step: number;
  /** What does not hold at any step; '' when all does. */
  readonly lost: string;
  readonly smallest: SmallestText;
}

/** From what is best to what will do. */
const DEMANDS: readonly Demand[] = [
  { breaksWords: false, pictureShare: 0.4 },
  { breaksWords: false, pictureShare: 0.25 },
  { breaksWords: false, pictureShare: 0.12 },
  { breaksWords: false, pictureShare: 0 },
  { breaksWords: true, pictureShare: 0 },
];
const UNBROKEN = 'is-unbroken';

/** The fit of each slide. All are tried together: a change of class costs one layout, however many slides it is about. */
function fitSlides({ boxes, steps, enough }: FitRequest): readonly Fit[] {
  keepWordsWhole();
  const holders = [...document.querySelectorAll(boxes)];
  const found = new Map<Element, number>();
  for (const demand of DEMANDS) {
    const pending = holders.filter((holder) => (found.get(holder) ?? 0) < enough && isAsked(holder, demand));
    document.documentElement.classList.toggle(UNBROKEN, !demand.breaksWords);
    for (const [holder, step] of largestSteps(pending, steps, demand)) {
      if (step > (found.get(holder) ?? 0)) found.set(holder, step);
    }
  }
  document.documentElement.classList.remove(UNBROKEN);
  for (const holder of holders) setStep(holder, found.get(holder) ?? 1);
  return holders.map((holder) => {
    const slide = slideIn(holder);
    const step = found.get(holder) ?? 0;
    const lost = step === 0 ? firstLost(slide) : null;
    return { step: Math.max(1, step), lost: lost === null ? '' : nameOf(lost.element), smallest: smallestText(slide) };
  });
}

/** Slides without pictures are asked once for each way of breaking words. */
function isAsked(holder: Element, { pictureShare }: Demand): boolean {
  return pictureShare === 0 || holder.querySelector('.picture, .chart, .diagram, .media') !== null;
}

/** The largest step at which each slide holds, found by halving: what holds at a step holds at all smaller ones. */
function largestSteps(holders: readonly Element[], steps: number, demand: Demand): ReadonlyMap<Element, number> {
  const ranges = new Map(holders.map((holder) => [holder, { low: 0, high: steps }]));
  for (let width = steps; width > 0; width = Math.floor(width / 2)) {
    const open = [...ranges].filter(([, { low, high }]) => low < high);
    const tried = open.map(([holder, { low, high }]) => ({ holder, step: Math.ceil((low + high) / 2) }));
    for (const { holder, step } of tried) setStep(holder, step);
    for (const { holder, step } of tried) {
      const range = ranges.get(holder);
      if (range === undefined) continue;
      if (holds(slideIn(holder), demand)) range.low = step;
      else range.high = step - 1;
    }
  }
  return new Map([...ranges].map(([holder, { low }]) => [holder, low]));
}

function keepWordsWhole(): void {
  const style = new CSSStyleSheet();
  style.replaceSync(
    `.${UNBROKEN} .slide :not(pre, pre *) { overflow-wrap: normal !important; word-break: normal !important; hyphens: manual !important }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
}

declare global {
  /** Called from outside of the page, once its fonts and pictures are there. */
  var rostrumFitSlides: typeof fitSlides | undefined;
}

globalThis.rostrumFitSlides = fitSlides;
