import { posix } from 'node:path';
import type { Host } from '../src/text/host.ts';

/** A host on any system whose files are in memory: text or bytes by absolute path, with `/` between the parts. */
export function createMemoryHost(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: Partial<Pick<Host, 'folder' | 'environment' | 'platform' | 'isRoot' | 'home'>> = {},
): Host {
  const machine = { folder: '/desk', environment: {}, platform: 'linux', isRoot: false, home: '/home/ada', ...options };
  const below = (folder: string) =>
    Object.keys(files).filter((path) => path.startsWith(`${folder.replace(/\/$/, '')}/`));
  const kindOf = (path: string) => (Object.hasOwn(files, path) ? 'file' : below(path).length > 0 ? 'folder' : null);
  const bytesOf = (path: string) => {
    const content = files[path];
    return content === undefined ? null : typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    ...machine,
    kindOf,
    resolve: (...parts) => posix.resolve(machine.folder, ...parts),
    display: (path) => {
      const shown = posix.relative(machine.folder, path);
      return shown.startsWith('..') ? path : shown || '.';
    },
    readBytes: (path) => {
      if (kindOf(path) === 'folder') throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR' });
      return bytesOf(path);
    },
    sizeOf: (path) => bytesOf(path)?.length ?? null,
    within: (_milliseconds, work) => work(),
    realPath: (path) => (kindOf(path) === null ? null : path),
    list: (path) => {
      const start = path.replace(/\/$/, '').length + 1;
      return [...new Set(below(path).map((file) => file.slice(start).split('/')[0] ?? ''))].sort();
    },
    packageFolder: (name, from) => {
      for (let folder = from; ; folder = posix.dirname(folder)) {
        const candidate = posix.join(folder, 'node_modules', name);
        if (kindOf(candidate) === 'folder') return candidate;
        if (posix.dirname(folder) === folder) return null;
      }
    },
  };
}
