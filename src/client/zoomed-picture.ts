const LARGEST = 8;
/** How much larger at each key, press or turn of a wheel. */
const FACTOR = 1.25;
/** How far an arrow key moves the picture, in pixels of the screen. */
const MOVE_PX = 60;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture that is enlarged and moved by keys, wheel, mouse and fingers, within its ground. */
export class ZoomedPicture {
  readonly #ground: HTMLElement;
  readonly #image: HTMLElement;
  readonly #pointers = new Map<number, Point>();
  #scale = 1;
  /** Of the middle of the picture from that of the ground, in pixels of the screen. */
  #offset: Point = { x: 0, y: 0 };

  constructor(ground: HTMLElement, image: HTMLElement) {
    this.#ground = ground;
    this.#image = image;
    ground.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.#zoomAt(this.#fromMiddle(event), event.deltaY < 0 ? FACTOR : 1 / FACTOR);
    });
    ground.addEventListener('pointerdown', (event) => {
      ground.setPointerCapture(event.pointerId);
      this.#pointers.set(event.pointerId, this.#fromMiddle(event));
    });
    ground.addEventListener('pointermove', (event) => this.#drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      ground.addEventListener(end, ({ pointerId }) => this.#pointers.delete(pointerId));
    }
  }

  /** Enlarges so many times, or makes smaller for a negative number. */
  enlarge(times: number): void {
    this.#zoomAt({ x: 0, y: 0 }, FACTOR ** times);
  }

  reset(): void {
    this.#scale = 1;
    this.#offset = { x: 0, y: 0 };
    this.#show();
  }

  /** Does what a key means; says whether it means anything. */
  press(key: string): boolean {
    const moves: Readonly<Record<string, Point>> = {
      ArrowLeft: { x: MOVE_PX, y: 0 },
      ArrowRight: { x: -MOVE_PX, y: 0 },
      ArrowUp: { x: 0, y: MOVE_PX },
      ArrowDown: { x: 0, y: -MOVE_PX },
    };
    const move = moves[key];
    if (move) this.#moveBy(move);
    else if (key === '+' || key === '=') this.enlarge(1);
    else if (key === '-') this.enlarge(-1);
    else if (key === '0') this.reset();
    else return false;
    return true;
  }

  /** One finger moves the picture; two also enlarge it by how far they are from each other. */
  #drag(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.#fromMiddle(event);
    const [other] = [...this.#pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
    this.#pointers.set(event.pointerId, now);
    if (other === undefined) {
      this.#moveBy({ x: now.x - before.x, y: now.y - before.y });
    } else {
      const factor = distance(now, other) / (distance(before, other) || 1);
      this.#zoomAt({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, factor);
    }
  }

  #moveBy({ x, y }: Point): void {
    this.#offset = { x: this.#offset.x + x, y: this.#offset.y + y };
    this.#show();
  }

  /** What lies under the point stays there. */
  #zoomAt(point: Point, factor: number): void {
    const scale = Math.min(LARGEST, Math.max(1, this.#scale * factor));
    const change = scale / this.#scale;
    this.#scale = scale;
    this.#offset = {
      x: point.x - (point.x - this.#offset.x) * change,
      y: point.y - (point.y - this.#offset.y) * change,
    };
    this.#show();
  }

  #fromMiddle({ clientX, clientY }: MouseEvent): Point {
    const { x, y, width, height } = this.#ground.getBoundingClientRect();
    return { x: clientX - x - width / 2, y: clientY - y - height / 2 };
  }

  /** Some of the picture is always in sight: its middle goes no farther than its edge is. */
  #show(): void {
    const { width, height } = this.#ground.getBoundingClientRect();
    const [mostX, mostY] = [(width * (this.#scale - 1)) / 2, (height * (this.#scale - 1)) / 2];
    const x = Math.min(mostX, Math.max(-mostX, this.#offset.x));
    const y = Math.min(mostY, Math.max(-mostY, this.#offset.y));
    this.#offset = { x, y };
    this.#image.style.transform = `translate(${x}px, ${y}px) scale(${this.#scale})`;
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
