import { alignRows } from '../text/columns.ts';
import { stopOnErrors } from '../text/finding.ts';
import { listThemes } from '../theme/list-themes.ts';
import type { ThemeSummary } from '../theme/types.ts';
import type { Context, Outcome } from './context.ts';
import { TERMINAL_WIDTH } from './terminal.ts';
import { themesAt } from './theme-talk.ts';

/** What is said of a package behind what it says of itself. */
const TRUST_WORDS: Readonly<Record<ThemeSummary['trust'], string>> = {
  '': '',
  trusted: '(package, trusted)',
  untrusted: '(package, to be trusted)',
  changed: '(package, changed, to be trusted again)',
};

/** The themes that the talk at `path` can name: its own, those of Rostrum, the packages it depends on; and the one that it names. */
export function themeList({ host }: Context, path: string): Outcome {
  const { places, used } = themesAt(host, path);
  const themes = listThemes(host, places);
  stopOnErrors(themes.findings);
  const rows = themes.value.map(({ name, about, trust }) => {
    // What nobody has looked at yet must not steer a terminal.
    const words = about.replace(/\p{Cc}+/gu, ' ');
    return [name, `${words} ${TRUST_WORDS[trust]}`.trim()];
  });
  const lines = [
    ...alignRows(rows, { indent: 0, width: TERMINAL_WIDTH }),
    ...(used === null ? [] : ['', `The talk uses ${used}.`]),
  ];
  return { outputs: [], slides: null, findings: themes.findings, lines, extra: { themes: themes.value, used } };
}
