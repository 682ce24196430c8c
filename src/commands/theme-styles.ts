import type { Host } from '../text/host.ts';
import { createSource, type Source } from '../text/source.ts';
import { describeTheme } from '../theme/describe.ts';
import type { ThemePlaces } from '../theme/find-theme.ts';
import { SHEETS, sheetFiles } from '../theme/sheets.ts';

const BASE = 'base';

/** A style sheet of a theme. */
export interface ThemeStyles {
  readonly source: Source;
  /** Whether it is of the theme that all others stand on. */
  readonly isBase: boolean;
}

/** The style sheets of the templates of a talk, of a theme, and of those that it extends. */
export function readStyles(host: Host, places: ThemePlaces, name: string): readonly ThemeStyles[] {
  const folders = describeTheme(host, places, name, null).value?.folders ?? [];
  return folders.flatMap(({ from, folder }) =>
    SHEETS.flatMap((sheet) => sheetFiles(host, folder, sheet)).flatMap((file) => {
      const path = host.resolve(folder, file);
      const bytes = host.readBytes(path);
      if (bytes === null) return [];
      return [{ source: createSource(host.display(path), new TextDecoder().decode(bytes)), isBase: from === BASE }];
    }),
  );
}
