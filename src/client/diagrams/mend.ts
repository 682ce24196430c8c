import { mendTimeline } from './mend-timeline.ts';
import { moveBy, numberOf, translationOf } from './place.ts';
import { wrapText } from './wrap-text.ts';

/** In per cent. */
const NARROWEST_SLICE = 4;

/** Puts right, in a drawing of mermaid's that stands in the page, what neither its settings nor CSS reach. */
export function mendDrawing(svg: SVGSVGElement): void {
  // A line that says which day it is.
  for (const line of svg.querySelectorAll('.today')) line.remove();
  mendFlowchart(svg);
  mendSequence(svg);
  mendState(svg);
  mendEntities(svg);
  mendGantt(svg);
  mendJourney(svg);
  mendLegends(svg);
  mendMindmap(svg);
  mendHistory(svg);
  mendPie(svg);
  for (const axis of svg.querySelectorAll('.left-axis, .right-axis, .top-axis, .bottom-axis')) thinOutTicks(axis);
  mendTimeline(svg);
}

/** Arrowheads of 8 px are lost at the end of lines; titles in the middle of a group are crossed by what leads into it. */
function mendFlowchart(svg: SVGSVGElement): void {
  for (const marker of svg.querySelectorAll('marker[viewBox="0 0 10 10"][markerWidth="8"]')) {
    marker.setAttribute('markerWidth', '14');
    marker.setAttribute('markerHeight', '14');
    marker.setAttribute('refX', marker.id.endsWith('Start') ? '2.5' : '7.2');
  }
  for (const label of svg.querySelectorAll<SVGGElement>('.cluster > .cluster-label')) {
    const box = label.parentElement?.querySelector('rect');
    if (!box) continue;
    const { y } = translationOf(label);
    const { x } = label.getBBox();
    label.setAttribute('transform', `translate(${numberOf(box, 'x') + 16 - x}, ${y + 4})`);
  }
}

/** Without actors at the foot, lifelines go on far below the last message; names of people lie upon their feet, numbers over their dots. */
function mendSequence(svg: SVGSVGElement): void {
  const { y, height } = svg.viewBox.baseVal;
  for (const line of svg.querySelectorAll('line.actor-line')) {
    line.setAttribute('y2', String(y + height - 10));
    if (numberOf(line, 'y1') > 60) line.setAttribute('y1', String(numberOf(line, 'y1') + 14));
  }
  for (const name of svg.querySelectorAll<SVGTextElement>('text.actor-man')) moveBy(name, 0, 9);
  for (const dot of svg.querySelectorAll('marker[id$="sequencenumber"] circle')) dot.setAttribute('r', '12');
}

/** The head of a state that holds others: one line under its name in place of a box within the box. */
function mendState(svg: SVGSVGElement): void {
  for (const inner of svg.querySelectorAll('.statediagram-cluster rect.inner')) {
    const line = document.createElementNS(svg.namespaceURI, 'line');
    const [x, y, width] = ['x', 'y', 'width'].map((name) => numberOf(inner, name));
    const ends = { x1: x, y1: y, x2: (x ?? 0) + (width ?? 0), y2: y, class: 'divider' };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, String(value));
    inner.replaceWith(line);
  }
  for (const label of svg.querySelectorAll<SVGGElement>('.statediagram-cluster > .cluster-label')) moveBy(label, 0, 4);
}

/** Crow's feet grow with the lines that end in them, over the names of these. Entities with rows have no round corners. */
function mendEntities(svg: SVGSVGElement): void {
  if (svg.classList.contains('erDiagram')) {
    for (const box of svg.querySelectorAll<SVGRectElement>('.node rect')) box.style.rx = '0';
  }
  for (const marker of svg.querySelectorAll('marker.er')) {
    const [width = 0, height = 0] = ['markerWidth', 'markerHeight'].map((name) => numberOf(marker, name));
    marker.setAttribute('markerUnits', 'userSpaceOnUse');
    marker.setAttribute('viewBox', `0 0 ${width} ${height}`);
    marker.setAttribute('markerWidth', String(width * 1.2));
    marker.setAttribute('markerHeight', String(height * 1.2));
  }
}

/** Lines of the days stand upon the stripes of the sections, and no two of their names touch. */
function mendGantt(svg: SVGSVGElement): void {
  const stripes = svg.querySelector('rect.section')?.parentElement;
  for (const grid of svg.querySelectorAll('.grid')) {
    stripes?.after(grid);
    let right = Number.NEGATIVE_INFINITY;
    let before = '';
    for (const tick of grid.querySelectorAll('.tick')) {
      const text = tick.querySelector('text');
      const name = text?.textContent ?? '';
      const box = text?.getBoundingClientRect();
      if (!box) continue;
      if (name === before) tick.remove();
      else if (box.left < right + 16) text?.remove();
      else {
        right = box.right;
        before = name;
      }
    }
  }
}

/** The line of a journey ends before its last task, and long names of tasks stand over their boxes. */
function mendJourney(svg: SVGSVGElement): void {
  const tasks = [...svg.querySelectorAll('rect[class*="task-type"]')];
  const right = Math.max(...tasks.map((task) => numberOf(task, 'x') + numberOf(task, 'width')));
  for (const task of tasks) {
    for (const name of task.parentElement?.querySelectorAll<SVGTextElement>('text.task') ?? []) {
      wrapText(name, numberOf(task, 'width') - 20, 22);
    }
  }
  for (const line of svg.querySelectorAll('line[stroke-width="4"]')) {
    if (tasks.length > 0) line.setAttribute('x2', String(right - 8));
  }
}

/** The rows of legends lie as close as for smaller text. */
function mendLegends(svg: SVGSVGElement): void {
  for (const row of svg.querySelectorAll<SVGGElement>('g.legend')) {
    const { x, y } = translationOf(row);
    row.setAttribute('transform', `translate(${x}, ${y * 1.5})`);
    for (const text of row.querySelectorAll<SVGTextElement>('text')) moveBy(text, 6, 3);
  }
  const spread = (y: number): number => 60 + (y - 60) * 1.5;
  for (const dot of svg.querySelectorAll(':scope > circle[class^="actor-"]')) {
    dot.setAttribute('cy', String(spread(numberOf(dot, 'cy'))));
  }
  for (const name of svg.querySelectorAll('text.legend')) {
    name.setAttribute('y', String(spread(numberOf(name, 'y') - 7) + 7));
  }
}

/** Lines under the nodes of a mindmap, and words beside the middle of a circle. */
function mendMindmap(svg: SVGSVGElement): void {
  for (const line of svg.querySelectorAll('.mindmap-node > line')) line.remove();
  for (const label of svg.querySelectorAll<SVGGElement>('.mindmap-node > .label')) {
    const { x, width } = label.getBBox();
    moveBy(label, -translationOf(label).x - x - width / 2, 0);
  }
}

/** A commit without a name of its own has one that nobody wrote; a tag lies upon its commit, a name beside its box. */
function mendHistory(svg: SVGSVGElement): void {
  for (const box of svg.querySelectorAll('.branchLabelBkg')) {
    const name = box.nextElementSibling;
    if (!(name instanceof SVGGElement)) continue;
    const [around, within] = [box.getBoundingClientRect(), name.getBoundingClientRect()];
    moveBy(name, (around.left + around.right - within.left - within.right) / 2, 0);
  }
  for (const label of svg.querySelectorAll('text.commit-label')) {
    if (/^\d+-[0-9a-f]{7}$/.test(label.textContent ?? '')) label.parentElement?.remove();
  }
  for (const tag of svg.querySelectorAll<SVGGraphicsElement>('.tag-label-bkg, .tag-hole, .tag-label'))
    moveBy(tag, 0, -10);
}

/** Shares of slices that are narrower than their words. */
function mendPie(svg: SVGSVGElement): void {
  for (const share of svg.querySelectorAll('text.slice')) {
    if (Number.parseFloat(share.textContent ?? '') < NARROWEST_SLICE) share.remove();
  }
}

/** Where labels of an axis would touch, only some of them stay; upright, that of the lowest value among them. */
function thinOutTicks(axis: Element): void {
  const labels = [...axis.querySelectorAll('.label text')];
  const ticks = [...axis.querySelectorAll('.ticks path')];
  const boxes = labels.map((label) => label.getBoundingClientRect());
  const [first, second] = boxes;
  if (!first || !second) return;
  const isUpright = axis.matches('.left-axis, .right-axis');
  const needed = isUpright ? first.height : Math.max(...boxes.map(({ width }) => width)) + 12;
  const spacing = isUpright ? second.top - first.top : (second.left + second.right - first.left - first.right) / 2;
  const every = Math.ceil(needed / Math.max(1, Math.abs(spacing)));
  const kept = isUpright ? labels.length - 1 : 0;
  for (const [index, label] of labels.entries()) {
    if ((index - kept) % every === 0) continue;
    label.remove();
    ticks[index]?.remove();
  }
}
