import { numberOf, translationOf } from './place.ts';

/** In px: the space around a text in its box, between rows, and between the boxes of a column. */
const PADDING = 12;
const ROW_GAP = 22;
const BOX_GAP = 8;

interface TimelineBox {
  readonly group: SVGGElement;
  readonly x: number;
  readonly textHeight: number;
}

/**
 * A timeline from left to right, closer together: mermaid makes all boxes as high as it guesses the highest to be, and
 * draws lines far beyond them. Sections above, then days over a line in the colour of their section, events under it.
 */
export function mendTimeline(svg: SVGSVGElement): void {
  const days = boxesOf(svg, '.taskWrapper');
  const events = boxesOf(svg, '.eventWrapper');
  const sections = boxesOf(svg, 'g:not([class])').filter(({ group }) => group.querySelector(':scope > .timeline-node'));
  if (days.length === 0 || new Set(days.map(({ x }) => x)).size < days.length) return;
  for (const wrapper of svg.querySelectorAll('.lineWrapper')) wrapper.remove();
  const top = Math.min(...[...sections, ...days].map(({ group }) => translationOf(group).y));
  const sectionHeight = highest(sections) + (sections.length === 0 ? 0 : 2 * PADDING);
  for (const box of sections) place(box, top, sectionHeight);
  const dayTop = top + sectionHeight + (sections.length === 0 ? 0 : ROW_GAP - PADDING);
  const dayHeight = highest(days) + 2 * PADDING;
  for (const box of days) place(box, dayTop, dayHeight);
  const next = new Map<number, number>();
  for (const box of events) {
    const y = next.get(box.x) ?? dayTop + dayHeight + ROW_GAP;
    place(box, y, box.textHeight + 2 * PADDING);
    next.set(box.x, y + box.textHeight + 2 * PADDING + BOX_GAP);
  }
}

function boxesOf(svg: SVGSVGElement, selector: string): readonly TimelineBox[] {
  return [...svg.querySelectorAll<SVGGElement>(selector)].flatMap((group): readonly TimelineBox[] => {
    const text = group.querySelector<SVGTextElement>('.timeline-node text');
    return text ? [{ group, x: translationOf(group).x, textHeight: text.getBBox().height }] : [];
  });
}

function highest(boxes: readonly TimelineBox[]): number {
  return Math.max(0, ...boxes.map(({ textHeight }) => textHeight));
}

/** Puts a box at a height, with its text in the middle. */
function place({ group, x, textHeight }: TimelineBox, y: number, height: number): void {
  group.setAttribute('transform', `translate(${x}, ${y})`);
  const line = group.querySelector('.timeline-node line');
  const width = line ? numberOf(line, 'x2') : 0;
  const background = group.querySelector('.timeline-node path');
  background?.setAttribute(
    'd',
    `M8 0H${width - 8}Q${width} 0 ${width} 8V${height - 8}Q${width} ${height} ${width - 8} ${height}H8Q0 ${height} 0 ${height - 8}V8Q0 0 8 0Z`,
  );
  line?.setAttribute('y1', String(height));
  line?.setAttribute('y2', String(height));
  if (!group.matches('.taskWrapper')) line?.remove();
  const text = group.querySelector<SVGTextElement>('.timeline-node text');
  const around = text?.parentElement;
  if (!text || !around) return;
  around.setAttribute('transform', `translate(${width / 2}, ${(height - textHeight) / 2 - text.getBBox().y})`);
}
