import { findTerms } from './find-slides.ts';
import { foldText } from './fold-text.ts';
import { textPieces } from './slide-text.ts';

const NAME = 'found';
const MARKED = 'has-found';
const SHOWN_MS = 6_000;
let timer = 0;

/** The places on a slide where words stand that can be marked, in order; but not in what `without` selects. */
export function rangesOf(section: Element, terms: readonly string[], without: string): readonly Range[] {
  const pieces = textPieces(section, without);
  const text = foldText(pieces.map((piece) => piece.text).join(''));
  const places = findTerms(text, terms);
  const ranges: Range[] = [];
  let start = 0;
  for (const { text: own, node } of pieces) {
    const end = start + own.length;
    for (const [from, to] of places) {
      if (node === null || to <= start || from >= end) continue;
      const range = document.createRange();
      range.setStart(node, Math.max(from - start, 0));
      range.setEnd(node, Math.min(to, end) - start);
      ranges.push(range);
    }
    start = end;
  }
  return ranges;
}

/** Marks places for a moment, where the browser can without touching the slide (CSS Custom Highlight API 1). */
export function markForAMoment(ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  window.clearTimeout(timer);
  CSS.highlights.set(NAME, new Highlight(...ranges));
  // A style for marks costs each move more, as long as it is for any element at all.
  document.documentElement.classList.add(MARKED);
  timer = window.setTimeout(() => {
    CSS.highlights.delete(NAME);
    document.documentElement.classList.remove(MARKED);
  }, SHOWN_MS);
}

/** How many steps of a slide must show for each of some words to be seen somewhere. */
export function stepWith(section: Element, terms: readonly string[], without: string): number {
  const steps = terms.map((term) => {
    const places = rangesOf(section, [term], without).map(stepOf);
    return places.length === 0 ? 0 : Math.min(...places);
  });
  return Math.max(0, ...steps);
}

function stepOf(range: Range): number {
  let step = 0;
  for (let element = range.startContainer.parentElement; element; element = element.parentElement) {
    const first = element.dataset.step?.split('-')[0] ?? '';
    if (first !== '') step = Math.max(step, Number(first));
  }
  return step;
}
