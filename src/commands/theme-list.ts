import { stopOnErrors } from '../text/finding.ts';
import { listThemes } from '../theme/list-themes.ts';
import type { ThemeSummary } from '../theme/types.ts';
import type { Context, Outcome } from './context.ts';
import { themePlaces } from './theme-places.ts';

/** What is said of a package behind what it says of itself. */
const TRUST_WORDS: Readonly<Record<ThemeSummary['trust'], string>> = {
  '': '',
  trusted: '(package, trusted)',
  untrusted: '(package, to be trusted)',
  changed: '(package, changed, to be trusted again)',
};

/** The themes that the talk at `path` can name: its own, those of Rostrum, and the packages it depends on. */
export function themeList({ host }: Context, path: string): Outcome {
  const themes = listThemes(host, themePlaces(host, path));
  stopOnErrors(themes.findings);
  const width = Math.max(...themes.value.map(({ name }) => name.length));
  const lines = themes.value.map(({ name, about, trust }) => {
    // What nobody has looked at yet must not steer a terminal.
    const words = about.replace(/\p{Cc}+/gu, ' ');
    return `${name.padEnd(width)}  ${words} ${TRUST_WORDS[trust]}`.trimEnd();
  });
  return { outputs: [], slides: null, findings: themes.findings, lines, extra: { themes: themes.value } };
}
