import type { Host } from '../text/host.ts';
import type { ThemePlaces } from '../theme/find-theme.ts';
import { BUILT_IN_TEMPLATES } from './places.ts';

/** Where the themes of the talk at `path`, a folder or a file, are looked for. */
export function themePlaces(host: Host, path: string): ThemePlaces {
  const talk = host.resolve(path);
  const folder = host.kindOf(talk) === 'file' ? host.resolve(talk, '..') : talk;
  return { own: host.resolve(folder, 'templates'), builtIn: BUILT_IN_TEMPLATES };
}
