import { alignRows } from '../text/columns.ts';
import { stopOnErrors } from '../text/finding.ts';
import { listThemes } from '../theme/load.ts';
import type { Context, Outcome } from './context.ts';
import { TERMINAL_WIDTH } from './terminal.ts';
import { themesAt } from './theme-talk.ts';

/** The themes that the talk at `path` can name: its own and those of Rostrum; and the one that it names. */
export function themeList({ host }: Context, path: string): Outcome {
  const { places, used } = themesAt(host, path);
  const themes = listThemes(host, places);
  stopOnErrors(themes.findings);
  const rows = themes.value.map(({ name, about }) => [name, about]);
  const lines = [
    ...alignRows(rows, { indent: 0, width: TERMINAL_WIDTH }),
    ...(used === null ? [] : ['', `The talk uses ${used}.`]),
  ];
  return { outputs: [], slides: null, findings: themes.findings, lines, extra: { themes: themes.value, used } };
}
