import type { SlideSize } from '../slides.ts';
import type { Store } from '../store.ts';
import { type Pen, readStrokes, STROKE_WIDTH, type Stroke, strokePath } from './strokes.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Points nearer than this, in px of the slide, say nothing new. */
const STEP = 2;

/** What is drawn on one slide: it lies over the slide, is as large, and is kept over a reload. */
export class Sketch {
  readonly svg = document.createElementNS(SVG, 'svg');
  readonly #size: SlideSize;
  readonly #store: Store;
  readonly #name: string;
  /** What there was before each change, for who takes it back. */
  readonly #before: (readonly Stroke[])[] = [];
  #strokes: readonly Stroke[];

  constructor(section: HTMLElement, size: SlideSize, store: Store) {
    this.#size = size;
    this.#store = store;
    this.#name = nameOf(section);
    this.#strokes = readStrokes(store.recall(this.#name));
    this.svg.setAttribute('class', 'drawing');
    this.svg.setAttribute('viewBox', `0 0 ${size.widthPx} ${size.heightPx}`);
    this.svg.setAttribute('aria-hidden', 'true');
    // reveal.js's own word: who draws does not turn slides.
    this.svg.setAttribute('data-prevent-swipe', '');
    this.svg.append(...this.#strokes.map(drawStroke));
    section.append(this.svg);
  }

  /** Whether something was drawn on a slide before the page was loaded. */
  static isKept(section: HTMLElement, store: Store): boolean {
    return readStrokes(store.recall(nameOf(section))).length > 0;
  }

  get strokes(): readonly Stroke[] {
    return this.#strokes;
  }

  get canUndo(): boolean {
    return this.#before.length > 0 || this.#strokes.length > 0;
  }

  /** Follows a pen from where it came down until it is lifted; `done` is called then. */
  follow(down: PointerEvent, pen: Pen, done: () => void): void {
    const points = [...this.#pointOf(down)];
    const path = drawStroke({ pen, points });
    this.svg.append(path);
    this.svg.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      for (const each of event.getCoalescedEvents?.() ?? [event]) this.#addPoint(points, each);
      path.setAttribute('d', strokePath({ pen, points }));
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      this.svg.removeEventListener('pointermove', move);
      this.svg.removeEventListener('pointerup', end);
      this.svg.removeEventListener('pointercancel', end);
      this.#change([...this.#strokes, { pen, points }]);
      done();
    };
    this.svg.addEventListener('pointermove', move);
    this.svg.addEventListener('pointerup', end);
    this.svg.addEventListener('pointercancel', end);
  }

  /** Takes back the last change; what was drawn before the page was loaded goes line by line. */
  undo(): void {
    this.#show(this.#before.pop() ?? this.#strokes.slice(0, -1));
  }

  clear(): void {
    if (this.#strokes.length > 0) this.#change([]);
  }

  #change(strokes: readonly Stroke[]): void {
    this.#before.push(this.#strokes);
    this.#show(strokes);
  }

  #show(strokes: readonly Stroke[]): void {
    this.#strokes = strokes;
    this.svg.replaceChildren(...strokes.map(drawStroke));
    this.#store.keep(this.#name, strokes.length === 0 ? null : strokes);
  }

  #pointOf({ clientX, clientY }: PointerEvent): readonly [number, number] {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    const { widthPx, heightPx } = this.#size;
    return [Math.round(((clientX - left) * widthPx) / width), Math.round(((clientY - top) * heightPx) / height)];
  }

  #addPoint(points: number[], event: PointerEvent): void {
    const [x, y] = this.#pointOf(event);
    const [lastX = x, lastY = y] = points.slice(-2);
    if (Math.hypot(x - lastX, y - lastY) >= STEP) points.push(x, y);
  }
}

function nameOf({ id }: HTMLElement): string {
  return `drawing ${id}`;
}

function drawStroke(stroke: Stroke): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', `pen-${stroke.pen}`);
  path.setAttribute('d', strokePath(stroke));
  path.setAttribute('stroke-width', String(STROKE_WIDTH));
  return path;
}
