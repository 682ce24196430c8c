import { writeTogether } from '../io/write.ts';
import { Stop, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { describeTheme } from '../theme/describe.ts';
import { invalidThemeName } from '../theme/findings.ts';
import { listThemes } from '../theme/list-themes.ts';
import { canStart, startTheme } from '../theme/start.ts';
import type { Context, Outcome } from './context.ts';
import { alreadyThere, themeThere } from './findings.ts';
import { readThemeTalk, type ThemeTalk } from './theme-talk.ts';
import { written } from './writing.ts';

/** What a person asks of a new theme. */
export interface NewThemeRequest {
  readonly name: string;
  /** The theme that it begins as. */
  readonly extends: string;
  readonly talk: string;
}

/**
 * Starts a theme in the talk's own `templates/`: all its files or none, and never over anything. Throws `Stop`
 * (`invalid-theme-name`, `already-there`, `unknown-theme`), and as reading the talk does.
 */
export async function themeNew({ host, lap }: Context, request: NewThemeRequest): Promise<Outcome> {
  const { name } = request;
  if (!canStart(name)) throw new Stop([invalidThemeName(name)]);
  const talk = readThemeTalk(host, request.talk);
  const folder = host.resolve(talk.places.own, name);
  refuseTakenTheme(host, talk, name, folder);
  const extended = describeTheme(host, talk.places, request.extends, null);
  stopOnErrors(extended.findings);
  if (extended.value === null) throw new Error(`the theme "${request.extends}" is neither there nor missing`);
  const files = Array.from(startTheme(name, extended.value), ([path, text]) => ({
    path: host.resolve(folder, path),
    bytes: new TextEncoder().encode(text),
  }));
  lap('read');
  await written(host, null, writeTogether(files));
  lap('write');
  return {
    outputs: files.map(({ path }) => path),
    slides: null,
    findings: extended.findings,
    lines: nextLines(host, talk, request),
    extra: { theme: { name, extends: request.extends, path: host.display(folder) } },
  };
}

/** A theme is only started where nothing is, under a name that no other one has. Throws `Stop` (`already-there`). */
function refuseTakenTheme(host: Host, { places }: ThemeTalk, name: string, folder: string): void {
  const same = listThemes(host, places).value.find((theme) => theme.name === name);
  if (same) throw new Stop([themeThere(name, same.path)]);
  if (host.kindOf(folder) === 'file' || host.list(folder).length > 0)
    throw new Stop([alreadyThere(host.display(folder), 'theme')]);
}

function nextLines(host: Host, { fieldsFile }: ThemeTalk, { name, talk }: NewThemeRequest): readonly string[] {
  const place = talk === '.' ? '' : ` ${talk}`;
  return [
    `To use it, write in ${host.display(fieldsFile)}:`,
    `  theme: ${name}`,
    'Then change its tokens, and look at what they do:',
    `  rostrum build${place}`,
  ];
}
