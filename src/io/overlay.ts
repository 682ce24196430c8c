import type { Host } from '../text/host.ts';

/** A host on which some files, by their absolute path, are what they are going to be. */
export function overlayHost(host: Host, files: ReadonlyMap<string, Uint8Array>): Host {
  const below = (folder: string): readonly string[] => [...files.keys()].filter((path) => isBelow(path, folder));
  const kindOf = (path: string): 'file' | 'folder' | null => {
    if (files.has(path)) return 'file';
    return below(path).length > 0 ? 'folder' : host.kindOf(path);
  };
  return {
    ...host,
    kindOf,
    readBytes: (path) => files.get(path) ?? host.readBytes(path),
    sizeOf: (path) => files.get(path)?.length ?? host.sizeOf(path),
    realPath: (path) => (files.has(path) || below(path).length > 0 ? path : host.realPath(path)),
    list: (path) => {
      const own = below(path).map((file) => file.slice(path.length + 1).split(/[/\\]/)[0] ?? '');
      return [...new Set([...own, ...host.list(path)])].sort();
    },
  };
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder) && /^[/\\]/.test(path.slice(folder.length));
}
