/** The pictures of the controls: paths in a square of 24, drawn as lines. */
export const ICONS = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  list: 'M4 5h7v5H4zM13 5h7v5h-7zM4 14h7v5H4zM13 14h7v5h-7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20',
  draw: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  pointer: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3',
  black: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  read: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  present: 'M3 4h18v12H3zM12 16v4M8 20h8',
  help: 'M2 6h20v12H2zM6 10h.01M10 10h.01M14 10h.01M18 10h.01M8 14h8',
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M8 6l-4 4 4 4M4 10h10a5 5 0 0 1 0 10h-3',
  clear: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
  save: 'M12 4v11M7 11l5 5 5-5M4 20h16',
} as const;

const SVG = 'http://www.w3.org/2000/svg';

/** A picture beside words, or in a button that has a name. */
export function drawIcon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
