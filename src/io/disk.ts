import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Host } from '../text/host.ts';

/** What a process knows of the machine it runs on. */
export type Machine = Pick<Host, 'folder' | 'environment' | 'platform' | 'isRoot' | 'home'>;

/** The host that is the machine itself. */
export function createDiskHost(machine: Machine): Host {
  const { folder } = machine;
  return {
    ...machine,
    resolve: (...parts) => resolve(folder, ...parts),
    display: (path) => displayPath(folder, path),
    readBytes: (path) => unlessAbsent(() => readFileSync(path)),
    sizeOf: (path) => unlessAbsent(() => statSync(path))?.size ?? null,
    kindOf: (path) => {
      const stats = unlessAbsent(() => statSync(path));
      if (stats?.isFile()) return 'file';
      return stats?.isDirectory() ? 'folder' : null;
    },
    realPath: (path) => unlessAbsent(() => realpathSync(path)),
    list: (path) => unlessAbsent(() => readdirSync(path).sort()) ?? [],
    packageFolder: (name, from) => findPackage(name, from),
    within: (milliseconds, work) => workWithin(milliseconds, work),
  };
}

function displayPath(folder: string, path: string): string {
  const shown = relative(folder, path);
  if (shown === '') return '.';
  return shown.startsWith('..') ? path : shown;
}

/** What a read gives, or `null` when nothing is there to read. */
function unlessAbsent<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

/** Node's lookup of a package: in `node_modules` of the folder and of each above it. */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (unlessAbsent(() => statSync(candidate))?.isDirectory()) return candidate;
    if (dirname(folder) === folder) return null;
  }
}

/**
 * Node can end a script of `node:vm` from outside, with all that it calls. Not at Ctrl-C too (`breakOnSigint`): that loses
 * the signal that comes just before; so it waits, at most for this long.
 */
function workWithin<T>(milliseconds: number, work: () => T): T | null {
  let result: T | null = null;
  const run = (): void => {
    result = work();
  };
  try {
    runInNewContext('run()', { run }, { timeout: milliseconds });
    return result;
  } catch (error) {
    // It is an error of another realm, and so no instance of this one's `Error`.
    if (Object(error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null;
    throw error;
  }
}
