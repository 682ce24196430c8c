/**
 * The SVG that ECharts writes, so that it can stand in a page: it takes the fonts of what is around it, fits its room,
 * and has no style, no class and no name of the library's own. Every text in it is escaped by ECharts.
 */
export function cleanSvg(svg: string): string {
  return svg
    .replace(/<(style|defs)\b[^>]*>[\s\S]*?<\/\1>\s*/g, '')
    .replace(
      /<svg width="(\d+)" height="(\d+)"[^>]*>/,
      '<svg viewBox="0 0 $1 $2" preserveAspectRatio="xMidYMid meet" aria-hidden="true" focusable="false">',
    )
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>\s*/, '')
    .replace(/<(?:path|text|circle|g|polyline|polygon|rect|tspan|line)\b[^>]*>/g, cleanTag)
    .replace(/>\s+</g, '><');
}

const LEFT_OUT = / (?:class|ecmeta_\w+|pointer-events|xml:space|clip-path)="[^"]*"/g;

function cleanTag(tag: string): string {
  return tag.replace(LEFT_OUT, '').replace(/ style="([^"]*)"/, (_, style: string) => fontAttributes(style));
}

/** Size and weight as attributes; the family is that of the page. */
function fontAttributes(style: string): string {
  const size = /font-size:([\d.]+)px/.exec(style)?.[1];
  const weight = /font-weight:(\w+)/.exec(style)?.[1];
  return `${size ? ` font-size="${size}"` : ''}${weight ? ` font-weight="${weight}"` : ''}`;
}
