import { type Paint, readPaint } from './colors.ts';

/** The colour of a shape, as attributes. */
export function fillOf(fill: Paint | null, style: CSSStyleDeclaration, opacity: number): string {
  if (fill === null) return ' fill="none"';
  const shown = share(fill.opacity * opacity * Number(style.fillOpacity));
  return ` fill="${fill.color}"${shown === '1' ? '' : ` fill-opacity="${shown}"`}`;
}

/** A rim around a text in the colour of what it stands on, which is that of the slide where nothing is there. */
export function rimOf({ strokeWidth }: CSSStyleDeclaration, ground: Paint | null): string {
  const color = ground?.color ?? 'var(--color-paper)';
  return ` stroke="${color}" stroke-width="${Number.parseFloat(strokeWidth)}" stroke-linejoin="round" paint-order="stroke"`;
}

/** The line around a shape, as attributes; '' for none. */
export function strokeOf(style: CSSStyleDeclaration, opacity: number): string {
  const stroke = readPaint(style.stroke);
  const widthPx = Number.parseFloat(style.strokeWidth);
  if (stroke === null || widthPx === 0) return '';
  const shown = share(stroke.opacity * opacity * Number(style.strokeOpacity));
  const written = {
    stroke: stroke.color,
    'stroke-width': widthPx === 1 ? '' : String(widthPx),
    'stroke-opacity': shown === '1' ? '' : shown,
    'stroke-dasharray': dashesOf(style),
    'stroke-linecap': style.strokeLinecap === 'butt' ? '' : style.strokeLinecap,
    'stroke-linejoin': style.strokeLinejoin === 'miter' ? '' : style.strokeLinejoin,
  };
  return Object.entries(written)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

/** Dashes with gaps between them; '' for a whole line. */
function dashesOf({ strokeDasharray }: CSSStyleDeclaration): string {
  const lengths = (strokeDasharray.match(/[\d.]+/g) ?? []).map(Number);
  const hasGaps =
    lengths.length === 1 ? lengths[0] !== 0 : lengths.some((length, index) => index % 2 === 1 && length > 0);
  return hasGaps ? lengths.join(' ') : '';
}

/** mermaid leaves boxes behind labels that have none. */
export function isEmptyBox(element: SVGElement): boolean {
  return element instanceof SVGRectElement && element.width.baseVal.value * element.height.baseVal.value === 0;
}

/** The corners of a box, which style sheets may round. */
export function cornersOf({ rx, ry }: CSSStyleDeclaration): string {
  const radius = (value: string): number => Number.parseFloat(value) || 0;
  const [x, y] = [radius(rx), radius(ry)];
  return Math.max(x, y) === 0 ? '' : ` rx="${Math.max(x, y)}"`;
}

/** The line that a text stands on, where it is not its own. */
export function baselineOf({ dominantBaseline }: CSSStyleDeclaration): string {
  return dominantBaseline === 'auto' ? '' : ` dominant-baseline="${dominantBaseline}"`;
}

/** Where an element is moved and turned to, by an attribute or by a style sheet. */
export function transformOf(element: SVGElement, style: CSSStyleDeclaration): string {
  const written = element.getAttribute('transform');
  if (written !== null) return ` transform="${short(escapeText(written))}"`;
  if (style.transform === 'none') return '';
  const [x = 0, y = 0] = style.transformOrigin.split(' ').map(Number.parseFloat);
  return ` transform="${short(`translate(${x} ${y}) ${style.transform} translate(${-x} ${-y})`)}"`;
}

/** Attributes of these names, as they are written. */
export function attributes(element: Element, names: readonly string[]): string {
  return names
    .map((name) => {
      const value = element.getAttribute(name);
      return value === null || value === '' ? '' : ` ${name}="${short(escapeText(value))}"`;
    })
    .join('');
}

/** Numbers to the hundredth of a pixel. */
function short(value: string): string {
  return value.replace(/(\.\d\d)\d+/g, '$1').trim();
}

/** An opacity, to the hundredth. */
export function share(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A text as it stands in an SVG. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
