import { readTalk } from '../talk/load.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Span } from '../text/source.ts';
import type { ThemePlaces } from '../theme/find-theme.ts';
import { BUILT_IN_TEMPLATES } from './places.ts';

/** What a talk says of its theme. */
export interface ThemeTalk {
  readonly places: ThemePlaces;
  /** The name of its theme, and where it says so. */
  readonly theme: string;
  readonly span: Span | null;
  /** The file that has the fields of the talk, or would have them; absolute. */
  readonly fieldsFile: string;
  readonly findings: readonly Finding[];
}

/** The talk at `path`, as far as its theme goes. Findings: those of `readTalk`. Throws `Stop` (`no-talk`). */
export function readThemeTalk(host: Host, path: string): ThemeTalk {
  const { value, findings } = readTalk(host, path);
  const { paths, fields, isSingleFile } = value;
  return {
    places: { own: paths.templates, builtIn: BUILT_IN_TEMPLATES },
    theme: fields.fields.theme,
    span: fields.places.get('theme') ?? null,
    fieldsFile: isSingleFile ? host.resolve(path) : host.resolve(paths.slides, 'talk.yaml'),
    findings,
  };
}

/** Where themes are looked for from `path`, and which one the talk there uses; `null` where no talk is. */
export function themesAt(host: Host, path: string): { readonly places: ThemePlaces; readonly used: string | null } {
  const place = host.resolve(path);
  const isFile = host.kindOf(place) === 'file';
  if (isFile || host.kindOf(host.resolve(place, 'slides')) === 'folder') {
    const { places, theme } = readThemeTalk(host, path);
    return { places, used: theme };
  }
  return { places: { own: host.resolve(place, 'templates'), builtIn: BUILT_IN_TEMPLATES }, used: null };
}
