import { stopOnErrors } from '../text/finding.ts';
import { listThemes } from '../theme/load.ts';
import type { Context, Outcome } from './context.ts';
import { BUILT_IN_TEMPLATES } from './places.ts';

/** The themes that the talk at `path` can name: its own and those of Rostrum. */
export function themeList({ host }: Context, path: string): Outcome {
  const talk = host.resolve(path);
  const folder = host.kindOf(talk) === 'file' ? host.resolve(talk, '..') : talk;
  const themes = listThemes(host, { own: host.resolve(folder, 'templates'), builtIn: BUILT_IN_TEMPLATES });
  stopOnErrors(themes.findings);
  const width = Math.max(...themes.value.map(({ name }) => name.length));
  const lines = themes.value.map(({ name, about }) => `${name.padEnd(width)}  ${about}`.trimEnd());
  return { outputs: [], slides: null, findings: themes.findings, lines, extra: { themes: themes.value } };
}
