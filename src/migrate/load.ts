import { isPictureOrVideo } from '../text/file-kinds.ts';
import type { Host } from '../text/host.ts';
import { findInside } from '../text/inside.ts';
import type { CarriedPicture, Migration } from './types.ts';

/** In bytes: as large as a talk takes one. */
const LARGEST = 50_000_000;

/** The pictures of a deck that its talk uses, as they are asked for. */
export interface DeckPictures extends Pick<Migration, 'carryPicture' | 'addPicture'> {
  /** Their bytes, by their place relative to the outlines. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Carries pictures from the folder of a deck into `media` of its talk. Only files inside that folder are read, links
 * followed; a path that begins with `/` starts there too, as the servers of the tools have it.
 */
export function loadPictures(host: Host, folder: string, media: string): DeckPictures {
  const files = new Map<string, Uint8Array>();
  const known = new Map<string, CarriedPicture>();
  const carry = (src: string): CarriedPicture => {
    const path = src.replace(/^\/+/, '');
    const candidates = [path, withoutQuery(path), decoded(withoutQuery(path))];
    for (const candidate of candidates) {
      const found = lookUp(host, folder, candidate, files, media);
      if (found.kind !== 'missing') return found;
    }
    return { kind: 'missing' };
  };
  return {
    files,
    carryPicture: (src) => {
      const carried =
        known.get(src) ?? (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(src) ? { kind: 'remote' } : carry(src));
      known.set(src, carried);
      return carried;
    },
    addPicture: (stem, type, text) => {
      const number = [...files.keys()].filter((path) => path.startsWith(`${media}/${stem}-`)).length + 1;
      const path = `${media}/${stem}-${number}.${type}`;
      files.set(path, new TextEncoder().encode(text));
      known.set(path, { kind: 'carried', path });
      return path;
    },
  };
}

function lookUp(
  host: Host,
  folder: string,
  path: string,
  files: Map<string, Uint8Array>,
  media: string,
): CarriedPicture {
  if (path === '' || path.includes('\0')) return { kind: 'missing' };
  try {
    const found = findInside(host, folder, path);
    if (found.kind !== 'file') return { kind: found.kind };
    if (!isPictureOrVideo(path)) return { kind: 'unknown' };
    if ((host.sizeOf(found.path) ?? 0) > LARGEST) return { kind: 'large' };
    const bytes = host.readBytes(found.path);
    if (bytes === null) return { kind: 'missing' };
    const place = placeFor(path, media);
    files.set(place, bytes);
    return { kind: 'carried', path: place };
  } catch {
    // Rights, a link that leads to itself, a name that is too long.
    return { kind: 'missing' };
  }
}

/** The place of a picture below `media`, in folders as it was; signs that Markdown would take for its own are dashes. */
function placeFor(path: string, media: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[/\\]+/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part.replace(/[\s"'<>(){}[\]`]+/g, '-'));
  }
  const [first] = parts;
  return first === 'media' && media === 'media' ? parts.join('/') : [media, ...parts].join('/');
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
