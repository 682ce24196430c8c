import type { Host } from './host.ts';

/** An address rather than a path: of any scheme, or of the same one as the page's. */
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i;

/** Where a written path leads: to a file inside a folder, such as that of the talk, or why not there. */
export type Inside =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'remote' | 'missing' | 'outside' };

/** Looks up a path as written, from `folder`; a file counts as inside when it is so with all links followed. */
export function findInside(host: Host, folder: string, src: string): Inside {
  if (SCHEME.test(src)) return { kind: 'remote' };
  const real = host.realPath(host.resolve(folder, src));
  if (real === null || host.kindOf(real) !== 'file') return { kind: 'missing' };
  const root = host.realPath(folder) ?? folder;
  const isInside = real.startsWith(`${root}/`) || real.startsWith(`${root}\\`);
  return isInside ? { kind: 'file', path: real } : { kind: 'outside' };
}
