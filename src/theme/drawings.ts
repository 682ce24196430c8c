import { Html } from '../text/html.ts';

/** What a layout is given: the same names for every slide of it. */
export type LayoutData = Readonly<Record<string, unknown>>;

interface Drawing {
  readonly data: LayoutData;
  readonly html: string;
}

/** What one compiled layout has drawn, so that a slide is not drawn twice. */
export class Drawings {
  readonly #draw: (data: LayoutData) => string;
  /** By the slide, for data that is the very same. */
  readonly #drawn = new Map<unknown, Drawing[]>();
  readonly #before: Drawings | null;
  /** What was drawn before, by all that its data says; made when it is first asked for. */
  #saidBefore: ReadonlyMap<string, string> | null = null;

  /** `before` is what the same layout has drawn for an earlier state of the talk: of that alone something is kept. */
  constructor(draw: (data: LayoutData) => string, before: Drawings | null = null) {
    this.#draw = draw;
    this.#before = before;
  }

  /** The HTML of a slide: drawn now, or as it was drawn from the same or equal data. */
  of(data: LayoutData): string {
    const known = this.#known(data);
    if (known !== null) return known;
    const html = this.#drawnBefore(data) ?? this.#draw(data);
    this.#drawn.set(data.slide, [...(this.#drawn.get(data.slide) ?? []), { data, html }]);
    return html;
  }

  /** The same layout for the next state of the talk: what was not drawn in this one is let go. */
  next(): Drawings {
    const kept = new Drawings(this.#draw);
    for (const [slide, drawings] of this.#drawn) kept.#drawn.set(slide, drawings);
    return new Drawings(this.#draw, kept);
  }

  #known(data: LayoutData): string | null {
    const drawings = this.#drawn.get(data.slide) ?? [];
    return drawings.find((drawing) => isSame(drawing.data, data))?.html ?? null;
  }

  #drawnBefore(data: LayoutData): string | null {
    if (this.#before === null) return null;
    const known = this.#before.#known(data);
    if (known !== null) return known;
    const drawings = [...this.#before.#drawn.values()].flat();
    this.#saidBefore ??= new Map(drawings.map((drawing) => [textOf(drawing.data), drawing.html]));
    return this.#saidBefore.get(textOf(data)) ?? null;
  }
}

function isSame(one: LayoutData, other: LayoutData): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]));
}

/** All that data says, so that what is equal has the same text, and HTML is not a text of the same signs. */
function textOf(data: LayoutData): string {
  return JSON.stringify(data, (_, value: unknown) => (value instanceof Html ? { html: String(value) } : value));
}
