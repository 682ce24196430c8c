import { type Paint, readableOn, readPaint } from './colors.ts';
import { withLeftSigns } from './signs.ts';
import {
  attributes,
  baselineOf,
  cornersOf,
  escapeText,
  fillOf,
  isEmptyBox,
  rimOf,
  share,
  strokeOf,
  transformOf,
} from './svg-attributes.ts';

/** A drawing of mermaid's as SVG that can stand in a page, with nothing of mermaid's own but shapes and words. */
export interface CleanSvg {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Its words, in the order in which they are drawn. */
  readonly words: readonly string[];
}

/** What each kind of shape is made of. All other elements are left out, or only their content is kept. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
};
const TEXT_PLACE = ['x', 'y', 'dx', 'dy'];
const MARKER_PLACE = ['viewBox', 'refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient'];
const MARKED = ['marker-start', 'marker-mid', 'marker-end'];
/** What holds others, and is not drawn itself. A link is a group like any other. */
const GROUPS = ['g', 'a', 'svg'];
/** The space around the drawing, for lines at its edge. */
const MARGIN_PX = 2;

/** Draws `source`, which stands in the page, anew. The ids in it begin with `prefix`. */
export function cleanSvg(source: SVGSVGElement, prefix: string): CleanSvg {
  const markers = new Map<string, string>();
  const cleaner = new Cleaner(source, prefix, markers);
  const content = cleaner.contentOf(source, 1);
  const defs = cleaner.definitions();
  const { x, y, width, height } = boundsOf(defs + content);
  const left = Math.floor(x) - MARGIN_PX;
  const top = Math.floor(y) - MARGIN_PX;
  const widthPx = Math.ceil(x + width) + MARGIN_PX - left;
  const heightPx = Math.ceil(y + height) + MARGIN_PX - top;
  const opening =
    `<svg width="${widthPx}" height="${heightPx}" viewBox="${left} ${top} ${widthPx} ${heightPx}" ` +
    'preserveAspectRatio="xMidYMid meet" aria-hidden="true" focusable="false">';
  return {
    svg: `${opening}${defs}${content}</svg>`,
    widthPx,
    heightPx,
    words: cleaner.words,
  };
}

/** The room that a drawing takes. */
function boundsOf(content: string): DOMRect {
  const box = document.createElement('div');
  box.innerHTML = `<svg class="drawing">${content}</svg>`;
  document.body.append(box);
  const svg = box.firstElementChild;
  const bounds = svg instanceof SVGSVGElement ? svg.getBBox() : new DOMRect();
  box.remove();
  return bounds;
}

class Cleaner {
  readonly words: string[] = [];
  readonly #source: SVGSVGElement;
  readonly #prefix: string;
  readonly #markers: Map<string, string>;
  /** Shapes with a colour, in the order in which they are drawn: what text stands on. */
  readonly #grounds: { readonly box: DOMRect; readonly paint: Paint }[] = [];

  constructor(source: SVGSVGElement, prefix: string, markers: Map<string, string>) {
    this.#source = source;
    this.#prefix = prefix;
    this.#markers = markers;
  }

  /** What is in an element, drawn; `opacity` is that of all around it. */
  contentOf(parent: Element, opacity: number): string {
    return [...parent.children].map((child) => this.#elementOf(child, opacity)).join('');
  }

  /** The markers that lines end in, each once. */
  definitions(): string {
    const drawn: string[] = [];
    for (const [id, name] of this.#markers) {
      const marker = [...this.#source.querySelectorAll('marker')].find((one) => one.id === id);
      if (marker)
        drawn.push(
          `<marker id="${name}" overflow="visible"${attributes(marker, MARKER_PLACE)}>${this.contentOf(marker, 1)}</marker>`,
        );
    }
    return drawn.length === 0 ? '' : `<defs>${drawn.join('')}</defs>`;
  }

  #elementOf(element: Element, around: number): string {
    if (!(element instanceof SVGElement)) return '';
    const style = getComputedStyle(element);
    const opacity = around * Number(style.opacity);
    if (style.display === 'none' || style.visibility !== 'visible' || opacity === 0) return '';
    const name = element.localName;
    if (GROUPS.includes(name)) return this.#groupOf(element, style, opacity);
    if (name === 'text') return this.#textOf(element, style, opacity);
    const shape = SHAPES[name];
    return shape ? this.#shapeOf(element, shape, style, opacity) : '';
  }

  #groupOf(element: SVGElement, style: CSSStyleDeclaration, opacity: number): string {
    const content = this.contentOf(element, opacity);
    const transform = transformOf(element, style);
    return content === '' || transform === '' ? content : `<g${transform}>${content}</g>`;
  }

  #shapeOf(element: SVGElement, place: readonly string[], style: CSSStyleDeclaration, opacity: number): string {
    const fill = readPaint(style.fill);
    const ends = MARKED.map((name) => this.#markerOf(name, style)).join('');
    const lines = strokeOf(style, opacity) + ends;
    if ((fill === null && lines === '') || isEmptyBox(element)) return '';
    if (fill) this.#grounds.push({ box: element.getBoundingClientRect(), paint: fill });
    const corners = element.localName === 'rect' ? cornersOf(style) : '';
    const geometry = attributes(element, corners === '' ? place : place.filter((name) => !/^r[xy]$/.test(name)));
    return `<${element.localName}${geometry}${corners}${transformOf(element, style)}${fillOf(fill, style, opacity)}${lines}/>`;
  }

  #markerOf(name: string, style: CSSStyleDeclaration): string {
    const id = /^url\("#(.*)"\)$/.exec(style.getPropertyValue(name))?.[1];
    if (id === undefined) return '';
    const known = this.#markers.get(id) ?? `${this.#prefix}${this.#markers.size + 1}`;
    this.#markers.set(id, known);
    return ` ${name}="url(#${known})"`;
  }

  #textOf(element: SVGElement, style: CSSStyleDeclaration, opacity: number): string {
    const text = withLeftSigns(element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') return '';
    this.words.push(text);
    // A number stands on a mark of its own, not on what is under that.
    const ground = element.matches('.sequenceNumber') ? null : this.#groundOf(element);
    const own = this.#fontOf(style, style.fontSize, ground, opacity, {});
    const anchor = style.textAnchor === 'start' ? '' : ` text-anchor="${style.textAnchor}"`;
    const content = this.#runsOf(element, own.given, ground, opacity);
    // A rim in the colour of the slide, where a text crosses a line.
    const rim = style.paintOrder.startsWith('stroke') ? rimOf(style, ground) : '';
    const place = attributes(element, TEXT_PLACE) + transformOf(element, style) + anchor + baselineOf(style);
    return `<text${place}${own.written}${rim}>${content}</text>`;
  }

  #runsOf(parent: Node, given: Given, ground: Paint | null, opacity: number): string {
    return [...parent.childNodes]
      .map((node) => {
        if (node instanceof Text) return escapeText(withLeftSigns(node.data).replace(/\s+/g, ' '));
        if (!(node instanceof SVGElement)) return '';
        const style = getComputedStyle(node);
        if (style.display === 'none') return '';
        const own = this.#fontOf(style, style.fontSize, ground, opacity, given);
        const content = this.#runsOf(node, own.given, ground, opacity);
        const written = attributes(node, TEXT_PLACE) + own.written;
        return written === '' || content === '' ? content : `<tspan${written}>${content}</tspan>`;
      })
      .join('');
  }

  /** Size, weight, slant and colour, as far as they are not given by what is around. */
  #fontOf(
    style: CSSStyleDeclaration,
    size: string,
    ground: Paint | null,
    opacity: number,
    given: Given,
  ): { readonly given: Given; readonly written: string } {
    const sizePx = Math.round(Number.parseFloat(size) * 100) / 100;
    const fill = readPaint(style.fill);
    // The theme's ink changes with the slide; a colour of the author's does not.
    const color = fill?.isToken && ground && !ground.isToken ? readableOn(ground.color) : (fill?.color ?? 'none');
    const own: Given = {
      'font-size': String(sizePx),
      'font-weight': Number(style.fontWeight) >= 600 ? '600' : '400',
      'font-style': style.fontStyle === 'italic' ? 'italic' : 'normal',
      'text-decoration': style.textDecorationLine === 'none' ? '' : style.textDecorationLine,
      fill: color,
      'fill-opacity': share((fill?.opacity ?? 1) * opacity * Number(style.fillOpacity)),
    };
    const written = Object.entries(own)
      .filter(([name, value]) => value !== (given[name] ?? PLAIN[name]))
      .map(([name, value]) => ` ${name}="${value}"`);
    return { given: own, written: written.join('') };
  }

  /** The colour that the middle of a text stands on; `null` for that of the slide. */
  #groundOf(element: SVGElement): Paint | null {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    const under = this.#grounds.filter(({ box }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    return under[under.length - 1]?.paint ?? null;
  }
}

type Given = Readonly<Record<string, string>>;
const PLAIN: Given = { 'font-weight': '400', 'font-style': 'normal', 'text-decoration': '', 'fill-opacity': '1' };
