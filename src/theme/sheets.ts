import type { Host } from '../text/host.ts';

/** The style sheets that a theme may have: of slides, of the reading view, of papers, and of papers that save ink. */
export const SHEETS = ['theme.css', 'reading.css', 'print.css', 'ink.css'] as const;
export type Sheet = (typeof SHEETS)[number];

/** The folders whose CSS is of slides too, after `theme.css`: what stands on them, their layouts, their partials. */
const PARTS = ['contents', 'layouts', 'partials'];

/** The files that make a sheet of the theme in a folder, there or not, relative to it, in the order in which they are joined. */
export function sheetFiles(host: Host, folder: string, sheet: Sheet): readonly string[] {
  if (sheet !== 'theme.css') return [sheet];
  const parts = PARTS.flatMap((part) => {
    const files = host.list(host.resolve(folder, part)).filter((file) => file.endsWith('.css'));
    return files.sort().map((file) => `${part}/${file}`);
  });
  return [sheet, ...parts];
}
