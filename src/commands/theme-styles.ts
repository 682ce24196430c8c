import type { Host } from '../text/host.ts';
import { createSource, type Source } from '../text/source.ts';
import { listThemes, type ThemePlaces } from '../theme/load.ts';

const BASE = 'base';
const SHEETS = ['theme.css', 'reading.css', 'print.css', 'ink.css'];

/** A style sheet of a theme. */
export interface ThemeStyles {
  readonly source: Source;
  /** Whether it is of the theme that all others stand on. */
  readonly isBase: boolean;
}

/** The style sheets of the templates of a talk, of a theme, and of those that it extends. */
export function readStyles(host: Host, places: ThemePlaces, name: string): readonly ThemeStyles[] {
  const themes = new Map(listThemes(host, places).value.map((theme) => [theme.name, theme]));
  const chain: string[] = [];
  for (let next = name; themes.has(next) && !chain.includes(next); next = themes.get(next)?.extends || BASE)
    chain.push(next);
  const folders = chain.map((one) => ({ folder: host.resolve(themes.get(one)?.path ?? ''), isBase: one === BASE }));
  return [{ folder: places.own, isBase: false }, ...folders].flatMap(({ folder, isBase }) =>
    SHEETS.flatMap((file) => {
      const path = host.resolve(folder, file);
      const bytes = host.readBytes(path);
      const source = bytes && createSource(host.display(path), new TextDecoder().decode(bytes));
      return source ? [{ source, isBase }] : [];
    }),
  );
}
